import type { Metadata } from "next";
import { Jobs } from "@/components/jobs/list/jobs";
import { AddressState } from "@/components/shell/address-state";

export const metadata: Metadata = { title: "Jobs" };

export default function JobsLayout() {
  return (
    <AddressState>
      <Jobs />
    </AddressState>
  );
}
