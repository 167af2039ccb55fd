import type { Metadata } from "next";
import { JobPage } from "@/components/jobs/job-page";
import { AddressState } from "@/components/shell/address-state";

export const metadata: Metadata = { title: "Job" };

export default async function JobLayout({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <AddressState>
      <JobPage key={id} id={id} />
    </AddressState>
  );
}
