import { z } from "zod";
import { edgeKinds } from "./edge-kinds";

export type EdgeKind = keyof typeof edgeKinds;

export const edgeKind = z.enum(Object.keys(edgeKinds) as [EdgeKind, ...EdgeKind[]]);

/** `declared`: read from a field made for it. `derived`: inferred from text such as a host name or an environment value. */
export const certainty = z.enum(["declared", "derived"]);
export type Certainty = z.infer<typeof certainty>;

/** Who saw the relationship and in which field. `address` is the Terraform address of the association it was made from. */
export const evidence = z.object({ collector: z.string(), path: z.string(), address: z.string().optional() });
export type Evidence = z.infer<typeof evidence>;

/** A relationship between two resources; `from` and `to` are resource ids. */
export const edge = z.object({ id: z.string(), kind: edgeKind, from: z.string(), to: z.string(), certainty, evidence });
export type Edge = z.infer<typeof edge>;

export function edgeId(kind: EdgeKind, from: string, to: string): string {
  return `${kind}:${from}->${to}`;
}
