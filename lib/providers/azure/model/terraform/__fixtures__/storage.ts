import type { TerraformFixture, TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { arm, box, joint, part } from "./build";

const account = arm("Microsoft.Storage/storageAccounts/shopstore");
const vault = arm("Microsoft.KeyVault/vaults/shop-kv");
const subnet = arm("Microsoft.Network/virtualNetworks/vnet/subnets/front");
const recovery = arm("Microsoft.RecoveryServices/vaults/rsv");
const backup = arm("Microsoft.DataProtection/backupVaults/bv");
const reader = "00000000-0000-4000-8000-00000000beef";
const base = "Microsoft.Storage/storageAccounts/shopstore";

/** As provider version 3 writes it: the URL as id, the ARM id beside it. */
function oldStyle(path: string, url: string): TerraformFixture {
  return box(path, { id: url, resource_manager_id: arm(path), storage_account_name: "shopstore" }, "azurerm_storage_account contains this");
}

function inVault(kind: "keys" | "secrets" | "certificates", name: string): TerraformFixture {
  return {
    attributes: { id: `https://shop-kv.vault.azure.net/${kind}/${name}/0123456789abcdef`, name, key_vault_id: vault, value: "never-shown-3f9a", location: "westeurope" },
    expect: { type: `Microsoft.KeyVault/vaults/${kind}`, id: `${vault}/${kind}/${name}`.toLowerCase(), name, edges: ["azurerm_key_vault contains this"] },
  };
}

export const storageFixtures: TerraformFixtures = {
  azurerm_storage_account: box(base, {
    primary_blob_endpoint: "https://shopstore.blob.core.windows.net/",
    primary_blob_host: "shopstore.blob.core.windows.net",
    primary_access_key: "never-shown-3f9a",
    primary_connection_string: "DefaultEndpointsProtocol=https;AccountName=shopstore;AccountKey=never-shown-3f9a",
    customer_managed_key: [{ key_vault_key_id: "https://shop-kv.vault.azure.net/keys/disk/0123" }],
    network_rules: [{ virtual_network_subnet_ids: [subnet] }],
  }, "this encrypted-by azurerm_key_vault_key", "azurerm_subnet allows this"),
  azurerm_storage_account_network_rules: part("azurerm_storage_account", { storage_account_id: account, virtual_network_subnet_ids: [subnet] }, "azurerm_subnet allows azurerm_storage_account"),
  azurerm_storage_account_customer_managed_key: part("azurerm_storage_account", { storage_account_id: account, key_vault_id: vault }, "azurerm_storage_account encrypted-by azurerm_key_vault"),
  azurerm_storage_management_policy: part("azurerm_storage_account", { storage_account_id: account }),
  azurerm_storage_container: oldStyle(`${base}/blobServices/default/containers/photos`, "https://shopstore.blob.core.windows.net/photos"),
  azurerm_storage_share: oldStyle(`${base}/fileServices/default/shares/files`, "https://shopstore.file.core.windows.net/files"),
  azurerm_storage_queue: oldStyle(`${base}/queueServices/default/queues/jobs`, "https://shopstore.queue.core.windows.net/jobs"),
  azurerm_storage_table: box(`${base}/tableServices/default/tables/log`, {}, "azurerm_storage_account contains this"),
  azurerm_storage_data_lake_gen2_filesystem: {
    attributes: { id: "https://shopstore.dfs.core.windows.net/lake", name: "lake", storage_account_id: account },
    expect: { type: "Microsoft.Storage/storageAccounts/blobServices/containers", id: "tf:fixtures:azurerm_storage_data_lake_gen2_filesystem.this", name: "lake", edges: ["azurerm_storage_account contains this"] },
  },

  azurerm_recovery_services_vault: box("Microsoft.RecoveryServices/vaults/rsv"),
  azurerm_backup_policy_vm: part("azurerm_recovery_services_vault", { id: `${recovery}/backupPolicies/daily`, recovery_vault_name: "rsv" }),
  azurerm_backup_policy_file_share: part("azurerm_recovery_services_vault", { id: `${recovery}/backupPolicies/files` }),
  azurerm_backup_protected_vm: joint({ source_vm_id: arm("Microsoft.Compute/virtualMachines/web1"), backup_policy_id: `${recovery}/backupPolicies/daily` }, "azurerm_linux_virtual_machine backs-up-to azurerm_recovery_services_vault"),
  azurerm_backup_protected_file_share: joint({ source_storage_account_id: account, backup_policy_id: `${recovery}/backupPolicies/files` }, "azurerm_storage_account backs-up-to azurerm_recovery_services_vault"),
  azurerm_data_protection_backup_vault: box("Microsoft.DataProtection/backupVaults/bv"),
  azurerm_data_protection_backup_instance_disk: joint({ vault_id: backup, disk_id: arm("Microsoft.Compute/disks/data1") }, "azurerm_managed_disk backs-up-to azurerm_data_protection_backup_vault"),
  azurerm_data_protection_backup_instance_blob_storage: joint({ vault_id: backup, storage_account_id: account }, "azurerm_storage_account backs-up-to azurerm_data_protection_backup_vault"),
  azurerm_netapp_account: box("Microsoft.NetApp/netAppAccounts/na"),
  azurerm_netapp_pool: box("Microsoft.NetApp/netAppAccounts/na/capacityPools/p", {}, "azurerm_netapp_account contains this"),
  azurerm_netapp_volume: box("Microsoft.NetApp/netAppAccounts/na/capacityPools/p/volumes/v", { subnet_id: subnet }, "azurerm_netapp_pool contains this", "this connects-to azurerm_subnet"),
  azurerm_storage_sync: box("Microsoft.StorageSync/storageSyncServices/sync"),

  azurerm_key_vault: box("Microsoft.KeyVault/vaults/shop-kv", { vault_uri: "https://shop-kv.vault.azure.net/", access_policy: [{ object_id: reader }] }, "azurerm_user_assigned_identity allows this"),
  azurerm_key_vault_access_policy: part("azurerm_key_vault", { key_vault_id: vault, object_id: reader }, "azurerm_user_assigned_identity allows azurerm_key_vault"),
  azurerm_key_vault_key: inVault("keys", "disk"),
  azurerm_key_vault_secret: inVault("secrets", "db"),
  azurerm_key_vault_certificate: inVault("certificates", "www"),
  azurerm_key_vault_managed_hardware_security_module: box("Microsoft.KeyVault/managedHSMs/hsm"),
};
