import type { Metadata } from "next";
import { AddressState } from "@/components/shell/address-state";
import { Shares } from "@/components/shares/shares";

export const metadata: Metadata = { title: "Shares" };

export default function SharesLayout() {
  return (
    <AddressState>
      <Shares />
    </AddressState>
  );
}
