import type { Importer } from "./importer";

/** Every kind of file that can be imported, asked in this order whether a file is theirs; loaded when first asked for. */
export const importers = {
  "terraform-state": () => import("./terraform-state/terraform-state").then((module) => module.terraformState),
  "azure-resource-graph": () => import("./azure-resource-graph/azure-resource-graph").then((module) => module.azureResourceGraph),
  "gcp-asset-export": () => import("./gcp-asset-export/gcp-asset-export").then((module) => module.gcpAssetExport),
} as const satisfies Record<string, () => Promise<Importer>>;

export type ImporterId = keyof typeof importers;
