/** Holds the place of what is still loading, so that nothing jumps when it comes. `className` tells size and corners. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={`animate-pulse bg-hover ${className}`} />;
}

export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-3 p-4">
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} className="h-5 rounded-chip" />)}
    </div>
  );
}
