import type { TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { association, azure, fragment, hostAliases, inSubnet, inside, insideParent, to, toHost, toVaultItem } from "./row";

const machine: readonly TerraformRef[] = [
  to("network_interface_ids[]", "connects-to"),
  to("availability_set_id", "depends-on"),
  to("proximity_placement_group_id", "depends-on"),
  to("source_image_id", "depends-on"),
  to("virtual_machine_scale_set_id", "managed-by"),
  to("dedicated_host_id", "depends-on"),
  to("os_disk[].id", "depends-on"),
  to("os_disk[].disk_encryption_set_id", "encrypted-by"),
  toHost("boot_diagnostics[].storage_account_uri", "writes"),
];

const oldMachine: readonly TerraformRef[] = [
  ...machine,
  to("storage_os_disk[].managed_disk_id", "depends-on"),
  to("storage_data_disk[].managed_disk_id", "depends-on"),
  to("storage_image_reference[].id", "depends-on"),
  toHost("boot_diagnostics[].storage_uri", "writes"),
];

const scaleSet: readonly TerraformRef[] = [
  inSubnet("network_interface[].ip_configuration[].subnet_id"),
  to("network_interface[].ip_configuration[].load_balancer_backend_address_pool_ids[]", "routes-to", { direction: "in" }),
  to("network_interface[].ip_configuration[].application_gateway_backend_address_pool_ids[]", "routes-to", { direction: "in" }),
  to("network_interface[].ip_configuration[].application_security_group_ids[]", "secured-by"),
  to("network_interface[].network_security_group_id", "secured-by"),
  to("source_image_id", "depends-on"),
  to("health_probe_id", "depends-on", { outside: false }),
  to("os_disk[].disk_encryption_set_id", "encrypted-by"),
];

export const computeTypes: TerraformTypes = {
  azurerm_linux_virtual_machine: azure("Microsoft.Compute/virtualMachines", machine),
  azurerm_windows_virtual_machine: azure("Microsoft.Compute/virtualMachines", machine),
  azurerm_virtual_machine: azure("Microsoft.Compute/virtualMachines", oldMachine),
  azurerm_virtual_machine_extension: fragment("extensions", "virtual_machine_id"),
  azurerm_virtual_machine_data_disk_attachment: association("depends-on", "virtual_machine_id", "managed_disk_id"),
  azurerm_linux_virtual_machine_scale_set: azure("Microsoft.Compute/virtualMachineScaleSets", scaleSet),
  azurerm_windows_virtual_machine_scale_set: azure("Microsoft.Compute/virtualMachineScaleSets", scaleSet),
  azurerm_orchestrated_virtual_machine_scale_set: azure("Microsoft.Compute/virtualMachineScaleSets", scaleSet),
  azurerm_virtual_machine_scale_set_extension: fragment("extensions", "virtual_machine_scale_set_id"),
  azurerm_managed_disk: azure("Microsoft.Compute/disks", [
    to("source_resource_id", "depends-on"),
    to("image_reference_id", "depends-on"),
    to("disk_encryption_set_id", "encrypted-by"),
    to("disk_access_id", "secured-by"),
  ]),
  azurerm_snapshot: azure("Microsoft.Compute/snapshots", [
    to("source_uri", "backs-up-to", { direction: "in" }),
    to("source_resource_id", "backs-up-to", { direction: "in" }),
  ]),
  azurerm_image: azure("Microsoft.Compute/images", [
    to("os_disk[].managed_disk_id", "depends-on"),
    to("data_disk[].managed_disk_id", "depends-on"),
    to("source_virtual_machine_id", "depends-on"),
  ]),
  azurerm_shared_image_gallery: azure("Microsoft.Compute/galleries"),
  azurerm_shared_image: azure("Microsoft.Compute/galleries/images", [insideParent]),
  azurerm_shared_image_version: azure("Microsoft.Compute/galleries/images/versions", [insideParent, to("managed_image_id", "depends-on")]),
  azurerm_availability_set: azure("Microsoft.Compute/availabilitySets", [to("proximity_placement_group_id", "depends-on")]),
  azurerm_proximity_placement_group: azure("Microsoft.Compute/proximityPlacementGroups"),
  azurerm_dedicated_host_group: azure("Microsoft.Compute/hostGroups"),
  azurerm_dedicated_host: azure("Microsoft.Compute/hostGroups/hosts", [insideParent]),
  azurerm_ssh_public_key: azure("Microsoft.Compute/sshPublicKeys"),
  azurerm_disk_encryption_set: azure("Microsoft.Compute/diskEncryptionSets", [toVaultItem("key_vault_key_id", "encrypted-by")]),
  azurerm_disk_access: azure("Microsoft.Compute/diskAccesses"),
  azurerm_monitor_autoscale_setting: azure("Microsoft.Insights/autoscalesettings", [to("target_resource_id", "managed-by", { direction: "in" })]),

  azurerm_kubernetes_cluster: azure("Microsoft.ContainerService/managedClusters", [
    inSubnet("default_node_pool[].vnet_subnet_id"),
    to("kubelet_identity[].user_assigned_identity_id", "assumes", { outside: false }),
    to("oms_agent[].log_analytics_workspace_id", "writes"),
    to("ingress_application_gateway[].gateway_id", "connects-to"),
    to("disk_encryption_set_id", "encrypted-by"),
    to("private_dns_zone_id", "depends-on"),
    to("node_resource_group_id", "managed-by", { direction: "in", outside: false }),
  ], { aliases: hostAliases("fqdn", "private_fqdn", "kubelet_identity[].object_id") }),
  azurerm_kubernetes_cluster_node_pool: azure("Microsoft.ContainerService/managedClusters/agentPools", [insideParent, to("vnet_subnet_id", "connects-to")]),
  azurerm_container_registry: azure("Microsoft.ContainerRegistry/registries", [toVaultItem("encryption[].key_vault_key_id", "encrypted-by")], {
    aliases: hostAliases("login_server"),
  }),
  azurerm_container_group: azure("Microsoft.ContainerInstance/containerGroups", [
    inSubnet("subnet_ids[]"),
    toHost("container[].image", "depends-on"),
    toHost("image_registry_credential[].server", "depends-on"),
  ], { aliases: hostAliases("fqdn", "ip_address") }),
  azurerm_container_app_environment: azure("Microsoft.App/managedEnvironments", [
    inSubnet("infrastructure_subnet_id"),
    to("log_analytics_workspace_id", "writes"),
  ], { aliases: hostAliases("default_domain", "static_ip_address") }),
  azurerm_container_app: azure("Microsoft.App/containerApps", [
    inside("container_app_environment_id"),
    toHost("registry[].server", "depends-on"),
    toHost("template[].container[].image", "depends-on"),
    to("registry[].identity", "assumes"),
  ], { aliases: hostAliases("ingress[].fqdn", "latest_revision_fqdn") }),
  azurerm_container_app_job: azure("Microsoft.App/jobs", [
    inside("container_app_environment_id"),
    toHost("template[].container[].image", "depends-on"),
  ]),
};
