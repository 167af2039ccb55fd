import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { CloudVizError } from "../core/error";
import { kindOfAddress } from "./address-rule";

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Where a message goes, and the only addresses that may be connected to for it. */
export interface Target {
  url: URL;
  /** Without the brackets of an IPv6 address. */
  hostname: string;
  addresses: readonly ResolvedAddress[];
}

export interface TargetRule {
  /** CLOUDVIZ_WEBHOOK_ALLOW_CIDRS */
  allowedCidrs: readonly string[];
  /** Asked once for each target. */
  resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>;
}

/**
 * Looks whether messages may be sent to a URL, so that nobody has CloudViz call what only CloudViz can reach: a cloud's metadata
 * service, another service on the loopback.
 * @throws CloudVizError "invalid-request", which says what to change.
 */
export async function checkTarget(text: string, { allowedCidrs, resolve = resolveAll }: TargetRule): Promise<Target> {
  const url = readUrl(text);
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(hostname);
  const addresses = family === 0 ? await resolve(hostname).catch((cause: unknown) => refuse(`The name ${hostname} cannot be resolved to an address.`, cause)) : [{ address: hostname, family }];
  if (addresses.length === 0) refuse(`The name ${hostname} has no address.`);
  for (const { address } of addresses) {
    const kind = kindOfAddress(address, allowedCidrs);
    const named = address === hostname ? address : `${hostname} (${address})`;
    if (typeof kind === "object") refuse(`${named} is no public address (${kind.refused}). Whoever runs CloudViz can allow such addresses by CLOUDVIZ_WEBHOOK_ALLOW_CIDRS.`);
    if (kind === "public" && url.protocol === "http:") refuse("The address has to begin with https://. Only inside of CLOUDVIZ_WEBHOOK_ALLOW_CIDRS may it be http://.");
  }
  return { url, hostname, addresses };
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : refuse("This is no address of a web server. Example: https://example.org/hooks/cloudviz");
  if (url.protocol !== "https:" && url.protocol !== "http:") refuse("The address has to begin with https://.");
  if (url.username !== "" || url.password !== "") refuse("The address may not hold a user name or password: what is sent is signed instead.");
  return url;
}

function resolveAll(hostname: string): Promise<ResolvedAddress[]> {
  return lookup(hostname, { all: true, verbatim: true });
}

function refuse(detail: string, cause?: unknown): never {
  throw new CloudVizError("invalid-request", detail, { details: [{ pointer: "/url", detail }], cause });
}
