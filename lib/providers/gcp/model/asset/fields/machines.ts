import { compute } from "../../compute-types";
import { fullName } from "../../resource-name";
import { encryptedBy, inside, to, toHost, toLink, toServiceAccount } from "./field";
import type { Field, Fields } from "./field";

const publicImage = { outside: false } as const;
/** What a disk, snapshot or image was made from is often deleted since. */
const gone = { outside: false } as const;

/** In one subnetwork, drawn in it; in none or several, drawn in the network. */
const placed: readonly Field[] = [
  inside("networkInterfaces[].subnetwork", compute.subnetwork, { whenMany: "connects-to" }),
  inside("networkInterfaces[].network", compute.network, {
    whenMany: "connects-to",
    when: ({ values }) => new Set(values.at("networkInterfaces[].subnetwork")).size !== 1,
  }),
];

/** `created-by` in a machine's metadata names the group that runs it. */
function managers(value: string): string[] {
  const name = /^projects\/[^/]+\/(?:zones|regions)\/[^/]+\/instanceGroupManagers\/[^/]+$/.test(value) ? fullName(value, compute.service) : null;
  return name === null ? [] : [name];
}

const instance: readonly Field[] = [
  ...placed,
  to("disks[].source", "depends-on", compute.disk, { outside: false }),
  to("disks[].initializeParams.sourceImage", "depends-on", compute.image, publicImage),
  encryptedBy("disks[].diskEncryptionKey.kmsKeyName"),
  toServiceAccount("serviceAccounts[].email"),
  to("resourcePolicies[]", "managed-by", compute.resourcePolicy),
  toHost("networkInterfaces[].accessConfigs[].natIP", "depends-on"),
  to("metadata.items[].value", "managed-by", compute.instanceGroupManager, { pick: managers, outside: false }),
];

const template: readonly Field[] = [
  to("properties.networkInterfaces[].subnetwork", "connects-to", compute.subnetwork),
  to("properties.networkInterfaces[].network", "connects-to", compute.network, { when: ({ values }) => values.first("properties.networkInterfaces[].subnetwork") === null }),
  to("properties.disks[].initializeParams.sourceImage", "depends-on", compute.image, publicImage),
  to("properties.disks[].source", "depends-on", compute.disk, { pick: templateDisk }),
  encryptedBy("properties.disks[].diskEncryptionKey.kmsKeyName"),
  toServiceAccount("properties.serviceAccounts[].email"),
];

/** Templates name disks by link or by a bare name, which each machine has in its own zone. */
function templateDisk(value: string): string[] {
  const name = fullName(value, compute.service);
  return name === null ? [] : [name];
}

const disk: readonly Field[] = [
  to("sourceImage", "depends-on", compute.image, publicImage),
  to("sourceSnapshot", "depends-on", compute.snapshot, gone),
  to("sourceDisk", "depends-on", compute.disk, gone),
  to("users[]", "depends-on", compute.instance, { direction: "in", outside: false }),
  to("resourcePolicies[]", "managed-by", compute.resourcePolicy),
  encryptedBy("diskEncryptionKey.kmsKeyName"),
];

const manager: readonly Field[] = [
  to("versions[].instanceTemplate", "depends-on", compute.instanceTemplate),
  to("instanceTemplate", "depends-on", compute.instanceTemplate),
  to("instanceGroup", "managed-by", compute.instanceGroup, { direction: "in", outside: false }),
  to("targetPools[]", "routes-to", "compute.googleapis.com/TargetPool", { direction: "in" }),
  to("autoHealingPolicies[].healthCheck", "depends-on", compute.healthCheck),
];

export const machineFields: Fields = {
  [compute.instance]: instance,
  [compute.instanceTemplate]: template,
  [compute.instanceGroup]: [
    to("instanceUrls[]", "routes-to", compute.instance),
    to("instances[]", "routes-to", compute.instance),
    to("network", "connects-to", compute.network),
    to("subnetwork", "connects-to", compute.subnetwork),
  ],
  [compute.instanceGroupManager]: manager,
  "compute.googleapis.com/Autoscaler": [to("target", "managed-by", compute.instanceGroupManager, { direction: "in" })],
  [compute.disk]: disk,
  [compute.snapshot]: [to("sourceDisk", "backs-up-to", compute.disk, { direction: "in", ...gone }), encryptedBy("snapshotEncryptionKey.kmsKeyName")],
  [compute.image]: [
    to("sourceDisk", "depends-on", compute.disk, gone),
    to("sourceSnapshot", "depends-on", compute.snapshot, gone),
    to("sourceImage", "depends-on", compute.image, publicImage),
    encryptedBy("imageEncryptionKey.kmsKeyName"),
  ],
  // Compute's settings of a project only say which account new machines take.
  "compute.googleapis.com/Project": [toServiceAccount("defaultServiceAccount", { kind: "depends-on", outside: false })],
  "compute.googleapis.com/NodeGroup": [toLink("nodeTemplate", "depends-on", compute.service)],
  "notebooks.googleapis.com/Instance": [
    inside("gceSetup.networkInterfaces[].subnet", compute.subnetwork),
    to("gceSetup.networkInterfaces[].network", "connects-to", compute.network, { when: ({ values }) => values.first("gceSetup.networkInterfaces[].subnet") === null }),
    toServiceAccount("gceSetup.serviceAccounts[].email"),
    inside("subnet", compute.subnetwork),
    to("network", "connects-to", compute.network, { when: ({ values }) => values.first("subnet") === null }),
    toServiceAccount("serviceAccount"),
  ],
};
