import type { Metadata } from "next";
import { Diagrams } from "@/components/diagrams/diagrams";
import { AddressState } from "@/components/shell/address-state";

export const metadata: Metadata = { title: "Diagrams" };

export default function DiagramsLayout() {
  return (
    <AddressState>
      <Diagrams />
    </AddressState>
  );
}
