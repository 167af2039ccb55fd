import type { ResourceType } from "./resource-type";

/** Azure types as Azure spells them; they compare without case. */
export const azureTypes = {
  "Microsoft.Resources/subscriptions": { label: "Subscription", category: "management", glyph: "account", frame: "account" },
  "Microsoft.Resources/resourceGroups": { label: "Resource group", category: "management", glyph: "group", frame: "group" },
  "Microsoft.Network/virtualNetworks": { label: "Virtual network", category: "network", glyph: "network", frame: "network" },
  "Microsoft.Network/virtualNetworks/subnets": { label: "Subnet", category: "network", glyph: "subnet", frame: "subnet" },
  "Microsoft.Compute/virtualMachines": { label: "Virtual machine", category: "compute", glyph: "compute" },
} as const satisfies Record<string, ResourceType>;
