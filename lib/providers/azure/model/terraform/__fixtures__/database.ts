import type { JsonObject } from "../../../../../core/json";
import type { TerraformFixture, TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { arm, box, joint, part } from "./build";

const subnet = arm("Microsoft.Network/virtualNetworks/vnet/subnets/front");
const sql = "Microsoft.Sql/servers/shop-sql";
const everybody = { start_ip_address: "0.0.0.0", end_ip_address: "255.255.255.255" };

function rule(owner: string, path: string): TerraformFixture {
  return part(owner, { id: arm(`${path}/firewallRules/all`), ...everybody }, `internet allows ${owner}`);
}

function setting(owner: string, path: string, attributes: JsonObject = {}): TerraformFixture {
  return part(owner, { id: arm(path), ...attributes });
}

export const databaseFixtures: TerraformFixtures = {
  azurerm_mssql_server: box(sql, {
    fully_qualified_domain_name: "shop-sql.database.windows.net",
    transparent_data_encryption_key_vault_key_id: "https://shop-kv.vault.azure.net/keys/disk/0123",
  }, "this encrypted-by azurerm_key_vault_key"),
  "azurerm_mssql_server#partner": box("Microsoft.Sql/servers/partner"),
  azurerm_sql_server: box("Microsoft.Sql/servers/old-sql"),
  azurerm_mssql_database: box(`${sql}/databases/orders`, { server_id: arm(sql), elastic_pool_id: arm(`${sql}/elasticPools/pool`) }, "azurerm_mssql_server contains this", "this depends-on azurerm_mssql_elasticpool"),
  "azurerm_mssql_database#copy": box("Microsoft.Sql/servers/partner/databases/orders", { creation_source_database_id: arm(`${sql}/databases/orders`) }, "azurerm_mssql_database replicates-to this"),
  azurerm_sql_database: box("Microsoft.Sql/servers/old-sql/databases/old", {}, "azurerm_sql_server contains this"),
  azurerm_mssql_elasticpool: box(`${sql}/elasticPools/pool`, {}, "azurerm_mssql_server contains this"),
  azurerm_sql_elasticpool: box("Microsoft.Sql/servers/old-sql/elasticPools/pool", {}, "azurerm_sql_server contains this"),
  azurerm_mssql_firewall_rule: rule("azurerm_mssql_server", sql),
  azurerm_sql_firewall_rule: rule("azurerm_sql_server", "Microsoft.Sql/servers/old-sql"),
  azurerm_mssql_virtual_network_rule: joint({ id: arm(`${sql}/virtualNetworkRules/r`), subnet_id: subnet }, "azurerm_subnet allows azurerm_mssql_server"),
  azurerm_sql_virtual_network_rule: joint({ id: arm("Microsoft.Sql/servers/old-sql/virtualNetworkRules/r"), subnet_id: subnet }, "azurerm_subnet allows azurerm_sql_server"),
  azurerm_mssql_failover_group: joint({ id: arm(`${sql}/failoverGroups/f`), server_id: arm(sql), partner_server: [{ id: arm("Microsoft.Sql/servers/partner") }] }, "azurerm_mssql_server replicates-to azurerm_mssql_server#partner"),
  azurerm_mssql_server_extended_auditing_policy: setting("azurerm_mssql_server", `${sql}/extendedAuditingSettings/default`, { server_id: arm(sql) }),
  azurerm_mssql_server_security_alert_policy: setting("azurerm_mssql_server", `${sql}/securityAlertPolicies/Default`),
  azurerm_mssql_managed_instance: box("Microsoft.Sql/managedInstances/mi", { subnet_id: subnet }, "azurerm_subnet contains this"),
  azurerm_mssql_managed_database: box("Microsoft.Sql/managedInstances/mi/databases/erp", {}, "azurerm_mssql_managed_instance contains this"),

  azurerm_postgresql_server: box("Microsoft.DBforPostgreSQL/servers/pg"),
  azurerm_postgresql_database: box("Microsoft.DBforPostgreSQL/servers/pg/databases/app", {}, "azurerm_postgresql_server contains this"),
  azurerm_postgresql_firewall_rule: rule("azurerm_postgresql_server", "Microsoft.DBforPostgreSQL/servers/pg"),
  azurerm_postgresql_configuration: setting("azurerm_postgresql_server", "Microsoft.DBforPostgreSQL/servers/pg/configurations/log"),
  azurerm_postgresql_virtual_network_rule: joint({ id: arm("Microsoft.DBforPostgreSQL/servers/pg/virtualNetworkRules/r"), subnet_id: subnet }, "azurerm_subnet allows azurerm_postgresql_server"),
  azurerm_postgresql_flexible_server: box("Microsoft.DBforPostgreSQL/flexibleServers/flex", { delegated_subnet_id: subnet, private_dns_zone_id: arm("Microsoft.Network/privateDnsZones/internal.example.com") },
    "azurerm_subnet contains this", "this depends-on azurerm_private_dns_zone"),
  "azurerm_postgresql_flexible_server#replica": box("Microsoft.DBforPostgreSQL/flexibleServers/replica", { source_server_id: arm("Microsoft.DBforPostgreSQL/flexibleServers/flex") }, "azurerm_postgresql_flexible_server replicates-to this"),
  azurerm_postgresql_flexible_server_database: box("Microsoft.DBforPostgreSQL/flexibleServers/flex/databases/app", {}, "azurerm_postgresql_flexible_server contains this"),
  azurerm_postgresql_flexible_server_firewall_rule: rule("azurerm_postgresql_flexible_server", "Microsoft.DBforPostgreSQL/flexibleServers/flex"),
  azurerm_postgresql_flexible_server_configuration: setting("azurerm_postgresql_flexible_server", "Microsoft.DBforPostgreSQL/flexibleServers/flex/configurations/log", { server_id: arm("Microsoft.DBforPostgreSQL/flexibleServers/flex") }),
  azurerm_mysql_server: box("Microsoft.DBforMySQL/servers/my"),
  azurerm_mysql_flexible_server: box("Microsoft.DBforMySQL/flexibleServers/myflex", { delegated_subnet_id: subnet }, "azurerm_subnet contains this"),
  azurerm_mysql_flexible_database: box("Microsoft.DBforMySQL/flexibleServers/myflex/databases/app", {}, "azurerm_mysql_flexible_server contains this"),
  azurerm_mysql_flexible_server_firewall_rule: rule("azurerm_mysql_flexible_server", "Microsoft.DBforMySQL/flexibleServers/myflex"),
  azurerm_mysql_flexible_server_configuration: setting("azurerm_mysql_flexible_server", "Microsoft.DBforMySQL/flexibleServers/myflex/configurations/log"),
  azurerm_mariadb_server: box("Microsoft.DBforMariaDB/servers/maria"),
  azurerm_cosmosdb_account: box("Microsoft.DocumentDB/databaseAccounts/cosmos", { endpoint: "https://cosmos.documents.azure.com:443/", virtual_network_rule: [{ id: subnet }] }, "azurerm_subnet allows this"),
  azurerm_cosmosdb_sql_database: box("Microsoft.DocumentDB/databaseAccounts/cosmos/sqlDatabases/carts", {}, "azurerm_cosmosdb_account contains this"),
  azurerm_cosmosdb_sql_container: box("Microsoft.DocumentDB/databaseAccounts/cosmos/sqlDatabases/carts/containers/items", {}, "azurerm_cosmosdb_sql_database contains this"),
  azurerm_cosmosdb_mongo_database: box("Microsoft.DocumentDB/databaseAccounts/cosmos/mongodbDatabases/m", {}, "azurerm_cosmosdb_account contains this"),
  azurerm_cosmosdb_mongo_collection: box("Microsoft.DocumentDB/databaseAccounts/cosmos/mongodbDatabases/m/collections/c", {}, "azurerm_cosmosdb_mongo_database contains this"),
  azurerm_redis_cache: box("Microsoft.Cache/redis/cache", { subnet_id: subnet, hostname: "cache.redis.cache.windows.net" }, "azurerm_subnet contains this"),
  azurerm_redis_firewall_rule: rule("azurerm_redis_cache", "Microsoft.Cache/redis/cache"),
  azurerm_redis_enterprise_cluster: box("Microsoft.Cache/redisEnterprise/rec"),
};
