import { internet } from "../../../../core/resource/collected";
import type { Ref } from "../../../../core/resource/collected";
import type { EdgeKind } from "../../../../core/resource/edge";
import { memberTargets } from "../member-targets";
import type { Asset } from "./asset";

/** Who may do anything in a whole project or folder is no line: it would cross everything. */
const holders = /^(?:cloudresourcemanager|cloudbilling)\.googleapis\.com\//;

/** Service accounts whose role on this resource says plainly what they do with it, and everybody where everybody may. */
export function policyReferences(asset: Asset, type: string): Ref[] {
  if (holders.test(type)) return [];
  return asset.bindings.flatMap(({ role, members }) => {
    const kind = kindOfRole(role, type);
    return members.flatMap(memberTargets).flatMap((target): Ref[] => {
      const path = "iamPolicy.bindings[].members[]";
      if (target === internet) return [{ kind: "allows", target, path, direction: "in" }];
      return kind === null ? [] : [{ kind, target, targetType: "iam.googleapis.com/ServiceAccount", path, direction: "in", outside: false }];
    });
  });
}

function kindOfRole(role: string, type: string): EdgeKind | null {
  const name = role.split(/[/.]/).at(-1) ?? "";
  if (type === "iam.googleapis.com/ServiceAccount") return /^(?:serviceAccountUser|serviceAccountTokenCreator|serviceAccountOpenIdTokenCreator|workloadIdentityUser)$/.test(name) ? "assumes" : null;
  if (/invoker$/i.test(name)) return "invokes";
  if (/(?:viewer|reader|subscriber|secretAccessor)$/i.test(name)) return "reads";
  return /(?:editor|writer|publisher|objectCreator|objectUser|objectAdmin|dataOwner|bucketOwner|enqueuer)$/i.test(name) ? "writes" : null;
}
