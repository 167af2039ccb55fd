import { valuesAt } from "../../../../core/resource/attribute-path";
import type { TerraformProvider } from "../../../../core/terraform/terraform-provider";
import type { TerraformAttributes } from "../../../../core/terraform/terraform-type";
import { fullName, lastSegment, projectOf, regionOfZone } from "../resource-name";
import { gcpTerraformTypes } from "./index";

/** How the Terraform providers of Google Cloud write names, places and labels. */
export const gcpIdentity: TerraformProvider = {
  id: "gcp",
  prefixes: ["google_"],
  types: gcpTerraformTypes,
  scope: (attributes) => ({ account: projectIn(attributes), region: regionIn(attributes) }),
  cloudId,
  name: (attributes) => lastSegmentAt(attributes, "name") ?? valuesAt(attributes, "display_name")[0] ?? lastSegmentAt(attributes, "id"),
  account: (attributes, context) => projectIn(attributes) ?? context.account,
  region: regionIn,
  zone: zoneIn,
  group: () => null,
  tags: labelsOf,
  aliases: () => [],
  spellings: (target) => {
    const name = fullName(target, null);
    return name === null || name === target ? [] : [name];
  },
};

/** For types without a row: only a self link tells the service. */
function cloudId(attributes: TerraformAttributes): string | null {
  const link = valuesAt(attributes, "self_link")[0];
  return link === undefined ? null : fullName(link, null);
}

function ownNames(attributes: TerraformAttributes): string[] {
  return [...valuesAt(attributes, "self_link"), ...valuesAt(attributes, "id")];
}

/** The project in the name counts before the attribute: others refer by name. */
function projectIn(attributes: TerraformAttributes): string | null {
  for (const name of ownNames(attributes)) {
    const project = /^(?:https:|projects\/)/.test(name) ? projectOf(name) : null;
    if (project !== null) return project;
  }
  return lastSegmentAt(attributes, "project");
}

function zoneIn(attributes: TerraformAttributes): string | null {
  const zones = [
    lastSegmentAt(attributes, "zone"),
    ...ownNames(attributes).map((name) => /\/zones\/([^/]+)/.exec(name)?.[1] ?? null),
    lastSegmentAt(attributes, "location"),
  ];
  return zones.find((zone) => zone !== null && regionOfZone(zone) !== null) ?? null;
}

/** "US" and "EU" are places too; "global" is none. */
function regionIn(attributes: TerraformAttributes): string | null {
  const zone = zoneIn(attributes);
  const region =
    (zone === null ? null : regionOfZone(zone)) ??
    lastSegmentAt(attributes, "region") ??
    lastSegmentAt(attributes, "location") ??
    lastSegmentAt(attributes, "location_id") ??
    ownNames(attributes).map((name) => /\/(?:regions|locations)\/([^/]+)/.exec(name)?.[1]).find((place) => place !== undefined) ??
    null;
  return region === null || region === "global" ? null : region.toLowerCase();
}

function lastSegmentAt(attributes: TerraformAttributes, path: string): string | null {
  const value = valuesAt(attributes, path)[0];
  return value === undefined ? null : lastSegment(value);
}

function labelsOf(attributes: TerraformAttributes): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const path of ["labels", "effective_labels", "resource_labels"]) Object.assign(labels, textsOf(attributes[path]));
  return labels;
}

function textsOf(value: TerraformAttributes[string] | undefined): Record<string, string> {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([key, text]) => (typeof text === "string" ? [[key, text]] : [])));
}
