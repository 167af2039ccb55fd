/** The host or address in a URL, `host:port` or bare name, in lower case; nothing for other text. */
export function hostTargets(value: string): string[] {
  const host = /^(?:[a-z]+:\/\/)?([^/:@\s]+?)\.?(?::\d+)?(?:\/.*)?$/i.exec(value)?.[1];
  return host === undefined ? [] : [host.toLowerCase()];
}
