"use client";

import { Search, X } from "lucide-react";
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { completions, type Completion, type Vocabulary } from "@/lib/graph/filter";
import { useFacets } from "../data/queries";
import { classNames } from "../ui/class-names";
import { Floating } from "../ui/floating";
import { ColouredFilter } from "./coloured-filter";
import { FilterHelp } from "./filter-help";
import { FilterMistake } from "./filter-mistake";
import { useFilterText, useTelling } from "./use-filter-text";
import { useShown } from "./use-shown";
import { useSlashFocus } from "./use-slash-focus";

/** A choice with the text that it makes and where the caret stands then. */
interface Choice extends Completion {
  text: string;
  caret: number;
}

const nothingKnown: Vocabulary = { keys: [] };
/** The same for the box and the coloured text over it, so that every letter lies on itself. */
const letters = "ps-8 pe-15 text-base max-sm:text-lg [font-variant-ligatures:none]";

/**
 * The box for a filter, completed as it is typed. `onChange` gets readable filters only; while there is a mistake in the box
 * the page keeps the last one. `at` is the moment whose inventory is filtered, null = now.
 */
export function FilterInput({ value, onChange, className, at: moment = null, placeholder = "Filter: web, type:*Instance, tag.env=prod" }: {
  value: string;
  onChange: (value: string) => void;
  className?: string;
  at?: string | null;
  placeholder?: string;
}) {
  const draft = useFilterText(value);
  const { text, setText, problem } = draft;
  const [caret, setCaret] = useState(value.length);
  const [isFocused, setFocused] = useState(false);
  const [isOpen, setOpen] = useState(false);
  /** The label of the choice that Enter takes. */
  const [marked, setMarked] = useState<string | null>(null);
  const nextCaret = useRef<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLSpanElement>(null);
  const mistakeId = useId();
  const listId = useId();
  const { data: facets } = useFacets(moment, isFocused);
  const { choices, areValues } = useMemo(() => choicesAt(text, caret, facets ?? nothingKnown), [text, caret, facets]);
  const isListed = isOpen && choices.length > 0;
  const at = choices.findIndex(({ label }) => label === marked);
  const tell = useTelling(draft, onChange, isListed && areValues);
  const isMistaken = useShown(problem, text, isFocused ? caret : null);
  const mistake = isMistaken && !isListed ? (problem?.message ?? null) : null;
  useSlashFocus(input);

  useLayoutEffect(() => {
    if (nextCaret.current !== null) {
      input.current?.setSelectionRange(nextCaret.current, nextCaret.current);
      nextCaret.current = null;
    }
    follow();
  });

  /** The coloured text scrolls with the box. */
  function follow() {
    if (overlay.current !== null) overlay.current.style.transform = `translateX(${-(input.current?.scrollLeft ?? 0)}px)`;
  }

  /** What was not typed letter by letter is told at once. */
  function put(next: string, place = next.length) {
    nextCaret.current = place;
    setCaret(place);
    setText(next);
    tell(next);
  }

  function pick(choice: Choice) {
    put(choice.text, choice.caret);
    setOpen(!isComplete(choice));
    setMarked(null);
  }

  function mark(index: number) {
    setMarked(choices.at(index)?.label ?? null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key } = event;
    if ((key === "ArrowDown" || key === "ArrowUp") && !event.altKey) {
      if (choices.length === 0) return;
      setOpen(true);
      const by = key === "ArrowDown" ? 1 : -1;
      // From the box itself, which counts as the place before the first and behind the last.
      mark(isListed && at !== -1 ? (at + by + choices.length) % choices.length : by === 1 ? 0 : -1);
    } else if (key === "Enter") {
      if (isListed && at !== -1) pick(choices[at] as Choice);
      else {
        tell(text);
        setOpen(false);
      }
    } else if (key === "Escape") {
      // Takes nothing away that was typed; what arrives late is not listed any more.
      if (!isListed) return setOpen(false);
      setOpen(false);
    } else {
      if (key === "Tab") setOpen(false);
      return;
    }
    event.preventDefault();
  }

  return (
    <>
      <div ref={frame} data-filter-input className={classNames("relative isolate flex h-8 items-center rounded-card border bg-surface focus-within:outline-[2.5px] focus-within:outline-offset-2 focus-within:outline-focus", isMistaken ? "border-danger" : "border-control", className)}>
        <Search size={15} aria-hidden className="pointer-events-none absolute start-2.5 text-muted" />
        <input
          ref={input}
          role="combobox"
          aria-label="Filter"
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={isListed ? listId : undefined}
          aria-activedescendant={isListed && at !== -1 ? `${listId}-${at}` : undefined}
          autoComplete="off"
          value={text}
          aria-invalid={isMistaken}
          aria-errormessage={mistake === null ? undefined : mistakeId}
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          enterKeyHint="done"
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onScroll={follow}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            setOpen(false);
          }}
          onChange={({ target }) => {
            setText(target.value);
            setCaret(target.selectionStart ?? target.value.length);
            setMarked(null);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          className={classNames("h-full w-full min-w-0 placeholder-shown:text-ellipsis rounded-card bg-transparent text-transparent caret-ink outline-none selection:bg-focus/30 selection:text-transparent forced-colors:text-[CanvasText]", letters)}
        />
        <span aria-hidden className={classNames("pointer-events-none absolute inset-0 flex items-center overflow-hidden border-e-0 text-ink forced-colors:hidden", letters)}>
          <span className="overflow-hidden">
            <span ref={overlay} className="inline-block whitespace-pre" data-testid="coloured-filter">
              <ColouredFilter text={text} problem={isMistaken ? problem : null} />
            </span>
          </span>
        </span>
        <span className="absolute end-1 flex">
          {text !== "" && (
            <button type="button" aria-label="Clear the filter text" onClick={() => { put(""); input.current?.focus(); }} className="inline-flex size-6 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-ink">
              <X size={14} aria-hidden />
            </button>
          )}
          <FilterHelp anchor={frame} onPick={(example) => put(`${text.trim()} ${example}`.trim())} focusBox={() => input.current?.focus()} />
        </span>
      </div>
      <FilterMistake id={mistakeId} anchor={frame} message={mistake} />
      {isListed && (
        <Floating
          id={listId}
          role="listbox"
          aria-label="What may be written here"
          anchor={frame}
          gapPx={6}
          // The focus stays in the box.
          onPointerDown={(event) => event.preventDefault()}
          className="max-h-[min(330px,var(--available-height))] w-[max(var(--anchor-width),380px)] max-w-[calc(100vw-32px)] overflow-y-auto overscroll-contain rounded-card border border-hairline bg-surface p-1 text-base text-ink shadow-2"
        >
          {choices.map((choice, index) => (
            <div
              key={choice.label}
              ref={index === at ? showItem : undefined}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              onPointerMove={() => mark(index)}
              onClick={() => pick(choice)}
              className={classNames("flex min-h-7 cursor-default items-baseline gap-3 rounded-chip px-2 py-1 select-none", index === at && "bg-hover")}
            >
              <span className="min-w-0 shrink truncate" title={choice.label}>{choice.label}</span>
              {choice.detail !== undefined && <span className="ms-auto max-w-[60%] shrink-0 truncate text-sm text-muted tabular-nums">{choice.detail}</span>}
            </div>
          ))}
        </Floating>
      )}
    </>
  );
}

function showItem(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: "nearest" });
}

function choicesAt(text: string, caret: number, vocabulary: Vocabulary): { choices: Choice[]; areValues: boolean } {
  const { from, to, options } = completions(text, Math.min(caret, text.length), vocabulary);
  const choices = options.map((option) => ({ ...option, text: text.slice(0, from) + option.insert + text.slice(to), caret: from + option.insert.length }));
  return { choices, areValues: /[:=<>]$/.test(text.slice(0, from)) };
}

/** Behind a key, an operator or AND comes something else at once; behind a value the list would only be in the way. */
function isComplete({ insert }: Completion): boolean {
  return !/(^(AND|OR|NOT) |[:=<>])$/.test(insert);
}
