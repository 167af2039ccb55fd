import type { z } from "zod";
import { typeOfAddress } from "../../catalogue";
import type { JsonObject } from "../../core/json";
import type { CollectedRelation, CollectedResource } from "../../core/resource/collected";
import { coverage, type Coverage } from "../../core/resource/coverage";
import { edge } from "../../core/resource/edge";
import { outsideTarget } from "../../core/resource/outside-id";
import { resource } from "../../core/resource/resource";
import { withoutSecrets } from "../../secrets/without-secrets";

export const importerId = "cloudviz-json";

// What linking finds out anew is not asked for. A name is missing when it looked like a secret: the id is shown for it.
const resourceRecord = resource.omit({ key: true, category: true, parent: true, firstSeenAt: true, lastSeenAt: true }).extend({ id: resource.shape.id.min(1), type: resource.shape.type.min(1), name: resource.shape.name.default("") });
const edgeRecord = edge.omit({ id: true });

export type ResourceRecord = z.infer<typeof resourceRecord>;
export type EdgeRecord = z.infer<typeof edgeRecord>;

/** Null for what is not as CloudViz writes a resource. `tooDeep`: what nests deeper than any cloud's attributes is left out of it. */
export function readResource(record: unknown): (ResourceRecord & { tooDeep: boolean }) | null {
  const { attributes, tooDeep } = cleansed(record);
  const read = resourceRecord.safeParse(attributes).data;
  return read === undefined ? null : { ...read, tooDeep };
}

/** Null for what is not as CloudViz writes a relation, such as one of a kind that there is not. */
export function readEdge(record: unknown): EdgeRecord | null {
  return edgeRecord.safeParse(cleansed(record).attributes).data ?? null;
}

export function readCoverage(record: unknown): Coverage | null {
  return coverage.safeParse(cleansed(record).attributes).data ?? null;
}

/** Exports have no secrets, but anybody may have edited one. */
function cleansed(record: unknown): { attributes: JsonObject | null; tooDeep: boolean } {
  if (record === null || typeof record !== "object" || Array.isArray(record)) return { attributes: null, tooDeep: false };
  // JSON.parse made it.
  return withoutSecrets(record as JsonObject, null, { keepsNames: true });
}

/** The file is who saw it now, whoever saw it for the file; what nobody listed then, nobody lists now. */
export function collectResource({ origin, tooDeep: _, ...rest }: ResourceRecord & { tooDeep: boolean }): CollectedResource {
  const kind = outsideTarget(rest.id) === null ? importerId : "outside";
  const resource = { ...rest, origin: { kind, address: origin?.address ?? null, merged: origin?.merged ?? [] } };
  return { kind: "resource", collector: importerId, resource, aliases: shortIds(rest.id), refs: [] };
}

/** Exports have no other spellings, and most of AWS goes by the end of its ARN: `subnet-0a1b2c3d`. */
function shortIds(id: string): string[] {
  const short = id.startsWith("arn:") ? (id.split(/[/:]/).at(-1) ?? "") : "";
  return typeOfAddress(short) === null ? [] : [short];
}

/** `ends` gives the two resources. An end that nobody listed is named as its id tells, so that another file may list it. */
export function collectEdge({ kind, from, to, certainty, evidence }: EdgeRecord, ends: { from: EdgeEnd; to: EdgeEnd }): CollectedRelation {
  const { target, targetType } = named(to, ends.to);
  const owner = named(from, ends.from);
  return {
    kind: "relation",
    collector: evidence.collector,
    from: owner.target,
    ...(owner.targetType === undefined ? {} : { fromType: owner.targetType }),
    ref: { kind, target, ...(targetType === undefined ? {} : { targetType }), path: evidence.path, certainty, outside: true },
    ...(evidence.address === undefined ? {} : { address: evidence.address }),
    scope: ends.from,
  };
}

export type EdgeEnd = Pick<ResourceRecord, "type" | "provider" | "account" | "region">;

function named(id: string, { type }: EdgeEnd): { target: string; targetType?: string } {
  const target = outsideTarget(id);
  if (target === null) return { target: id };
  return type === "Unknown" ? { target } : { target, targetType: type };
}
