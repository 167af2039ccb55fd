"use client";

import { Braces, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { JsonValue } from "@/lib/core/json";
import { number } from "../data/words";
import { CopyButton } from "../ui/copy-button";
import { jsonChildren, leafText, type JsonChild, type JsonFinds } from "./find-in-json";

/** Entries of one list at first, and letters of one value. */
const shownAtFirst = 100;
const shownLetters = 240;

interface Search {
  finds: JsonFinds | null;
  wanted: string;
}

/** What an object or a list holds; what is nested is folded away below the first level, and open where a search finds. */
export function JsonEntries({ value, path, depth, ...search }: { value: JsonValue; path: string; depth: number } & Search) {
  const [shown, setShown] = useState(shownAtFirst);
  const { finds } = search;
  const children = (jsonChildren(value, path) ?? []).filter((child) => finds === null || finds.shown.has(child.path));
  const more = children.length - shown;
  return (
    <>
      <ul className={depth === 0 ? "" : "ms-[5px] border-s border-hairline ps-3"}>
        {children.slice(0, shown).map((child) => <li key={child.path}><Entry child={child} depth={depth} {...search} /></li>)}
      </ul>
      {more > 0 && <button type="button" onClick={() => setShown(shown + 10 * shownAtFirst)} className="ms-4 min-h-6 rounded-chip text-sm text-link hover:underline">Show {number(Math.min(more, 10 * shownAtFirst))} more</button>}
    </>
  );
}

function Entry({ child, depth, ...search }: { child: JsonChild; depth: number } & Search) {
  const [isOpen, setOpen] = useState(depth < 1);
  const { name, path, value } = child;
  const children = jsonChildren(value, path);
  if (children === null || children.length === 0) return <Leaf child={child} wanted={search.wanted} />;
  const isShown = isOpen || search.finds !== null;
  return (
    <>
      <div className="group flex items-center gap-1">
        <button type="button" aria-expanded={isShown} disabled={search.finds !== null} onClick={() => setOpen(!isOpen)} className="flex min-h-6 min-w-0 flex-1 items-center gap-1 rounded-chip text-start text-muted enabled:hover:text-ink">
          <ChevronRight size={12} aria-hidden className={`shrink-0 transition-transform duration-150 ${isShown ? "rotate-90" : ""}`} />
          <span className="min-w-0 break-words [unicode-bidi:isolate]"><Marked text={name} wanted={search.wanted} /></span>
          <span className="shrink-0 text-xs tabular-nums">{Array.isArray(value) ? `[${number(children.length)}]` : `{${number(children.length)}}`}</span>
        </button>
        <CopyPair name={name} path={path} text={JSON.stringify(value, null, 2)} />
      </div>
      {isShown && <JsonEntries value={value} path={path} depth={depth + 1} {...search} />}
    </>
  );
}

function Leaf({ child: { name, path, value }, wanted }: { child: JsonChild; wanted: string }) {
  const [isWhole, setWhole] = useState(false);
  const text = leafText(value);
  const isLong = text.length > shownLetters && !isWhole;
  return (
    <div className="group flex items-start gap-1">
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-2 py-[3px]">
        <span className="break-words text-muted [unicode-bidi:isolate]"><Marked text={name} wanted={wanted} /></span>
        <span className="font-mono text-sm break-all whitespace-pre-wrap [unicode-bidi:isolate]">
          <Marked text={isLong ? `${text.slice(0, shownLetters)}…` : text} wanted={wanted} />
          {isLong && <button type="button" onClick={() => setWhole(true)} className="ms-1 rounded-chip font-sans whitespace-nowrap text-link hover:underline">Show all {number(text.length)} letters</button>}
        </span>
      </div>
      <CopyPair name={name} path={path} text={typeof value === "string" ? value : JSON.stringify(value)} />
    </div>
  );
}

/** Seen when the line is pointed at or has the focus; a finger sees them always. */
function CopyPair({ name, path, text }: { name: string; path: string; text: string }) {
  return (
    <span className="flex shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
      <CopyButton text={text} label={`Copy value of ${name}`} />
      <CopyButton text={path} label={`Copy path ${path}`} icon={Braces} />
    </span>
  );
}

function Marked({ text, wanted }: { text: string; wanted: string }) {
  const at = wanted === "" ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return text;
  const end = at + wanted.length;
  return <>{text.slice(0, at)}<mark className="rounded-[2px] bg-warn-ground text-inherit underline decoration-warn decoration-2 underline-offset-2">{text.slice(at, end)}</mark>{text.slice(end)}</>;
}
