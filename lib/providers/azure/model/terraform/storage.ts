import type { TerraformRef, TerraformResource, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { armId } from "../arm-id";
import { armTargets, association, azure, fragment, hostAliases, inside, insideParent, parentEnd, to, toVaultItem, valueAliases } from "./row";

const account = "Microsoft.Storage/storageAccounts";

/** Things in a storage account: old provider versions give a URL as id, newer ones the ARM id under one of two names. */
function inAccount(type: string): TerraformResource {
  return azure(type, [
    { path: "id", kind: "contains", direction: "in", pick: accountTargets },
    { path: "resource_manager_id", kind: "contains", direction: "in", pick: accountTargets },
    { path: "storage_account_id", kind: "contains", direction: "in", pick: accountTargets },
    { path: "storage_account_name", kind: "contains", direction: "in", targetType: account, outside: false },
  ], { aliases: valueAliases("resource_manager_id", "url") });
}

function accountTargets(value: string): string[] {
  const match = /^(\/subscriptions\/.*\/storageaccounts\/[^/]+)/.exec(armId(value));
  return match?.[1] === undefined ? [] : [match[1]];
}

function vaultTargets(value: string): string[] {
  const match = /^(\/subscriptions\/.*\/(?:vaults|backupvaults)\/[^/]+)/.exec(armId(value));
  return match?.[1] === undefined ? [] : [match[1]];
}

const customerKey: readonly TerraformRef[] = [
  toVaultItem("customer_managed_key[].key_vault_key_id", "encrypted-by"),
  toVaultItem("key_vault_key_id", "encrypted-by"),
];

export const storageTypes: TerraformTypes = {
  azurerm_storage_account: azure(account, [...customerKey, to("network_rules[].virtual_network_subnet_ids[]", "allows", { direction: "in" })], {
    aliases: hostAliases("primary_blob_host", "primary_file_host", "primary_queue_host", "primary_table_host", "primary_dfs_host", "primary_web_host",
      "primary_blob_endpoint", "primary_file_endpoint", "primary_queue_endpoint", "primary_table_endpoint", "primary_web_endpoint"),
  }),
  azurerm_storage_account_network_rules: fragment("networkRules", "storage_account_id", [to("virtual_network_subnet_ids[]", "allows", { direction: "in" })]),
  azurerm_storage_account_customer_managed_key: fragment("customerManagedKey", "storage_account_id", [
    toVaultItem("key_vault_key_id", "encrypted-by"),
    to("key_vault_id", "encrypted-by"),
  ]),
  azurerm_storage_management_policy: fragment("managementPolicy", "storage_account_id"),
  azurerm_storage_container: inAccount(`${account}/blobServices/containers`),
  azurerm_storage_share: inAccount(`${account}/fileServices/shares`),
  azurerm_storage_queue: inAccount(`${account}/queueServices/queues`),
  azurerm_storage_table: inAccount(`${account}/tableServices/tables`),
  azurerm_storage_data_lake_gen2_filesystem: inAccount(`${account}/blobServices/containers`),
  // Files, not infrastructure; their content may be anything.
  azurerm_storage_blob: { as: "hidden" },
  azurerm_storage_share_file: { as: "hidden" },
  azurerm_storage_share_directory: { as: "hidden" },
  azurerm_storage_table_entity: { as: "hidden" },

  azurerm_recovery_services_vault: azure("Microsoft.RecoveryServices/vaults"),
  azurerm_backup_policy_vm: fragment("backupPolicies", parentEnd),
  azurerm_backup_policy_file_share: fragment("backupPolicies", parentEnd),
  azurerm_backup_protected_vm: association("backs-up-to", "source_vm_id", { paths: ["backup_policy_id", "id"], pick: vaultTargets }),
  azurerm_backup_protected_file_share: association("backs-up-to", "source_storage_account_id", { paths: ["backup_policy_id", "id"], pick: vaultTargets }),
  azurerm_data_protection_backup_vault: azure("Microsoft.DataProtection/backupVaults"),
  azurerm_data_protection_backup_instance_disk: association("backs-up-to", "disk_id", { paths: ["vault_id"], pick: armTargets }),
  azurerm_data_protection_backup_instance_blob_storage: association("backs-up-to", "storage_account_id", { paths: ["vault_id"], pick: armTargets }),

  azurerm_netapp_account: azure("Microsoft.NetApp/netAppAccounts"),
  azurerm_netapp_pool: azure("Microsoft.NetApp/netAppAccounts/capacityPools", [insideParent]),
  azurerm_netapp_volume: azure("Microsoft.NetApp/netAppAccounts/capacityPools/volumes", [insideParent, to("subnet_id", "connects-to")]),
  azurerm_storage_sync: azure("Microsoft.StorageSync/storageSyncServices"),

  azurerm_key_vault: azure("Microsoft.KeyVault/vaults", [
    to("network_acls[].virtual_network_subnet_ids[]", "allows", { direction: "in" }),
    { path: "access_policy[].object_id", kind: "allows", direction: "in", outside: false },
  ], { aliases: hostAliases("vault_uri") }),
  azurerm_key_vault_access_policy: fragment("accessPolicies", "key_vault_id", [{ path: "object_id", kind: "allows", direction: "in", outside: false }]),
  azurerm_key_vault_key: inVault("keys"),
  azurerm_key_vault_secret: inVault("secrets"),
  azurerm_key_vault_certificate: inVault("certificates"),
  azurerm_key_vault_managed_hardware_security_module: azure("Microsoft.KeyVault/managedHSMs"),
};

/** Keys, secrets and certificates: known by a URL with and without version, kept by the ARM id of their vault. */
function inVault(kind: "keys" | "secrets" | "certificates"): TerraformResource {
  return azure(`Microsoft.KeyVault/vaults/${kind}`, [inside("key_vault_id")], {
    id: ({ key_vault_id: vault, name }) =>
      typeof vault === "string" && typeof name === "string" && armTargets(vault).length > 0 ? armId(`${vault}/${kind}/${name}`) : null,
    aliases: (attributes) =>
      ["id", "versionless_id", "secret_id", "versionless_secret_id", "resource_id", "resource_versionless_id"]
        .flatMap((name) => valueAliases(name)(attributes))
        .flatMap((value) => [value, withoutVersion(value)]),
  });
}

function withoutVersion(url: string): string {
  return (/^https:\/\/[^/]+\/[a-z]+\/[^/]+/i.exec(url)?.[0] ?? url).toLowerCase();
}
