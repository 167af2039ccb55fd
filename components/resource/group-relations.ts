import type { Relation, ResourceDetail } from "@/lib/core/api";
import type { EdgeKind } from "@/lib/core/edge";
import { edgeKinds } from "@/lib/core/edge-kinds";

/** How a kind of relation reads from either end. */
const relationWords: Record<EdgeKind, { out: string; in: string }> = {
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

export interface RelationGroup {
  id: string;
  title: string;
  direction: "out" | "in";
  /** By the name of the other end. */
  relations: Relation[];
}

/** Relations of one kind and direction together; what flows first, the nesting last. */
export function groupRelations(relations: ResourceDetail["relations"]): RelationGroup[] {
  const kinds = (Object.keys(edgeKinds) as EdgeKind[]).filter((kind) => kind !== "contains");
  return [...kinds, "contains" as const].flatMap((kind) =>
    (["out", "in"] as const).flatMap((direction) => {
      const found = relations[direction].filter(({ edge }) => edge.kind === kind);
      if (found.length === 0) return [];
      return [{ id: `${kind} ${direction}`, title: relationWords[kind][direction], direction, relations: found.sort((one, other) => collator.compare(one.other.name, other.other.name)) }];
    }),
  );
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
