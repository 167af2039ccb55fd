import type { Metadata } from "next";
import type { ReactNode } from "react";

/** The title of a diagram is told by the page once the link has opened. */
export const metadata: Metadata = { title: { absolute: "Shared diagram" }, description: null, robots: { index: false, follow: false }, referrer: "no-referrer" };

export default function SharedLayout({ children }: { children: ReactNode }) {
  return children;
}
