/**
 * What a relationship means, and which way a failure travels along it: `from-to` when the loss of `from` breaks `to`,
 * `to-from` when the loss of `to` breaks `from`, `both`, or `none`. Legends, arrows and blast radius are exhaustive over it.
 */
export const edgeKinds = {
  contains: { label: "contains", failure: "from-to" },
  "connects-to": { label: "connects to", failure: "both" },
  "routes-to": { label: "routes to", failure: "to-from" },
  "depends-on": { label: "depends on", failure: "to-from" },
  "secured-by": { label: "secured by", failure: "none" },
  allows: { label: "allows", failure: "none" },
  assumes: { label: "assumes", failure: "to-from" },
  invokes: { label: "invokes", failure: "to-from" },
  reads: { label: "reads", failure: "to-from" },
  writes: { label: "writes", failure: "to-from" },
  "encrypted-by": { label: "encrypted by", failure: "to-from" },
  "replicates-to": { label: "replicates to", failure: "from-to" },
  "backs-up-to": { label: "backs up to", failure: "none" },
  "managed-by": { label: "managed by", failure: "to-from" },
  "peers-with": { label: "peers with", failure: "both" },
} as const satisfies Record<string, { label: string; failure: "from-to" | "to-from" | "both" | "none" }>;
