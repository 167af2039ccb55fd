"use client";

import { Link2, SearchX } from "lucide-react";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect } from "react";
import type { Share, ShareStatus } from "@/lib/core/share/share";
import { useShares } from "../data/queries";
import { counted, number } from "../data/words";
import { PageFrame } from "../shell/page-frame";
import { Button, buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { Select } from "../ui/select";
import { SkeletonRows } from "../ui/skeleton";
import { ShareRow } from "./share-row";
import { shareStatusLabels } from "./share-words";

const statuses = Object.keys(shareStatusLabels) as ShareStatus[];

/** All links of all diagrams. */
export function Shares() {
  const [status, setStatus] = useQueryState("status", parseAsStringLiteral(statuses));
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useShares(null);
  const all = data?.pages.flatMap((page) => page.data);
  // A link expires by itself: no list of the server's has it by its status, so all are there before some are left out.
  const isIncomplete = status !== null && hasNextPage && error === null;
  useEffect(() => {
    if (isIncomplete && !isFetchingNextPage) void fetchNextPage();
  }, [isIncomplete, isFetchingNextPage, fetchNextPage]);
  return (
    <PageFrame crumbs={[{ label: "Shares" }]}>
      {all === undefined && error === null && <div className="rounded-card border border-hairline bg-surface"><SkeletonRows rows={6} label="Loading the links" /></div>}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {all?.length === 0 && <NoLinks />}
      {all !== undefined && all.length > 0 && (
        <section aria-label="Links">
          <div className="mb-3 flex flex-wrap items-center gap-3">
            <Select label="Status" prefix="Status" value={status ?? ""} options={statusOptions(all, hasNextPage)} onChange={(next) => void setStatus(statuses.find((one) => one === next) ?? null)} className="w-48" />
            <p role="status" className="text-sm text-muted tabular-nums">{isIncomplete ? "Counting…" : countWords(all, status, hasNextPage)}</p>
          </div>
          <List shares={status === null ? all : all.filter((share) => share.status === status)} isIncomplete={isIncomplete} onClear={() => void setStatus(null)} />
          {hasNextPage && status === null && <div className="mt-4 flex justify-center"><Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{isFetchingNextPage ? "Loading…" : "Show more"}</Button></div>}
        </section>
      )}
    </PageFrame>
  );
}

function List({ shares, isIncomplete, onClear }: { shares: readonly Share[]; isIncomplete: boolean; onClear: () => void }) {
  if (shares.length > 0) return <ul className="flex flex-col divide-y divide-hairline rounded-card border border-hairline bg-surface px-4">{shares.map((share) => <ShareRow key={share.id} share={share} withDiagram />)}</ul>;
  if (isIncomplete) return <div className="rounded-card border border-hairline bg-surface"><SkeletonRows rows={3} label="Loading the links" /></div>;
  return <EmptyState icon={<SearchX size={28} aria-hidden />} title="None of the links" actions={<Button look="primary" onClick={onClear}>Show all links</Button>}>No link has this status now.</EmptyState>;
}

function NoLinks() {
  return (
    <div className="rounded-card border border-dashed border-control">
      <EmptyState icon={<Link2 size={28} aria-hidden />} title="No links yet" actions={<Link href="/diagrams" className={buttonClass("primary")}>Go to the diagrams</Link>}>
        A link shows one diagram to people without an account, live or as it was, without what you hide. To make one, open a diagram and choose Share.
      </EmptyState>
    </div>
  );
}

/** Counts only where every link is known. */
function statusOptions(all: readonly Share[], isMore: boolean) {
  return [{ value: "", label: "All" }, ...statuses.map((status) => ({ value: status, label: shareStatusLabels[status].label, ...(isMore ? {} : { count: all.filter((share) => share.status === status).length }) }))];
}

function countWords(all: readonly Share[], status: ShareStatus | null, isMore: boolean): string {
  if (status !== null) return `${number(all.filter((share) => share.status === status).length)} of ${counted(all.length, "link")}`;
  return isMore ? `The newest ${counted(all.length, "link")}` : counted(all.length, "link");
}
