"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { classNames } from "../ui/class-names";
import { inputClass } from "../ui/field";

/** Typing is told after a pause, so that not every letter is a request. */
const pauseMs = 250;

export function FilterInput({ value, onChange, className, placeholder = "Filter: web, type:*Instance, tag.env=prod" }: { value: string; onChange: (value: string) => void; className?: string; placeholder?: string }) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const [previous, setPrevious] = useState(value);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  // The address changed from elsewhere (Back, "Clear filters"), not by what was typed here.
  if (value !== previous) {
    setPrevious(value);
    if (value !== told) {
      setTold(value);
      setText(value);
    }
  }
  useEffect(() => {
    if (text === told) return;
    const timer = setTimeout(() => {
      setTold(text);
      tell.current(text);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, told]);

  function clear() {
    setTold("");
    setText("");
    onChange("");
  }

  return (
    <div className={classNames("relative", className)}>
      <Search size={15} aria-hidden className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted" />
      <input
        type="search"
        aria-label="Filter"
        value={text}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        className={`${inputClass} ps-8 pe-8 [&::-webkit-search-cancel-button]:hidden`}
      />
      {text !== "" && <button type="button" aria-label="Clear the filter text" onClick={clear} className="absolute end-1 top-1 inline-flex size-6 items-center justify-center rounded-chip hover:bg-hover"><X size={14} aria-hidden /></button>}
    </div>
  );
}
