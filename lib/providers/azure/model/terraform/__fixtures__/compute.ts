import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { arm, box, joint, part } from "./build";

const subnet = arm("Microsoft.Network/virtualNetworks/vnet/subnets/front");
const vm = arm("Microsoft.Compute/virtualMachines/web1");
const disk = arm("Microsoft.Compute/disks/data1");
const vmss = arm("Microsoft.Compute/virtualMachineScaleSets/vmss");
const key = "https://shop-kv.vault.azure.net/keys/disk/0123456789abcdef0123456789abcdef";
const identity = arm("Microsoft.ManagedIdentity/userAssignedIdentities/shop-id");
const nic = arm("Microsoft.Network/networkInterfaces/nic");
const lbPool = arm("Microsoft.Network/loadBalancers/lb/backendAddressPools/pool");
const scaled = { network_interface: [{ ip_configuration: [{ subnet_id: subnet, load_balancer_backend_address_pool_ids: [lbPool] }] }] };

export const computeFixtures: TerraformFixtures = {
  azurerm_linux_virtual_machine: box("Microsoft.Compute/virtualMachines/web1", {
    network_interface_ids: [nic], identity: [{ type: "UserAssigned", identity_ids: [identity] }],
    availability_set_id: arm("Microsoft.Compute/availabilitySets/AVSET"),
    os_disk: [{ disk_encryption_set_id: arm("Microsoft.Compute/diskEncryptionSets/des") }],
    boot_diagnostics: [{ storage_account_uri: "https://shopstore.blob.core.windows.net/" }],
  }, "this connects-to azurerm_network_interface", "this assumes azurerm_user_assigned_identity", "this depends-on azurerm_availability_set",
    "this encrypted-by azurerm_disk_encryption_set", "this writes azurerm_storage_account", "azurerm_resource_group contains this"),
  azurerm_windows_virtual_machine: box("Microsoft.Compute/virtualMachines/win1", { network_interface_ids: [nic] }, "this connects-to azurerm_network_interface"),
  azurerm_virtual_machine: box("Microsoft.Compute/virtualMachines/old1", { network_interface_ids: [nic], storage_os_disk: [{ managed_disk_id: disk }] }, "this depends-on azurerm_managed_disk"),
  azurerm_virtual_machine_extension: part("azurerm_linux_virtual_machine", { id: `${vm}/extensions/e`, virtual_machine_id: vm }),
  azurerm_virtual_machine_data_disk_attachment: joint({ virtual_machine_id: vm, managed_disk_id: disk, lun: 1 }, "azurerm_linux_virtual_machine depends-on azurerm_managed_disk"),
  azurerm_linux_virtual_machine_scale_set: box("Microsoft.Compute/virtualMachineScaleSets/vmss", scaled, "azurerm_subnet contains this", "azurerm_lb routes-to this"),
  azurerm_windows_virtual_machine_scale_set: box("Microsoft.Compute/virtualMachineScaleSets/winss", scaled, "azurerm_subnet contains this"),
  azurerm_orchestrated_virtual_machine_scale_set: box("Microsoft.Compute/virtualMachineScaleSets/orch", scaled, "azurerm_subnet contains this"),
  azurerm_virtual_machine_scale_set_extension: part("azurerm_linux_virtual_machine_scale_set", { virtual_machine_scale_set_id: vmss }),
  azurerm_managed_disk: box("Microsoft.Compute/disks/data1", { disk_encryption_set_id: arm("Microsoft.Compute/diskEncryptionSets/des"), disk_access_id: arm("Microsoft.Compute/diskAccesses/da") },
    "this encrypted-by azurerm_disk_encryption_set", "this secured-by azurerm_disk_access"),
  azurerm_snapshot: box("Microsoft.Compute/snapshots/snap", { source_uri: disk }, "azurerm_managed_disk backs-up-to this"),
  azurerm_image: box("Microsoft.Compute/images/img", { os_disk: [{ managed_disk_id: disk }] }, "this depends-on azurerm_managed_disk"),
  azurerm_shared_image_gallery: box("Microsoft.Compute/galleries/gal"),
  azurerm_shared_image: box("Microsoft.Compute/galleries/gal/images/base", {}, "azurerm_shared_image_gallery contains this"),
  azurerm_shared_image_version: box("Microsoft.Compute/galleries/gal/images/base/versions/1.0.0", { managed_image_id: arm("Microsoft.Compute/images/img") }, "azurerm_shared_image contains this", "this depends-on azurerm_image"),
  azurerm_availability_set: box("Microsoft.Compute/availabilitySets/avset", { proximity_placement_group_id: arm("Microsoft.Compute/proximityPlacementGroups/ppg") }, "this depends-on azurerm_proximity_placement_group"),
  azurerm_proximity_placement_group: box("Microsoft.Compute/proximityPlacementGroups/ppg"),
  azurerm_dedicated_host_group: box("Microsoft.Compute/hostGroups/hg"),
  azurerm_dedicated_host: box("Microsoft.Compute/hostGroups/hg/hosts/h1", {}, "azurerm_dedicated_host_group contains this"),
  azurerm_ssh_public_key: box("Microsoft.Compute/sshPublicKeys/ops"),
  azurerm_disk_encryption_set: box("Microsoft.Compute/diskEncryptionSets/des", { key_vault_key_id: key }, "this encrypted-by azurerm_key_vault_key"),
  azurerm_disk_access: box("Microsoft.Compute/diskAccesses/da"),
  azurerm_monitor_autoscale_setting: box("Microsoft.Insights/autoscalesettings/scale", { target_resource_id: vmss }, "azurerm_linux_virtual_machine_scale_set managed-by this"),

  azurerm_kubernetes_cluster: box("Microsoft.ContainerService/managedClusters/aks", {
    default_node_pool: [{ vnet_subnet_id: subnet }],
    kubelet_identity: [{ object_id: "00000000-0000-4000-8000-00000000cafe" }],
    oms_agent: [{ log_analytics_workspace_id: arm("Microsoft.OperationalInsights/workspaces/logs") }],
    ingress_application_gateway: [{ gateway_id: arm("Microsoft.Network/applicationGateways/agw") }],
  }, "azurerm_subnet contains this", "this writes azurerm_log_analytics_workspace", "this connects-to azurerm_application_gateway"),
  azurerm_kubernetes_cluster_node_pool: box("Microsoft.ContainerService/managedClusters/aks/agentPools/gpu", { vnet_subnet_id: subnet }, "azurerm_kubernetes_cluster contains this", "this connects-to azurerm_subnet"),
  azurerm_container_registry: box("Microsoft.ContainerRegistry/registries/shopacr", { login_server: "shopacr.azurecr.io" }),
  azurerm_container_group: box("Microsoft.ContainerInstance/containerGroups/cg", { subnet_ids: [subnet], container: [{ image: "shopacr.azurecr.io/web:1" }] }, "azurerm_subnet contains this", "this depends-on azurerm_container_registry"),
  azurerm_container_app_environment: box("Microsoft.App/managedEnvironments/env", { infrastructure_subnet_id: subnet }, "azurerm_subnet contains this"),
  azurerm_container_app: box("Microsoft.App/containerApps/api", { container_app_environment_id: arm("Microsoft.App/managedEnvironments/env"), registry: [{ server: "shopacr.azurecr.io" }] },
    "azurerm_container_app_environment contains this", "this depends-on azurerm_container_registry"),
  azurerm_container_app_job: box("Microsoft.App/jobs/nightly", { container_app_environment_id: arm("Microsoft.App/managedEnvironments/env") }, "azurerm_container_app_environment contains this"),
};
