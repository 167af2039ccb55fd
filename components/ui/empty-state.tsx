import type { ReactNode } from "react";

/** Says that there is nothing yet and what to do about it. */
export function EmptyState({ icon, title, children, actions }: { icon: ReactNode; title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex flex-col items-center justify-center gap-2 px-6 py-14 text-center">
      <span className="text-muted">{icon}</span>
      <h2 className="mt-1 text-lg font-semibold">{title}</h2>
      <div className="max-w-[52ch] text-muted">{children}</div>
      {actions !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
