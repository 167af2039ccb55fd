"use client";

import { Radio, Snowflake } from "lucide-react";
import type { SharedDiagram } from "@/lib/core/api/shares";
import { ago, dateTime } from "../data/words";
import { useMinute } from "./use-minute";
import { Badge } from "../ui/badge";

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium" });

/** Whether the picture follows what it shows, and of when it is. */
export function FreshnessBadge({ shared: { mode, asOf } }: { shared: SharedDiagram }) {
  const now = useMinute();
  const isLive = mode === "live";
  const Icon = isLive ? Radio : Snowflake;
  const when = asOf === null ? "" : isLive ? ` · ${ago(asOf, Math.max(now, Date.parse(asOf)))}` : ` · ${day.format(new Date(asOf))}`;
  return (
    <span title={asOf === null ? undefined : dateTime(asOf)} className="inline-flex">
      <Badge tone={isLive ? "ok" : "info"}><Icon size={12} aria-hidden /> {isLive ? "Live" : "Frozen"}{when}</Badge>
    </span>
  );
}
