import type { Ref } from "../../../../core/resource/collected";
import type { EdgeKind } from "../../../../core/resource/edge";
import { accountTargets } from "../account-targets";
import { serviceOf } from "../resource-name";
import type { AssetNames } from "./names/asset-names";
import { pathKey } from "./asset-values";
import type { AssetValue } from "./asset-values";
import { fieldsOf } from "./fields";
import type { Field, FieldContext } from "./fields/field";
import { targetName } from "./names/target-name";
import { namedInText } from "./names/text-targets";

/** What an asset's data refers to: by the fields that are made for it, and by any other text that is another resource's name. */
export function referencesOf(type: string, context: FieldContext, containers: readonly Ref[], names: AssetNames): Ref[] {
  const fields = fieldsOf(type);
  const refs: Ref[] = [];
  const others: AssetValue[] = [];
  for (const value of context.values.all) {
    const rows = fields.get(pathKey(value.path));
    if (rows === undefined) {
      if (!ownNames.has(value.path)) others.push(value);
    } else for (const row of rows) refs.push(...byField(row, value, context, names));
  }
  const around = new Set([...containers, ...refs.filter(({ kind }) => kind === "contains")].map(({ target }) => target));
  for (const value of others) {
    for (const ref of byText(type, value, names)) if (!around.has(ref.target) && !isOwn(ref.target, context.id)) refs.push(ref);
  }
  return refs;
}

/** What the resource itself is called. */
const ownNames: ReadonlySet<string> = new Set(["name", "selfLink", "id"]);

/** What secrets were taken out of is only looked at: a name, a host or an address in it stays where a resource has it. Paths are those in the whole asset. */
export function referencesInTakenOut(takenOut: readonly AssetValue[], id: string, names: AssetNames): Ref[] {
  return takenOut.flatMap(({ path, text }) =>
    namedInText(text).map(({ target, kind }): Ref => ({ kind, target: spelled(target, names), path, certainty: "derived" })).filter(({ target }) => !isOwn(target, id)),
  );
}

function byField(row: Field, { path, text }: AssetValue, context: FieldContext, names: AssetNames): Ref[] {
  if (row.when?.(context) === false) return [];
  const isOneOfMany = row.whenMany !== undefined && new Set(context.values.at(row.path)).size > 1;
  return row.pick(text, context).filter((target) => target !== "").map((target) => ({
    kind: isOneOfMany ? (row.whenMany ?? row.kind) : row.kind,
    target: spelled(target, names),
    path: evidence(path),
    ...(row.targetType === undefined ? {} : { targetType: row.targetType }),
    ...(row.direction === undefined || isOneOfMany ? {} : { direction: row.direction }),
    ...(row.certainty === undefined ? {} : { certainty: row.certainty }),
    // A bare name says too little for a box of its own.
    ...(row.outside === false || !/[/@.:]|^internet$/.test(target) ? { outside: false } : {}),
  }));
}

/** Nobody made these fields known: they count where the resource is listed. */
function byText(type: string, { path, text }: AssetValue, names: AssetNames): Ref[] {
  const name = targetName(text, serviceOf(type));
  if (name !== null) {
    const target = spelled(name, names);
    return [{ kind: kindOf(type, target), target: target.replace(/\/cryptoKeyVersions\/.*/, ""), path: evidence(path), outside: false }];
  }
  if (/^(?:serviceAccount:)?[^@\s/]+@[a-z0-9.-]+\.gserviceaccount\.com$/.test(text)) {
    const kind = /service_?account[^.]*(?:\.email)?$/i.test(path) ? "assumes" : "depends-on";
    return accountTargets(text.replace(/^serviceAccount:/, "")).map((target) => ({ kind, target, path: evidence(path), outside: false }));
  }
  return namedInText(text).map(({ target, kind }) => ({ kind, target: spelled(target, names), path: evidence(path), certainty: "derived" }));
}

function kindOf(type: string, target: string): EdgeKind {
  if (target.includes("/cryptoKeys/") && !type.startsWith("cloudkms.")) return "encrypted-by";
  if (target.includes("/serviceAccounts/") && !type.startsWith("iam.")) return "assumes";
  return /\/(?:sub)?networks\/[^/]+$/.test(target) ? "connects-to" : "depends-on";
}

/** The resource itself, or a part of it. */
function isOwn(target: string, id: string): boolean {
  return target === id || target.startsWith(`${id}/`);
}

function spelled(target: string, names: AssetNames): string {
  return target.startsWith("//") ? names.spell(target) : target;
}

function evidence(path: string): string {
  return `resource.data.${path}`;
}
