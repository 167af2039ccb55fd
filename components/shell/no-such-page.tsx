"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { PageFrame } from "./page-frame";

export function NoSuchPage() {
  return (
    <PageFrame crumbs={[{ label: "Not found" }]}>
      <EmptyState icon={<SearchX size={28} aria-hidden />} title="There is no such page" actions={<Link href="/" className={buttonClass("primary")}>Go to the dashboard</Link>}>
        It may have been removed, or the address has a typing error.
      </EmptyState>
    </PageFrame>
  );
}
