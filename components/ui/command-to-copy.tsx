import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { CopyButton } from "./copy-button";

/** A text for a shell or a file, below what it does. `label` names it for screen readers. */
export function CommandToCopy({ title, label, copyLabel, text, className }: { title: ReactNode; label: string; copyLabel: string; text: string; className?: string }) {
  return (
    <>
      <p className="mb-1 flex items-center gap-2 text-sm font-medium"><span className="min-w-0 flex-1">{title}</span> <CopyButton text={text} label={copyLabel} /></p>
      <pre tabIndex={0} aria-label={label} className={classNames("overflow-auto rounded-chip bg-frame p-3 font-mono text-xs", className)}>{text}</pre>
    </>
  );
}
