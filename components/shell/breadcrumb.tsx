"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";

export interface Crumb {
  label: string;
  href?: string;
}

/** Where the page stands; the last crumb is the page itself and its heading. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-1.5">
        {crumbs.map(({ label, href }, index) => (
          <li key={`${index} ${label}`} className={index === crumbs.length - 1 ? "min-w-0" : "flex shrink-0 items-center gap-1.5"}>
            {href === undefined ? (
              <h1 className="truncate text-md font-semibold" title={label}>{label}</h1>
            ) : (
              <>
                <Link href={href} className="rounded-chip text-md text-muted hover:text-ink">{label}</Link>
                <ChevronRight size={14} aria-hidden className="text-muted" />
              </>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
