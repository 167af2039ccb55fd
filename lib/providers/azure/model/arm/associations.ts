import { valuesAt } from "../../../../core/resource/attribute-path";
import type { CollectedRelation } from "../../../../core/resource/collected";
import { isArmId, owningArmId } from "../arm-id";
import type { ArmRow } from "./row";

/** By type, in lower case: what stands for a copy in the vault around it, and the paths of what is copied. */
const backups = new Map([
  ["microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems", ["properties.sourceResourceId", "properties.virtualMachineId"]],
  ["microsoft.dataprotection/backupvaults/backupinstances", ["properties.dataSourceInfo.resourceID"]],
]);

/** What is no box of its own but an edge between two others; null for every other row. */
export function associationOf(row: ArmRow, collector: string): CollectedRelation[] | null {
  if (row.type.toLowerCase() === "microsoft.authorization/roleassignments") return roleAssignment(row, collector);
  const sources = backups.get(row.type.toLowerCase());
  if (sources === undefined) return null;
  const vault = /^(.*?\/(?:vaults|backupvaults)\/[^/]+)\//i.exec(row.id)?.[1];
  for (const path of sources) {
    const [source] = valuesAt({ properties: row.properties ?? null }, path);
    if (source !== undefined && vault !== undefined && isArmId(source)) {
      return [{ kind: "relation", collector, from: owningArmId(source), ref: { kind: "backs-up-to", target: owningArmId(vault), path }, address: row.id }];
    }
  }
  return [];
}

/**
 * A principal may act on a scope. Held by the scope: a tenant has thousands of users and groups that nobody lists, and each
 * would stand as an outside node. The root scope says nothing of any one resource.
 */
function roleAssignment(row: ArmRow, collector: string): CollectedRelation[] {
  const [principal] = valuesAt(row.properties ?? {}, "principalId");
  const scope = valuesAt(row.properties ?? {}, "scope")[0] ?? row.id.replace(/\/providers\/microsoft\.authorization\/roleassignments\/[^/]+$/i, "");
  if (principal === undefined || scope === "" || scope === "/") return [];
  return [{
    kind: "relation",
    collector,
    from: owningArmId(scope),
    ref: { kind: "allows", target: principal, path: "properties.principalId", direction: "in", outside: false },
    address: row.id,
  }];
}
