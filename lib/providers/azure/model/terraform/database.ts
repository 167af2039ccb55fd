import type { TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { addressRangeAllows } from "./exposure";
import { association, azure, fragment, hostAliases, inSubnet, insideParent, parentEnd, to, toVaultItem } from "./row";

const server = { aliases: hostAliases("fully_qualified_domain_name", "fqdn") };
const customerKey: readonly TerraformRef[] = [
  toVaultItem("customer_managed_key[].key_vault_key_id", "encrypted-by"),
  toVaultItem("transparent_data_encryption_key_vault_key_id", "encrypted-by"),
];
const flexibleServer: readonly TerraformRef[] = [
  inSubnet("delegated_subnet_id"),
  to("private_dns_zone_id", "depends-on"),
  to("source_server_id", "replicates-to", { direction: "in" }),
  ...customerKey,
];
const database: readonly TerraformRef[] = [
  insideParent,
  to("elastic_pool_id", "depends-on"),
  to("creation_source_database_id", "replicates-to", { direction: "in" }),
];

function firewallRule() {
  return fragment("firewallRules", parentEnd, [], addressRangeAllows);
}

export const databaseTypes: TerraformTypes = {
  azurerm_mssql_server: azure("Microsoft.Sql/servers", customerKey, server),
  azurerm_sql_server: azure("Microsoft.Sql/servers", [], server),
  azurerm_mssql_database: azure("Microsoft.Sql/servers/databases", database),
  azurerm_sql_database: azure("Microsoft.Sql/servers/databases", database),
  azurerm_mssql_elasticpool: azure("Microsoft.Sql/servers/elasticPools", [insideParent]),
  azurerm_sql_elasticpool: azure("Microsoft.Sql/servers/elasticPools", [insideParent]),
  azurerm_mssql_firewall_rule: firewallRule(),
  azurerm_sql_firewall_rule: firewallRule(),
  azurerm_mssql_virtual_network_rule: association("allows", "subnet_id", parentEnd),
  azurerm_sql_virtual_network_rule: association("allows", "subnet_id", parentEnd),
  azurerm_mssql_failover_group: association("replicates-to", "server_id", "partner_server[].id"),
  azurerm_mssql_server_extended_auditing_policy: fragment("auditing", "server_id"),
  azurerm_mssql_server_security_alert_policy: fragment("securityAlerts", parentEnd),
  azurerm_mssql_managed_instance: azure("Microsoft.Sql/managedInstances", [inSubnet("subnet_id")], server),
  azurerm_mssql_managed_database: azure("Microsoft.Sql/managedInstances/databases", [insideParent]),

  azurerm_postgresql_server: azure("Microsoft.DBforPostgreSQL/servers", [to("creation_source_server_id", "replicates-to", { direction: "in" })], server),
  azurerm_postgresql_database: azure("Microsoft.DBforPostgreSQL/servers/databases", [insideParent]),
  azurerm_postgresql_firewall_rule: firewallRule(),
  azurerm_postgresql_configuration: fragment("configurations", parentEnd),
  azurerm_postgresql_virtual_network_rule: association("allows", "subnet_id", parentEnd),
  azurerm_postgresql_flexible_server: azure("Microsoft.DBforPostgreSQL/flexibleServers", flexibleServer, server),
  azurerm_postgresql_flexible_server_database: azure("Microsoft.DBforPostgreSQL/flexibleServers/databases", [insideParent]),
  azurerm_postgresql_flexible_server_firewall_rule: firewallRule(),
  azurerm_postgresql_flexible_server_configuration: fragment("configurations", "server_id"),
  azurerm_mysql_server: azure("Microsoft.DBforMySQL/servers", [], server),
  azurerm_mysql_flexible_server: azure("Microsoft.DBforMySQL/flexibleServers", flexibleServer, server),
  azurerm_mysql_flexible_database: azure("Microsoft.DBforMySQL/flexibleServers/databases", [insideParent]),
  azurerm_mysql_flexible_server_firewall_rule: firewallRule(),
  azurerm_mysql_flexible_server_configuration: fragment("configurations", parentEnd),
  azurerm_mariadb_server: azure("Microsoft.DBforMariaDB/servers", [], server),

  azurerm_cosmosdb_account: azure("Microsoft.DocumentDB/databaseAccounts", [
    to("virtual_network_rule[].id", "allows", { direction: "in" }),
    toVaultItem("key_vault_key_id", "encrypted-by"),
  ], { aliases: hostAliases("endpoint") }),
  azurerm_cosmosdb_sql_database: azure("Microsoft.DocumentDB/databaseAccounts/sqlDatabases", [insideParent]),
  azurerm_cosmosdb_sql_container: azure("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers", [insideParent]),
  azurerm_cosmosdb_mongo_database: azure("Microsoft.DocumentDB/databaseAccounts/mongodbDatabases", [insideParent]),
  azurerm_cosmosdb_mongo_collection: azure("Microsoft.DocumentDB/databaseAccounts/mongodbDatabases/collections", [insideParent]),
  azurerm_redis_cache: azure("Microsoft.Cache/redis", [inSubnet("subnet_id")], { aliases: hostAliases("hostname") }),
  azurerm_redis_firewall_rule: firewallRule(),
  azurerm_redis_enterprise_cluster: azure("Microsoft.Cache/redisEnterprise", [], { aliases: hostAliases("hostname") }),
};
