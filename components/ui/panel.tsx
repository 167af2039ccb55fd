import type { ReactNode } from "react";

/** A titled surface: the building block of the pages. */
export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="min-w-0 overflow-hidden rounded-card border border-hairline bg-surface">
      <header className="flex min-h-11 items-center justify-between gap-3 border-b border-hairline px-4 py-1.5">
        <h2 className="text-md font-semibold">{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
