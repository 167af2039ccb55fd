import type { RelationDirection } from "@/lib/core/api/resources";
import type { EdgeKind } from "@/lib/core/resource/edge";

/** How a kind of relation reads from either end. */
export const relationWords: Record<EdgeKind, Record<RelationDirection, string>> = {
  contains: { out: "Contains", in: "Inside" },
  "connects-to": { out: "Connects to", in: "Connected from" },
  "routes-to": { out: "Routes to", in: "Receives from" },
  "depends-on": { out: "Depends on", in: "Needed by" },
  "secured-by": { out: "Secured by", in: "Secures" },
  allows: { out: "Allows", in: "Allowed by" },
  assumes: { out: "Assumes", in: "Assumed by" },
  invokes: { out: "Invokes", in: "Invoked by" },
  reads: { out: "Reads", in: "Read by" },
  writes: { out: "Writes to", in: "Written by" },
  "encrypted-by": { out: "Encrypted by", in: "Encrypts" },
  "replicates-to": { out: "Replicates to", in: "Replicated from" },
  "backs-up-to": { out: "Backs up to", in: "Holds backups of" },
  "managed-by": { out: "Managed by", in: "Manages" },
  "peers-with": { out: "Peers with", in: "Peers with" },
};
