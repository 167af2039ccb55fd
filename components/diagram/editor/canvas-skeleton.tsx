import { Skeleton } from "../../ui/skeleton";

export function CanvasSkeleton() {
  return (
    <div role="status" aria-label="Loading the diagram" className="flex flex-1 items-center justify-center p-10">
      <div className="grid w-full max-w-3xl grid-cols-3 gap-6 rounded-frame border border-dashed border-control p-8">
        {Array.from({ length: 9 }, (_, index) => <Skeleton key={index} className="h-16 rounded-card" />)}
      </div>
    </div>
  );
}
