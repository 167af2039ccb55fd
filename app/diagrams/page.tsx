import type { Metadata } from "next";
import { Suspense } from "react";
import { Diagrams } from "@/components/diagrams/diagrams";

export const metadata: Metadata = { title: "Diagrams" };

export default function DiagramsPage() {
  return (
    <Suspense>
      <Diagrams />
    </Suspense>
  );
}
