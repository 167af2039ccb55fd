import { classNames } from "./class-names";

/** Holds the place of what is still loading, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("animate-pulse rounded-chip bg-hover", className)} />;
}

export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3 p-4">
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} className="h-5" />)}
    </div>
  );
}
