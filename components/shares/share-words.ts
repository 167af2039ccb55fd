import type { Share, ShareHiding, ShareMode, ShareStatus } from "@/lib/core/share/share";
import { counted, dateTime } from "../data/words";
import type { Tone } from "../ui/badge";

export const shareStatusLabels: Record<ShareStatus, { label: string; tone: Tone }> = {
  active: { label: "On", tone: "ok" },
  paused: { label: "Paused", tone: "warn" },
  expired: { label: "Expired", tone: "neutral" },
  revoked: { label: "Revoked", tone: "neutral" },
};

export const shareModes: Record<ShareMode, { label: string; hint: string }> = {
  live: { label: "Live", hint: "It follows the diagram and the inventory, and shows what they are when it is opened." },
  frozen: { label: "Frozen at now", hint: "It stays as both are at this moment, whatever changes later." },
};

/** What can be hidden, in words about what is then seen. */
export const hidingWords: Record<keyof ShareHiding, { label: string; short: string; hint: string }> = {
  names: { label: "Names", short: "names", hint: "Resources are called “EC2 instance 1”, “S3 bucket 2”; notes and names given on the diagram are not seen." },
  ids: { label: "Ids", short: "ids", hint: "No ids of resources are seen, and accounts are called “Account 1”." },
  addresses: { label: "IP addresses and ARNs", short: "IP addresses and ARNs", hint: "No addresses, ranges, host names or ARNs are seen." },
  tags: { label: "Tags", short: "tags", hint: "No tags are seen; groups by a tag are called “Group 1”." },
  costs: { label: "Costs", short: "costs", hint: "No amounts are seen." },
};
export const hidingKeys = Object.keys(hidingWords) as (keyof ShareHiding)[];

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** "Names, ids and tags are hidden" */
export function hiddenWords(hide: ShareHiding): string {
  const hidden = hidingKeys.filter((key) => hide[key]).map((key) => hidingWords[key].short);
  if (hidden.length === 0) return "Nothing is hidden";
  const words = list.format(hidden);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} hidden`;
}

const units = [
  { ms: 86_400_000, one: "day" },
  { ms: 3_600_000, one: "hour" },
  { ms: 60_000, one: "minute" },
] as const;

/** "Expires in 7 days", "Expired on Nov 20, 2026, 4:12 PM", "Does not expire" */
export function expiryWords({ expiresAt }: Pick<Share, "expiresAt">, now = Date.now()): string {
  if (expiresAt === null) return "Does not expire";
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return `Expired on ${dateTime(expiresAt)}`;
  for (const { ms, one } of units) if (left > ms * 0.95) return `Expires in ${counted(Math.round(left / ms), one)}`;
  return "Expires in less than a minute";
}

/** How a link is called where it has no label. */
export function shareName({ label, createdAt }: Pick<Share, "label" | "createdAt">): string {
  return label ?? `Link of ${dateTime(createdAt)}`;
}
