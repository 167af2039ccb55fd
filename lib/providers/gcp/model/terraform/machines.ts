import { valuesAt } from "../../../../core/resource/attribute-path";
import type { TerraformAttributes, TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { fullName } from "../resource-name";
import { compute } from "../compute-types";
import { association, byTag, encryptedBy, end, google, hostAliases, inside, tagAliases, to, toHost, toServiceAccount } from "./row";

const global = "projects/{project}/global";
const regional = "projects/{project}/regions/{region}";
const zonal = "projects/{project}/zones/{zone}";

/** In one subnetwork, drawn in it; in none or several, drawn in the network. */
const placed: readonly TerraformRef[] = [
  inside("network_interface[].subnetwork", compute.subnetwork, { whenMany: { kind: "connects-to" } }),
  inside("network_interface[].network", compute.network, {
    whenMany: { kind: "connects-to" },
    when: (attributes) => new Set(valuesAt(attributes, "network_interface[].subnetwork")).size !== 1,
  }),
];

const image = { outside: false } as const;

const instance: readonly TerraformRef[] = [
  ...placed,
  to("boot_disk[].source", "depends-on", compute.disk, { outside: false }),
  to("attached_disk[].source", "depends-on", compute.disk),
  encryptedBy("boot_disk[].kms_key_self_link"),
  toServiceAccount("service_account[].email"),
  to("resource_policies[]", "managed-by", compute.resourcePolicy),
  toHost("network_interface[].access_config[].nat_ip", "depends-on"),
  byTag("rule", "tags[]", "secured-by"),
];

const template: readonly TerraformRef[] = [
  to("network_interface[].subnetwork", "connects-to", compute.subnetwork),
  to("network_interface[].network", "connects-to", compute.network, {
    when: (attributes) => valuesAt(attributes, "network_interface[].subnetwork").length === 0,
  }),
  to("disk[].source_image", "depends-on", compute.image, image),
  to("disk[].source", "depends-on", compute.disk),
  encryptedBy("disk[].disk_encryption_key[].kms_key_self_link"),
  toServiceAccount("service_account[].email"),
  byTag("rule", "tags[]", "secured-by"),
];

const disk: readonly TerraformRef[] = [
  to("image", "depends-on", compute.image, image),
  to("snapshot", "depends-on", compute.snapshot),
  to("source_disk", "depends-on", compute.disk),
  encryptedBy("disk_encryption_key[].kms_key_self_link"),
];

const manager: readonly TerraformRef[] = [
  to("version[].instance_template", "depends-on", compute.instanceTemplate),
  to("instance_template", "depends-on", compute.instanceTemplate),
  to("target_pools[]", "routes-to", "compute.googleapis.com/TargetPool", { direction: "in" }),
  to("auto_healing_policies[].health_check", "depends-on", compute.healthCheck),
];

/** A backend names the group that the manager made, which no Terraform resource stands for. */
function groupAlias(attributes: TerraformAttributes): string[] {
  return valuesAt(attributes, "instance_group").flatMap((value) => fullName(value, compute.service) ?? []);
}

function stateOf(attributes: TerraformAttributes): string | null {
  return valuesAt(attributes, "current_status")[0]?.toLowerCase() ?? null;
}

export const machineTypes: TerraformTypes = {
  google_compute_instance: google(compute.instance, `${zonal}/instances/{name}`, instance, {
    state: stateOf,
    aliases: (attributes) => [...hostAliases("network_interface[].network_ip")(attributes), ...tagAliases("machine", "tags[]")(attributes)],
  }),
  google_compute_instance_from_template: google(compute.instance, `${zonal}/instances/{name}`, instance, { state: stateOf }),
  google_compute_instance_template: google(compute.instanceTemplate, `${global}/instanceTemplates/{name}`, template),
  google_compute_region_instance_template: google(compute.instanceTemplate, `${regional}/instanceTemplates/{name}`, template),
  google_compute_instance_group: google(compute.instanceGroup, `${zonal}/instanceGroups/{name}`, [
    to("instances[]", "routes-to", compute.instance),
    to("network", "connects-to", compute.network),
  ]),
  google_compute_instance_group_manager: google(compute.instanceGroupManager, `${zonal}/instanceGroupManagers/{name}`, manager, { aliases: groupAlias }),
  google_compute_region_instance_group_manager: google(compute.instanceGroupManager, `${regional}/instanceGroupManagers/{name}`, manager, { aliases: groupAlias }),
  google_compute_autoscaler: google("compute.googleapis.com/Autoscaler", `${zonal}/autoscalers/{name}`, [
    to("target", "managed-by", compute.instanceGroupManager, { direction: "in" }),
  ]),
  google_compute_region_autoscaler: google("compute.googleapis.com/Autoscaler", `${regional}/autoscalers/{name}`, [
    to("target", "managed-by", compute.instanceGroupManager, { direction: "in" }),
  ]),
  google_compute_disk: google(compute.disk, `${zonal}/disks/{name}`, disk),
  google_compute_region_disk: google(compute.disk, `${regional}/disks/{name}`, disk),
  google_compute_attached_disk: association("depends-on", end("instance", compute.instance), end("disk", compute.disk)),
  google_compute_snapshot: google(compute.snapshot, `${global}/snapshots/{name}`, [to("source_disk", "backs-up-to", compute.disk, { direction: "in" })]),
  google_compute_image: google(compute.image, `${global}/images/{name}`, [
    to("source_disk", "depends-on", compute.disk),
    to("source_snapshot", "depends-on", compute.snapshot),
    to("source_image", "depends-on", compute.image, image),
  ]),
  google_compute_resource_policy: google(compute.resourcePolicy, `${regional}/resourcePolicies/{name}`),
  google_compute_disk_resource_policy_attachment: association("managed-by", end("disk", compute.disk), end("name", compute.resourcePolicy)),
  // Settings of the whole project, whose values may be anything.
  google_compute_project_metadata: { as: "hidden" },
  google_compute_project_metadata_item: { as: "hidden" },
};
