import type { JsonObject } from "../../../../../core/json";
import type { EdgeKind } from "../../../../../core/resource/edge";
import { internet } from "../../../../../core/resource/collected";
import { accountTargets } from "../../account-targets";
import { hostTargets } from "../../host-targets";
import { fullName, lastSegment, serviceOf } from "../../resource-name";
import type { AssetValues } from "../asset-values";

/** What a row may look at besides the value itself. */
export interface FieldContext {
  id: string;
  /** Project id or number; empty for what is in none. */
  project: string;
  values: AssetValues;
  data: JsonObject;
}

/**
 * A field made for pointing at another resource. `path` is the one in the resource's data; `pick` gives the spellings that a
 * value stands for (none: no reference); `targetType` is what an unlisted target is drawn as. With `whenMany` it is another
 * relation where more than one target is named: a machine in several subnetworks is contained by none.
 */
export interface Field {
  path: string;
  kind: EdgeKind;
  targetType?: string;
  direction?: "in";
  certainty?: "derived";
  outside?: false;
  when?: (context: FieldContext) => boolean;
  whenMany?: EdgeKind;
  pick: (value: string, context: FieldContext) => string[];
}

/** Asset type → its fields. */
export type Fields = Readonly<Record<string, readonly Field[]>>;

type More = Partial<Omit<Field, "path">>;

/** By self link, path or bare name to a resource of one type. */
export function to(path: string, kind: EdgeKind, type: string, more: More = {}): Field {
  const service = serviceOf(type);
  return { path, kind, targetType: type, pick: (value, { project }) => [completed(value, service, project) ?? lastSegment(value)], ...more };
}

/** By self link or full name, to whatever it names. A bare name is no reference. */
export function toLink(path: string, kind: EdgeKind, service: string, more: More = {}): Field {
  return { path, kind, pick: (value, { project }) => present(completed(value, service, project)), ...more };
}

export function inside(path: string, type: string, more: More = {}): Field {
  return to(path, "contains", type, { direction: "in", ...more });
}

/** A bucket by name, `gs://` address or link. */
export function toBucket(path: string, kind: EdgeKind, more: More = {}): Field {
  return to(path, kind, "storage.googleapis.com/Bucket", { pick: (value) => [fullName(value, null) ?? `//storage.googleapis.com/${value.replace(/^projects\/[^/]+\/buckets\//, "").split("/")[0] ?? value}`], ...more });
}

export function encryptedBy(path: string): Field {
  return to(path, "encrypted-by", "cloudkms.googleapis.com/CryptoKey", { pick: (value) => present(fullName(value.replace(/\/cryptoKeyVersions\/.*/, ""), "cloudkms.googleapis.com")) });
}

export function toSecret(path: string, more: More = {}): Field {
  const type = "secretmanager.googleapis.com/Secret";
  return to(path, "reads", type, { pick: (value, { project }) => [`//secretmanager.googleapis.com/${value.includes("/") ? value.replace(/\/versions\/.*/, "") : `projects/${project}/secrets/${value}`}`], ...more });
}

export function toServiceAccount(path: string, more: More = {}): Field {
  return { path, kind: "assumes", targetType: "iam.googleapis.com/ServiceAccount", pick: (value) => accountTargets(value), ...more };
}

/** By host name, URL or address: only drawn when one of the resources listed has it. */
export function toHost(path: string, kind: EdgeKind, more: More = {}): Field {
  return { path, kind, certainty: "derived", pick: (value) => hostTargets(value), ...more };
}

export function openTo(path: string, more: More = {}): Field {
  return { path, kind: "allows", direction: "in", pick: (value) => (value === "0.0.0.0/0" || value === "::/0" ? [internet] : []), ...more };
}

/** Paths of compute also come without their project: `regions/r/subnetworks/s`, `global/networks/n`. */
function completed(value: string, service: string, project: string): string | null {
  const isPartial = service === "compute.googleapis.com" && project !== "" && /^(?:global|(?:regions|zones)\/[^/]+)\/[^/]+\/[^/]+$/.test(value);
  return fullName(isPartial ? `projects/${project}/${value}` : value, service);
}

function present(value: string | null): string[] {
  return value === null ? [] : [value];
}
