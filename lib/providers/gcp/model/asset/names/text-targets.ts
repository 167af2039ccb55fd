import type { EdgeKind } from "../../../../../core/resource/edge";

export interface TextTarget {
  target: string;
  kind: EdgeKind;
}

interface Pattern {
  /** A text without this is not looked through: nearly all of them. */
  mark: string;
  pattern: RegExp;
  kind: EdgeKind;
  target: (match: string) => string;
}

// Longer texts are scripts and certificates: looking through them costs more than they tell.
const maxTextLength = 4_000;

const patterns: readonly Pattern[] = [
  { mark: ".run.app", pattern: /\b[a-z0-9.-]+\.run\.app\b/g, kind: "connects-to", target: (host) => host },
  { mark: ".cloudfunctions.net", pattern: /\b[a-z0-9.-]+\.cloudfunctions\.net\b/g, kind: "connects-to", target: (host) => host },
  // project:region:instance of Cloud SQL
  { mark: ":", pattern: /\b[a-z][a-z0-9.-]*(?::[a-z0-9-]+)?:[a-z]+-[a-z]+\d+:[a-z][a-z0-9-]*\b/g, kind: "connects-to", target: (name) => name },
  { mark: ".", pattern: /\b(?:\d{1,3}\.){3}\d{1,3}\b(?!\/)/g, kind: "connects-to", target: (address) => address },
  { mark: "gs://", pattern: /\bgs:\/\/[a-z0-9._-]+/g, kind: "depends-on", target: (bucket) => `//storage.googleapis.com/${bucket.slice("gs://".length)}` },
  { mark: ".iam.gserviceaccount.com", pattern: /\b[a-z0-9-]+@[a-z0-9-]+\.iam\.gserviceaccount\.com\b/g, kind: "depends-on", target: (email) => email },
  { mark: "/topics/", pattern: /\bprojects\/[^/\s"',]+\/topics\/[^/\s"',]+/g, kind: "connects-to", target: (path) => `//pubsub.googleapis.com/${path}` },
  { mark: "/subscriptions/", pattern: /\bprojects\/[^/\s"',]+\/subscriptions\/[^/\s"',]+/g, kind: "connects-to", target: (path) => `//pubsub.googleapis.com/${path}` },
  { mark: "/secrets/", pattern: /\bprojects\/[^/\s"',]+\/secrets\/[^/\s"',]+/g, kind: "reads", target: (path) => `//secretmanager.googleapis.com/${path}` },
];

/** The hosts, addresses and names in a text; nothing else of it is handed on. */
export function namedInText(text: string): TextTarget[] {
  if (text.length > maxTextLength) return [];
  return patterns.flatMap(({ mark, pattern, kind, target }) => (text.includes(mark) ? Array.from(text.matchAll(pattern), ([match]) => ({ target: target(match), kind })) : []));
}
