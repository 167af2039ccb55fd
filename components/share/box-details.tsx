"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { providerLabel } from "@/lib/catalogue/provider-label";
import { glyphs } from "@/lib/scene/glyphs/glyphs";
import { boxFlags, statuses, type View } from "@/lib/scene/view/view";
import { number } from "../data/words";
import { StatusMark } from "../diagram/panels/status-mark";
import { relationWords } from "../resource/relation-words";
import { SidePanel } from "../resource/side-panel";
import { Badge } from "../ui/badge";
import { CategoryTile } from "../ui/category-tile";
import { relationsOf, type DrawnRelations } from "./relations-of";

/** More of one kind are told by their number: a hub has thousands. */
const mostEnds = 100;

/** What the picture knows of one box. Nothing is asked for: who opens a link has no more than what it shows. */
export function BoxDetails({ view, box, note, onGo, onClose }: { view: View; box: number; note: string | null; onGo: (box: number) => void; onClose: () => void }) {
  const { boxes, words, types, providers } = view;
  const relations = useMemo(() => relationsOf(view, box), [view, box]);
  const type = types[boxes.type[box] ?? -1];
  const flags = boxes.flags[box] ?? 0;
  const title = boxes.title[box] ?? "";
  const [subtitle, meta] = [words[boxes.subtitle[box] ?? -1] ?? "", words[boxes.meta[box] ?? -1] ?? ""];
  const provider = providerLabel(providers[boxes.provider[box] ?? -1] ?? "");
  const frames = framesAround(view, box);
  const isFrame = box < boxes.frames;
  return (
    <SidePanel label="Details" onClose={onClose}>
      <header className="flex shrink-0 items-start gap-3 px-4 pb-3 pe-12 sm:pt-3">
        <BoxTile view={view} box={box} size={36} />
        <div className="min-w-0">
          <h2 className="line-clamp-3 text-md font-semibold break-words [unicode-bidi:isolate]" title={title}>{title}</h2>
          <p className="text-sm text-muted">{[type?.label ?? subtitle, provider].filter((part) => part !== "" && part !== title).join(" · ")}</p>
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-hairline pb-3">
        {note !== null && <p className="mx-4 mt-3 rounded-card border border-hairline bg-canvas px-3 py-2 text-sm break-words whitespace-pre-wrap"><span className="sr-only">Note: </span>{note}</p>}
        <dl className="flex flex-col gap-3 p-4">
          {subtitle !== "" && type !== undefined && subtitle !== type.label && <Row label="Is">{subtitle}</Row>}
          {meta !== "" && !isFrame && <Row label="More">{meta}</Row>}
          <State view={view} box={box} />
          {isFrame && <Row label="Holds">{meta === "" ? number(boxes.held[box] ?? 0) : meta}</Row>}
          {(flags & boxFlags.outside) !== 0 && <Row label="Outside"><Badge tone="outside">Nobody listed this</Badge></Row>}
          {frames.length > 0 && (
            <Row label="Inside">
              {frames.map((frame) => <button key={frame} type="button" onClick={() => onGo(frame)} className="block max-w-full rounded-chip text-start break-words text-link hover:underline">{boxes.title[frame]}</button>)}
            </Row>
          )}
        </dl>
        {relations.length === 0 && !isFrame && <p className="px-4 text-muted">No relationships are shown.</p>}
        {relations.map((group) => <Relations key={`${group.kind} ${group.direction}`} view={view} group={group} onGo={onGo} />)}
      </div>
    </SidePanel>
  );
}

function State({ view: { boxes }, box }: { view: View; box: number }) {
  const status = statuses[boxes.status[box] ?? 0] ?? "unknown";
  if (status === "unknown" || status === "ok") return null;
  return <Row label="Status"><span className="flex items-center gap-1.5"><StatusMark status={status} /> <span aria-hidden className="first-letter:uppercase">{status}</span></span></Row>;
}

function Relations({ view, group: { kind, direction, ends }, onGo }: { view: View; group: DrawnRelations; onGo: (box: number) => void }) {
  const { boxes, types } = view;
  const Arrow = direction === "in" ? ArrowLeft : ArrowRight;
  return (
    <section className="py-1.5">
      <h3 className="flex items-center gap-1.5 px-4 pb-1 text-sm font-medium text-muted">
        <Arrow size={12} aria-hidden /> {relationWords[kind][direction]}
        <span className="rounded-chip bg-frame px-1 text-xs tabular-nums">{number(ends.length)}</span>
      </h3>
      <ul>
        {ends.slice(0, mostEnds).map(({ box, isDerived }, index) => (
          <li key={index}>
            <button type="button" onClick={() => onGo(box)} className="flex w-full items-center gap-3 px-4 py-1.5 text-start hover:bg-hover focus-visible:-outline-offset-2">
              <BoxTile view={view} box={box} size={24} />
              <span className="min-w-0 flex-1">
                <span className="block font-medium break-words [unicode-bidi:isolate]">{boxes.title[box]}</span>
                <span className="flex flex-wrap items-center gap-1.5 text-sm text-muted">
                  {types[boxes.type[box] ?? -1]?.label}
                  {isDerived && <Badge tone="warn">Inferred</Badge>}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {ends.length > mostEnds && <p className="px-4 pt-1 text-sm text-muted">and {number(ends.length - mostEnds)} more</p>}
    </section>
  );
}

function BoxTile({ view: { boxes, types }, box, size }: { view: View; box: number; size: number }) {
  const type = types[boxes.type[box] ?? -1];
  return type === undefined ? <span className="shrink-0 rounded-chip border border-dashed border-control" style={{ width: size, height: size }} /> : <CategoryTile category={type.category} path={glyphs[type.glyph]} size={size} />;
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[88px_minmax(0,1fr)] gap-2">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 break-words [unicode-bidi:isolate]">{children}</dd>
    </div>
  );
}

/** The innermost first. */
function framesAround({ boxes: { parent } }: View, box: number): number[] {
  const frames: number[] = [];
  for (let frame = parent[box] ?? -1; frame >= 0; frame = parent[frame] ?? -1) frames.push(frame);
  return frames;
}
