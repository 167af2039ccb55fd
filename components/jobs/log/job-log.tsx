"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { OctagonX, TriangleAlert } from "lucide-react";
import { useEffect, useRef, useState, type Ref } from "react";
import { dateTime, number } from "../../data/words";
import { classNames } from "../../ui/class-names";
import { CopyButton } from "../../ui/copy-button";
import { logText, type LogLine } from "./log-lines";

const lineHeightPx = 22;
const clock = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

/** What happened to a job, the newest at the bottom. */
export function JobLog({ lines, isRunning }: { lines: readonly LogLine[]; isRunning: boolean }) {
  const [follows, setFollows] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => lineHeightPx, overscan: 20 });
  const last = lines.length - 1;
  useEffect(() => {
    if (follows && last >= 0) virtual.scrollToIndex(last, { align: "end" });
  }, [virtual, follows, last]);

  /** Who goes up wants to read: what is new does not pull the lines away. Following only ever goes down. */
  function readScroll() {
    const top = scroller.current?.scrollTop ?? 0;
    if (top < lastTop.current) setFollows(false);
    lastTop.current = top;
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline px-4 py-1.5">
        <span className="flex-1 text-sm text-muted tabular-nums">{number(lines.length)} lines</span>
        {isRunning && (
          <label className="flex min-h-6 items-center gap-2 text-sm">
            <input type="checkbox" role="switch" checked={follows} onChange={({ target }) => setFollows(target.checked)} className="size-4 accent-primary" /> Follow the newest
          </label>
        )}
        <CopyButton text={() => logText(lines)} label="Copy the log" size="small" />
      </div>
      {lines.length === 0 ? (
        <p className="px-4 py-5 text-muted">{isRunning ? "Nothing has happened yet." : "No log is kept of this job."}</p>
      ) : (
        <div ref={scroller} role="log" aria-live="off" aria-label="Log" tabIndex={0} onScroll={readScroll} className="h-[max(100dvh-356px,320px)] overflow-auto focus-visible:-outline-offset-2">
          <div className="relative" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const line = lines[index];
              return line && <Line key={line.id} ref={virtual.measureElement} line={line} index={index} startPx={start} />;
            })}
          </div>
        </div>
      )}
    </>
  );
}

const marks = { info: null, warn: TriangleAlert, error: OctagonX } as const;

/** A long one goes on below itself. */
function Line({ ref, line: { at, level, text }, index, startPx }: { ref: Ref<HTMLParagraphElement>; line: LogLine; index: number; startPx: number }) {
  const Mark = marks[level];
  return (
    <p ref={ref} data-index={index} className="absolute inset-x-0 top-0 flex gap-2 px-4 py-[3px] font-mono text-sm" style={{ transform: `translateY(${startPx}px)` }}>
      <time dateTime={at} title={dateTime(at)} className="text-muted tabular-nums">{clock.format(new Date(at))}</time>
      <span className={classNames("inline-flex w-3.5 shrink-0 pt-px max-sm:empty:hidden", level === "error" ? "text-danger" : "text-warn")}>{Mark !== null && <Mark size={13} aria-label={level === "error" ? "Error" : "Warning"} />}</span>
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere] [unicode-bidi:isolate]">{text}</span>
    </p>
  );
}
