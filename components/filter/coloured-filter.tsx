import { Fragment, type ReactNode } from "react";
import { lex, type Token } from "@/lib/graph/filter";
import type { FilterProblem } from "./use-filter-text";

/** The filter's text with its keys and words coloured and its mistake underlined; laid over the box, letter on letter. */
export function ColouredFilter({ text, problem }: { text: string; problem: FilterProblem | null }) {
  const cuts = new Set([0, text.length]);
  const looks = new Map<number, string>();
  for (const token of lex(text)) {
    cuts.add(token.at).add(token.end);
    looks.set(token.at, lookOf(token));
    if (token.kind === "term") {
      cuts.add(token.value.at);
      looks.set(token.value.at, "");
    }
  }
  if (problem !== null) cuts.add(Math.min(problem.at, text.length)).add(Math.min(problem.at + problem.length, text.length));
  const places = [...cuts].sort((one, other) => one - other);
  let look = "";
  const pieces: ReactNode[] = [];
  for (const [index, at] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    look = looks.get(at) ?? look;
    const isWrong = problem !== null && at >= problem.at && at < problem.at + problem.length;
    pieces.push(look === "" && !isWrong ? <Fragment key={at}>{text.slice(at, end)}</Fragment> : <span key={at} className={`${look} ${isWrong ? wrong : ""}`} data-wrong={isWrong || undefined}>{text.slice(at, end)}</span>);
  }
  return <>{pieces}</>;
}

const wrong = "underline decoration-danger decoration-wavy decoration-[1.5px] underline-offset-3";

/** Only colours: anything that changes a letter's width would move it away from the caret. */
function lookOf({ kind }: Token): string {
  switch (kind) {
    case "term":
      return "text-link";
    case "and":
    case "or":
    case "not":
    case "minus":
    case "open":
    case "close":
      return "text-muted";
    case "text":
      return "";
  }
}
