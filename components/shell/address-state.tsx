import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Suspense, type ReactNode } from "react";

/**
 * Around pages that keep in their address what they show; the others do not load what reads it. Belongs into a layout: after a
 * reload Next.js asks the server for the page of each address that Back comes to, and shows none when a second Back overtakes
 * the answer. A layout is of all addresses, and waits for nothing.
 */
export function AddressState({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <Suspense>{children}</Suspense>
    </NuqsAdapter>
  );
}
