import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** `public`: reachable by anybody. `listed`: inside a range that the operator allows. Else the kind of address that is refused. */
export type AddressKind = "public" | "listed" | { refused: string };

/** Everything else of IPv6 is reserved, or leads somewhere else by translation. */
const globalIpv6 = ipaddr.parseCIDR("2000::/3");

/** What kind of address it is, with `allowed` as CIDRs. Only what is known to be public is: what is new or unreadable is refused. */
export function kindOfAddress(address: string, allowed: readonly string[]): AddressKind {
  // Node's reading first: ipaddr also takes 1.2.3 and 0x7f.1.
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return { refused: "unreadable" };
  // An IPv4 address written as IPv6 is reached as IPv4.
  const parsed = ipaddr.process(address);
  if (allowed.some((cidr) => isInside(parsed, cidr))) return "listed";
  const range = parsed.range();
  if (range !== "unicast") return { refused: range.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) };
  return parsed.kind() === "ipv4" || parsed.match(globalIpv6) ? "public" : { refused: "reserved" };
}

function isInside(address: ReturnType<typeof ipaddr.process>, cidr: string): boolean {
  const [range, bits] = ipaddr.parseCIDR(cidr);
  return range.kind() === address.kind() && address.match(range, bits);
}
