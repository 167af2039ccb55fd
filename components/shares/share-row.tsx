"use client";

import { LockKeyhole, Radio, Snowflake } from "lucide-react";
import Link from "next/link";
import type { Share } from "@/lib/core/share/share";
import { ago, counted, dateTime } from "../data/words";
import { Badge } from "../ui/badge";
import { ShareActions } from "./share-actions";
import { expiryWords, hiddenWords, shareName, shareStatusLabels } from "./share-words";

/** One link: what it is called, whether and how long it opens, what it hides, how often it was looked at, and what can be done with it. */
export function ShareRow({ share, withDiagram = false }: { share: Share; withDiagram?: boolean }) {
  const { label, tone } = shareStatusLabels[share.status];
  const name = shareName(share);
  const isOver = share.status === "revoked" || share.status === "expired";
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className={`min-w-0 font-medium break-words [unicode-bidi:isolate] ${isOver ? "text-muted" : ""}`}>{name}</span>
          <Badge tone={tone}>{label}</Badge>
          {share.mode === "live" ? (
            <Badge><Radio size={12} aria-hidden /> Live</Badge>
          ) : (
            <span title={share.frozenAt === null ? undefined : dateTime(share.frozenAt)} className="inline-flex"><Badge><Snowflake size={12} aria-hidden /> Frozen</Badge></span>
          )}
          {share.hasPassword && <Badge><LockKeyhole size={12} aria-hidden /> Password</Badge>}
        </p>
        {withDiagram && <p className="mt-0.5 truncate"><Link href={`/d/${share.diagramId}`} className="rounded-chip text-link hover:underline">{share.diagramTitle}</Link></p>}
        <p className="mt-0.5 text-sm text-muted">
          {share.status !== "revoked" && <span title={share.expiresAt === null ? undefined : dateTime(share.expiresAt)}>{expiryWords(share)} · </span>}
          <span className="tabular-nums">{share.views === 0 ? "Not opened yet" : `Opened ${counted(share.views, "time")}`}</span>
          {share.lastViewedAt !== null && <span title={dateTime(share.lastViewedAt)}>, last {ago(share.lastViewedAt)}</span>}
        </p>
        <p className="text-sm text-muted">{hiddenWords(share.hide)}{isPartial(share) && " · shows a part of the diagram"}</p>
      </div>
      {share.status !== "revoked" && <ShareActions share={share} name={name} />}
    </li>
  );
}

function isPartial({ view: { q, preset } }: Share): boolean {
  return q !== "" || preset !== null;
}
