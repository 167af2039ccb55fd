import { Unlink } from "lucide-react";
import { EmptyState } from "../ui/empty-state";

/** The same for every link that opens nothing: whether there ever was one is not told. */
export function NoSuchLink() {
  return (
    <main id="content" tabIndex={-1} className="flex min-h-dvh flex-col items-center justify-center bg-canvas p-4 outline-none">
      <div className="w-full max-w-[520px] rounded-frame border border-hairline bg-surface">
        <EmptyState icon={<Unlink size={28} aria-hidden />} title="This link does not open anything">
          Ask who gave it to you.
        </EmptyState>
      </div>
    </main>
  );
}
