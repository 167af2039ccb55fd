"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { Summary } from "@/lib/core/api/summary";
import type { Category } from "@/lib/core/resource/category";
import { categoryWords } from "@/lib/scene/text/category-words";
import { ConnectionLines } from "../connections/connection-lines";
import { DiagramLines } from "./diagram-lines";
import { JobLines } from "../jobs/job-lines";
import { number } from "../data/words";
import { categoryFill, CategoryTile } from "../ui/category-tile";
import { Panel } from "../ui/panel";

const shown = 5;

export function SummaryView({ summary }: { summary: Summary }) {
  return (
    <>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-hairline bg-hairline sm:grid-cols-3 lg:grid-cols-5">
        <Figure label="Resources" value={summary.resources} href="/inventory" />
        <Figure label="Relationships" value={summary.edges} />
        <Figure label="Accounts" value={summary.accounts} />
        <Figure label="Regions" value={summary.byRegion.length} />
        <Figure label="Outside" value={summary.outside} hint="Pointed at, but in no inventory" className="max-lg:col-span-2" />
      </dl>
      <div className="grid items-start gap-4 sm:gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4 sm:gap-6">
          <Panel title="Diagrams" aside={<More href="/diagrams">All diagrams</More>}><DiagramLines diagrams={summary.diagrams.slice(0, shown)} connections={summary.connections} /></Panel>
          <Panel title="Connections" aside={<More href="/connections">Manage</More>}><ConnectionLines connections={summary.connections} jobs={summary.jobs} unseen={summary.unseen} /></Panel>
          <Panel title="Last jobs" aside={<More href="/jobs">All jobs</More>}><JobLines jobs={summary.jobs.slice(0, shown)} connections={summary.connections} /></Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4 sm:gap-6">
          <Panel title="By provider"><Bars rows={summary.byProvider.map((row) => ({ ...row, href: `/inventory?provider=${encodeURIComponent(row.id)}`, color: "var(--primary)" }))} /></Panel>
          <Panel title="By category"><Bars rows={summary.byCategory.map(categoryRow)} /></Panel>
        </div>
      </div>
    </>
  );
}

interface BarRow {
  id: string;
  label: string;
  count: number;
  href: string;
  color: string;
  icon?: ReactNode;
}

function categoryRow(row: { id: string; label: string; count: number }): BarRow {
  const href = `/inventory?q=${encodeURIComponent(`category=${row.id}`)}`;
  if (!isCategory(row.id)) return { ...row, href, color: "var(--control)" };
  return { ...row, href, color: categoryFill(row.id), icon: <CategoryTile category={row.id} /> };
}

function isCategory(id: string): id is Category {
  return Object.hasOwn(categoryWords, id);
}

function Figure({ label, value, href, hint, className = "" }: { label: string; value: number; href?: string; hint?: string; className?: string }) {
  return (
    <div className={`relative bg-surface px-4 py-3 ${className}`} title={hint}>
      <dt className="text-sm text-muted">{href === undefined ? label : <Link href={href} className="rounded-chip after:absolute after:inset-0 hover:text-ink">{label}</Link>}</dt>
      <dd className="mt-0.5 text-2xl font-semibold tabular-nums">{number(value)}</dd>
    </div>
  );
}

function More({ href, children }: { href: string; children: string }) {
  return <Link href={href} className="rounded-chip text-sm font-medium text-link hover:underline">{children}</Link>;
}

function Bars({ rows }: { rows: readonly BarRow[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul className="py-1.5">
      {rows.map(({ id, label, count, href, color, icon }) => (
        <li key={id}>
          <Link href={href} className="grid h-9 grid-cols-[minmax(0,9.5rem)_1fr_3.5rem] items-center gap-3 px-4 hover:bg-hover focus-visible:-outline-offset-2">
            <span className="flex min-w-0 items-center gap-2.5">{icon}<span className="truncate">{label}</span></span>
            <span aria-hidden className="h-2 rounded-chip bg-frame"><span className="block h-full min-w-1 rounded-chip" style={{ width: `${(count / most) * 100}%`, background: color }} /></span>
            <span className="text-end tabular-nums">{number(count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
