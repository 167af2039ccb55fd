import Link from "next/link";
import { SearchX } from "lucide-react";
import { PageFrame } from "@/components/shell/page-frame";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <PageFrame crumbs={[{ label: "Not found" }]}>
      <EmptyState icon={<SearchX size={28} aria-hidden />} title="There is no such page" actions={<Link href="/" className={buttonClass("primary")}>Go to the dashboard</Link>}>
        It may have been removed, or the address has a typing error.
      </EmptyState>
    </PageFrame>
  );
}
