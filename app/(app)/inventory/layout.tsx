import type { Metadata } from "next";
import { Inventory } from "@/components/inventory/inventory";
import { AddressState } from "@/components/shell/address-state";

export const metadata: Metadata = { title: "Inventory" };

export default function InventoryLayout() {
  return (
    <AddressState>
      <Inventory />
    </AddressState>
  );
}
