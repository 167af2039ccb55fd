import type { Metadata } from "next";
import { DiagramPage } from "@/components/diagram/diagram-page";
import { AddressState } from "@/components/shell/address-state";

export const metadata: Metadata = { title: "Diagram" };

export default async function DiagramLayout({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <AddressState>
      <DiagramPage id={id} />
    </AddressState>
  );
}
