/** `https://a.blob.core.windows.net/x` → `a.blob.core.windows.net`; a bare host or address stays as it is. */
export function hostTargets(value: string): string[] {
  const host = /^(?:[a-z]+:\/\/)?([^/:@\s]+)(?::\d+)?(?:\/.*)?$/i.exec(value)?.[1];
  return host === undefined ? [] : [host.toLowerCase()];
}
