import type { EdgeKind } from "../../../../../core/resource/edge";

export interface TextTarget {
  target: string;
  kind: EdgeKind;
}

// Longer texts are scripts and certificates: looking through them costs more than they tell.
const maxTextLength = 4_000;

const patterns: readonly { pattern: RegExp; kind: EdgeKind; target: (match: string) => string }[] = [
  { pattern: /\b(?:[a-z0-9-]+\.)+(?:run\.app|cloudfunctions\.net)\b/g, kind: "connects-to", target: (host) => host },
  // project:region:instance of Cloud SQL
  { pattern: /\b[a-z][a-z0-9.-]*(?::[a-z0-9-]+)?:[a-z]+-[a-z]+\d+:[a-z][a-z0-9-]*\b/g, kind: "connects-to", target: (name) => name },
  { pattern: /\b(?:\d{1,3}\.){3}\d{1,3}\b(?!\/)/g, kind: "connects-to", target: (address) => address },
  { pattern: /\bgs:\/\/[a-z0-9._-]+/g, kind: "depends-on", target: (bucket) => `//storage.googleapis.com/${bucket.slice("gs://".length)}` },
  { pattern: /\b[a-z0-9-]+@[a-z0-9-]+\.iam\.gserviceaccount\.com\b/g, kind: "depends-on", target: (email) => email },
  { pattern: /\bprojects\/[^/\s"',]+\/(?:topics|subscriptions)\/[^/\s"',]+/g, kind: "connects-to", target: (path) => `//pubsub.googleapis.com/${path}` },
  { pattern: /\bprojects\/[^/\s"',]+\/secrets\/[^/\s"',]+/g, kind: "reads", target: (path) => `//secretmanager.googleapis.com/${path}` },
];

/** The hosts, addresses and names in a text; nothing else of it is handed on. */
export function namedInText(text: string): TextTarget[] {
  if (text.length > maxTextLength) return [];
  return patterns.flatMap(({ pattern, kind, target }) => Array.from(text.matchAll(pattern), ([match]) => ({ target: target(match), kind })));
}
