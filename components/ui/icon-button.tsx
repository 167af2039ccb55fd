"use client";

import { useEffect, useRef, useState, type ComponentProps } from "react";
import { classNames } from "./class-names";
import { Floating } from "./floating";

/** A pointer that only passes is not told anything. */
const delayMs = 400;
const sizes = { small: "size-6 rounded-chip text-muted", usual: "size-8 rounded-card text-ink" } as const;

/** A square button that shows only an icon; `label` is its name and its tooltip. */
export function IconButton({ label, size = "usual", className, children, ...rest }: Omit<ComponentProps<"button">, "ref"> & { label: string; size?: keyof typeof sizes }) {
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isTold, setTold] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  function tell(afterMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTold(true), afterMs);
  }

  function hide() {
    clearTimeout(timer.current);
    setTold(false);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        onPointerEnter={({ pointerType }) => pointerType === "mouse" && tell(delayMs)}
        onPointerLeave={hide}
        onPointerDown={hide}
        onFocus={({ target }) => target.matches(":focus-visible") && tell(0)}
        onBlur={hide}
        onKeyDown={hide}
        className={classNames(
          "inline-flex shrink-0 items-center justify-center transition-colors duration-150 hover:not-disabled:bg-hover disabled:opacity-55",
          sizes[size],
          className,
        )}
        {...rest}
      >
        {children}
      </button>
      {isTold && rest.disabled !== true && (
        <Floating anchor={button} align="middle" gapPx={6} aria-hidden className="pointer-events-none max-w-80 rounded-chip bg-ink px-2 py-1 text-sm break-words text-canvas shadow-2">{label}</Floating>
      )}
    </>
  );
}
