import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Suspense, type ReactNode } from "react";

/** Around pages that keep in their address what they show; the others do not load what reads it. */
export function AddressState({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <Suspense>{children}</Suspense>
    </NuqsAdapter>
  );
}
