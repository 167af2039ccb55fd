import type { Metadata } from "next";
import { PrintPage } from "@/components/diagram/print/print-page";
import { AddressState } from "@/components/shell/address-state";

export const metadata: Metadata = { title: "Print" };

export default async function PrintLayout({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <AddressState>
      <PrintPage id={id} />
    </AddressState>
  );
}
