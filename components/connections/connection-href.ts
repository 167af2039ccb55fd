/** To the page of all connections, pointing at one. */
export function connectionHref(id: string): string {
  return `/connections?connection=${encodeURIComponent(id)}`;
}
