import { CloudVizError } from "../core/error";

/** What decides whether a request may come in, apart from who sends it. */
export interface RequestSource {
  method: string;
  /** The Host header. */
  host: string | null;
  origin: string | null;
  /** Sec-Fetch-Site. */
  fetchSite: string | null;
}

export interface AllowedHosts {
  port: number;
  /** `name` or `name:port`, lower-cased. */
  allowedHosts: readonly string[];
}

const loopbackNames = ["127.0.0.1", "localhost", "[::1]"];
const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export function sourceOf(request: { method: string; headers: Headers }): RequestSource {
  return {
    method: request.method,
    host: request.headers.get("host"),
    origin: request.headers.get("origin"),
    fetchSite: request.headers.get("sec-fetch-site"),
  };
}

/**
 * A server on the loopback is reachable from every web page the person visits. A foreign Host means that a foreign name was
 * made to resolve to the loopback (DNS rebinding); a foreign Origin or Sec-Fetch-Site means that another site sends a write.
 * A write with neither header comes from no browser of today and is let in. Returns what is wrong, or null.
 */
export function checkSource(source: RequestSource, allowed: AllowedHosts): CloudVizError | null {
  const host = source.host?.toLowerCase() ?? "";
  if (!isAllowedHost(host, allowed)) {
    return new CloudVizError(
      "forbidden-host",
      `This server does not answer to the host name of the request. Use http://localhost:${allowed.port}, or name the host in CLOUDVIZ_ALLOWED_HOSTS.`,
    );
  }
  if (readingMethods.has(source.method)) return null;
  if (isForeignSite(source.fetchSite) || isForeignOrigin(source.origin, host)) {
    return new CloudVizError("forbidden-origin", "Another web site tried to change something here. Changes are only accepted from CloudViz's own pages.");
  }
  return null;
}

function isAllowedHost(host: string, { port, allowedHosts }: AllowedHosts): boolean {
  if (allowedHosts.includes(host)) return true;
  return loopbackNames.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

function isForeignSite(fetchSite: string | null): boolean {
  // "same-site" is foreign too: for browsers, every port of localhost is the same site.
  return fetchSite !== null && fetchSite !== "same-origin" && fetchSite !== "none";
}

function isForeignOrigin(origin: string | null, host: string): boolean {
  return origin !== null && origin.toLowerCase() !== `http://${host}` && origin.toLowerCase() !== `https://${host}`;
}
