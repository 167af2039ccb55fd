import type { ResourceType } from "./resource-type";

/** Google Cloud types by their Cloud Asset Inventory names. */
export const gcpTypes = {
  "cloudresourcemanager.googleapis.com/Project": { label: "Project", category: "management", glyph: "account", frame: "account" },
  "compute.googleapis.com/Network": { label: "VPC network", category: "network", glyph: "network", frame: "network" },
  "compute.googleapis.com/Subnetwork": { label: "Subnetwork", category: "network", glyph: "subnet", frame: "subnet" },
  "compute.googleapis.com/Instance": { label: "VM instance", category: "compute", glyph: "compute" },
} as const satisfies Record<string, ResourceType>;
