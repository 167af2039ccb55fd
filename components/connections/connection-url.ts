import { parseAsString } from "nuqs";

/** The connection that the page of all of them points at, in its address. */
export const connectionInUrl = ["connection", parseAsString] as const;

export function connectionHref(id: string): string {
  return `/connections?connection=${encodeURIComponent(id)}`;
}
