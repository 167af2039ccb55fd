import { spellType } from "../../../../../catalogue";

/** Names that one type has besides its own: those of the first exports, and those that tell a regional resource from a global one. */
const otherNames: Record<string, string> = {
  "google.cloud.billing.BillingAccount": "cloudbilling.googleapis.com/BillingAccount",
  "google.bigtable.Instance": "bigtableadmin.googleapis.com/Instance",
  "logging.googleapis.com/Metric": "logging.googleapis.com/LogMetric",
  "compute.googleapis.com/RegionBackendService": "compute.googleapis.com/BackendService",
  "compute.googleapis.com/RegionDisk": "compute.googleapis.com/Disk",
};

/** An asset type as the catalogue spells it; Terraform's rows give the same resources the same types. */
export function typeName(assetType: string): string {
  const named = Object.hasOwn(otherNames, assetType) ? otherNames[assetType] : undefined;
  const whole = assetType.replace(/^google\.([a-z]+)\.(\w+)$/, "$1.googleapis.com/$2").replace(/^([\w.]+\.googleapis\.com)\.(\w+)$/, "$1/$2");
  return spellType(named ?? whole);
}
