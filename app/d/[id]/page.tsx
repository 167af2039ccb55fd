import type { Metadata } from "next";
import { Suspense } from "react";
import { DiagramPage } from "@/components/diagram/diagram-page";

export const metadata: Metadata = { title: "Diagram" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Suspense>
      <DiagramPage id={id} />
    </Suspense>
  );
}
