import type { Importer } from "./importer";

/** Every kind of file that can be imported, asked in this order whether a file is theirs; loaded when first asked for. */
export const importers = {
  // The ids and types in it are other tools' own: asked after them, half of it would be taken for theirs.
  "cloudviz-json": () => import("./cloudviz-json/cloudviz-json").then((module) => module.cloudvizJson),
  // Before states: what `terraform show -json` prints is often called terraform.tfstate as well.
  "terraform-plan": () => import("./terraform-plan/terraform-plan").then((module) => module.terraformPlan),
  "terraform-show-state": () => import("./terraform-show-state/terraform-show-state").then((module) => module.terraformShowState),
  "terraform-state": () => import("./terraform-state/terraform-state").then((module) => module.terraformState),
  "arm-template": () => import("./arm-template/arm-template").then((module) => module.armTemplate),
  "azure-resource-graph": () => import("./azure-resource-graph/azure-resource-graph").then((module) => module.azureResourceGraph),
  "gcp-asset-export": () => import("./gcp-asset-export/gcp-asset-export").then((module) => module.gcpAssetExport),
} as const satisfies Record<string, () => Promise<Importer>>;

export type ImporterId = keyof typeof importers;
