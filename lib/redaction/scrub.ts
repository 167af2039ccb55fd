/** Stands where something was taken out. */
export const gap = "…";

/** Sizes look like host names: `m7g.2xlarge`, `db.r5.large`, `r6g.large.search`. */
const size = /^(?:(?:db|cache|ml|kafka|dax|mq)\.)?[a-z][a-z0-9-]*\.(?:nano|micro|small|medium|x?large|\d+xlarge|metal(?:-\w+)?)(?:\.(?:search|elasticsearch))?$/i;

/** The longer ones first: a URL holds a host name, and that may be an address. */
const addresses: readonly RegExp[] = [
  /[a-z][a-z0-9+.:-]*:\/\/[^\s"'<>]+/gi,
  /\barn:[\w-]*:[^\s"'<>,;]*/gi,
  /\/(?:subscriptions|resourcegroups|providers)\/[^\s"'<>]*/gi,
  /(?:\/\/[\w.-]+\.googleapis\.com\/|\bprojects\/)[^\s"'<>]*/gi,
  /[^\s@<>"'(),;]+@[^\s@<>"'(),;]+/g,
  // No word boundaries: what only might be an address of version 6, or of a network card, goes too.
  /[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\.\d{1,3}){0,3}(?:\/\d{1,3})?/gi,
  /\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?/g,
  /\bip-\d{1,3}(?:-\d{1,3}){3}/gi,
];

const hostName = /(?:\*\.)?(?:[\p{L}\p{N}_][\p{L}\p{N}_-]*\.)+\p{L}[\p{L}\p{N}-]*\p{L}(?::\d{1,5})?/gu;

/** Takes out IP addresses and ranges, host names, URLs, mail addresses, ARNs and the long names of Azure and Google Cloud. */
export function scrubAddresses(text: string): string {
  const scrubbed = addresses.reduce((rest, pattern) => rest.replace(pattern, (found) => (/[0-9a-z]/i.test(found) ? gap : found)), text);
  return scrubbed.replace(hostName, (found) => (size.test(found) ? found : gap));
}

/** As clouds make them: UUIDs, `i-0a1b2c3d`, account numbers, long hexadecimal numbers, ids of access keys. */
const ids: readonly RegExp[] = [
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi,
  /\b[a-z][a-z0-9]{0,15}(?:-[a-z]{1,15}){0,2}-(?=[0-9a-f]*\d)(?:[0-9a-f]{17}|[0-9a-f]{8})\b/gi,
  /\b(?=[0-9a-f]*\d)[0-9a-f]{16,}\b/gi,
  /\b(?:AKIA|ASIA|AIDA|AROA)[A-Z0-9]{12,}\b/g,
  /(?<!\d)\d{10,}(?!\d)/g,
];

export function scrubIds(text: string): string {
  return ids.reduce((rest, pattern) => rest.replace(pattern, gap), text);
}

/** Whether a cloud made it and no person: it names nothing. */
export function isMachineMade(word: string): boolean {
  return scrubIds(word) === gap;
}

/** Whether anything is left that a person could read. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Of the text as it is read: letters of full width and invisible ones between digits hide nothing. */
export function scrubWith(text: string, scrub: (text: string) => string): string {
  const read = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  const scrubbed = scrub(read);
  return scrubbed === read ? text : scrubbed;
}
