"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Search, X } from "lucide-react";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { completions, type Completion, type Vocabulary } from "@/lib/graph/filter";
import { useFacets } from "../data/queries";
import { classNames } from "../ui/class-names";
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
export function FilterInput({ value, onChange, className, at = null, placeholder = "Filter: web, type:*Instance, tag.env=prod" }: {
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
  const nextCaret = useRef<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLSpanElement>(null);
  const mistakeId = useId();
  const { data: facets } = useFacets(at, isFocused);
  const { choices, areValues } = useMemo(() => choicesAt(text, caret, facets ?? nothingKnown), [text, caret, facets]);
  const isListed = isOpen && choices.length > 0;
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

  function onValueChange(next: string, { reason }: Autocomplete.Root.ChangeEventDetails) {
    const picked = reason === "item-press" ? choices.find((choice) => choice.text === next) : undefined;
    if (picked !== undefined) {
      put(next, picked.caret);
      setOpen(!isComplete(picked));
    } else {
      setText(next);
      setCaret(input.current?.selectionStart ?? next.length);
    }
  }

  return (
    <Autocomplete.Root
      items={choices}
      mode="none"
      value={text}
      onValueChange={onValueChange}
      open={isListed}
      onOpenChange={(open, { reason }) => reason !== "item-press" && setOpen(open)}
      openOnInputClick
      itemToStringValue={({ text: made }: Choice) => made}
    >
      <div ref={frame} data-filter-input className={classNames("relative isolate flex h-8 items-center rounded-card border bg-surface focus-within:outline-[2.5px] focus-within:outline-offset-2 focus-within:outline-focus", isMistaken ? "border-danger" : "border-control", className)}>
        <Search size={15} aria-hidden className="pointer-events-none absolute start-2.5 text-muted" />
        <Autocomplete.Input
          ref={input}
          aria-label="Filter"
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
          onBlur={() => setFocused(false)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && !isListed) {
              // Base UI would empty the box: Escape takes nothing away that was typed, and what arrives late is not listed any more.
              event.preventBaseUIHandler();
              setOpen(false);
            }
            if (event.key === "Enter" && input.current?.getAttribute("aria-activedescendant") === null) tell(text);
          }}
          className={classNames("h-full w-full min-w-0 rounded-card bg-transparent text-transparent caret-ink outline-none selection:bg-focus/30 selection:text-transparent forced-colors:text-[CanvasText]", letters)}
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
          <FilterHelp anchor={frame} onPick={(example) => put(`${text.trim()} ${example}`.trim())} focusBox={() => input.current} />
        </span>
      </div>
      <FilterMistake id={mistakeId} anchor={frame} message={mistake} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner anchor={frame} sideOffset={6} align="start" className="z-50 outline-none">
          <Autocomplete.Popup className="w-[max(var(--anchor-width),380px)] max-w-[calc(100vw-32px)] rounded-card border border-hairline bg-surface text-ink shadow-2">
            <Autocomplete.List aria-label="What may be written here" className="max-h-[min(320px,var(--available-height))] overflow-y-auto overscroll-contain p-1">
              {(choice: Choice) => (
                <Autocomplete.Item key={choice.label} value={choice} className="flex min-h-7 cursor-default items-baseline gap-3 rounded-chip px-2 py-1 outline-none select-none data-highlighted:bg-hover">
                  <span className="min-w-0 shrink truncate" title={choice.label}>{choice.label}</span>
                  {choice.detail !== undefined && <span className="ms-auto max-w-[60%] shrink-0 truncate text-sm text-muted tabular-nums">{choice.detail}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
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
