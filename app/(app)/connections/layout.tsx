import type { Metadata } from "next";
import { Connections } from "@/components/connections/connections";
import { AddressState } from "@/components/shell/address-state";

export const metadata: Metadata = { title: "Connections" };

export default function ConnectionsLayout() {
  return (
    <AddressState>
      <Connections />
    </AddressState>
  );
}
