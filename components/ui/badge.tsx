import type { ReactNode } from "react";
import { classNames } from "./class-names";

const tones = {
  neutral: "bg-frame text-muted",
  ok: "bg-ok-ground text-ok",
  warn: "bg-warn-ground text-warn",
  danger: "bg-danger-ground text-danger",
  info: "bg-info-ground text-link",
  outside: "border border-dashed border-control text-muted",
} as const;

export type Tone = keyof typeof tones;

export function Badge({ tone = "neutral", children, className }: { tone?: Tone; children: ReactNode; className?: string }) {
  return <span className={classNames("inline-flex h-5 shrink-0 items-center gap-1 rounded-chip px-1.5 text-xs font-medium whitespace-nowrap", tones[tone], className)}>{children}</span>;
}
