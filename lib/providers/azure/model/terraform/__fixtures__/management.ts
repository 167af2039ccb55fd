import type { TerraformFixture, TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { arm, box, group, joint, part, subscription } from "./build";

const reader = "00000000-0000-4000-8000-00000000beef";
const workspace = arm("Microsoft.OperationalInsights/workspaces/logs");
const vm = arm("Microsoft.Compute/virtualMachines/web1");
const actions = arm("Microsoft.Insights/actionGroups/oncall");
const factory = arm("Microsoft.DataFactory/factories/df");
const invokes = "this invokes azurerm_monitor_action_group";

function directory(collection: string, digit: number): TerraformFixture {
  const id = `00000000-0000-4000-8000-00000000000${digit}`;
  return {
    attributes: { id, object_id: id, display_name: `ops-${collection}` },
    expect: { type: `Microsoft.Graph/${collection}`, id: `https://graph.microsoft.com/v1.0/${collection}/${id}`, name: `ops-${collection}`, region: null },
  };
}

export const managementFixtures: TerraformFixtures = {
  azurerm_subscription: {
    attributes: { id: `/subscriptions/${subscription}`, subscription_id: subscription, display_name: "Shop production" },
    expect: { type: "Microsoft.Resources/subscriptions", id: `/subscriptions/${subscription}`, name: "Shop production", region: null },
  },
  azurerm_resource_group: {
    attributes: { id: group, name: "Shop-RG", location: "westeurope" },
    expect: { type: "Microsoft.Resources/resourceGroups", id: group.toLowerCase(), name: "Shop-RG", region: "westeurope" },
  },
  azurerm_management_lock: part("azurerm_resource_group", { scope: group, lock_level: "CanNotDelete" }),
  azurerm_resource_group_policy_assignment: part("azurerm_resource_group", { resource_group_id: group }),
  azurerm_user_assigned_identity: box("Microsoft.ManagedIdentity/userAssignedIdentities/shop-id", { principal_id: reader }),
  azurerm_federated_identity_credential: part("azurerm_user_assigned_identity", { parent_id: arm("Microsoft.ManagedIdentity/userAssignedIdentities/shop-id") }),
  azurerm_role_assignment: joint(
    { id: `${group}/providers/Microsoft.Authorization/roleAssignments/r`, principal_id: "00000000-0000-4000-8000-00000000cafe", role_definition_name: "AcrPull", scope: arm("Microsoft.ContainerRegistry/registries/shopacr") },
    "azurerm_kubernetes_cluster allows azurerm_container_registry",
  ),
  azurerm_role_definition: {
    attributes: { id: "x|y", name: "Shop operator", role_definition_resource_id: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/0A` },
    expect: { type: "Microsoft.Authorization/roleDefinitions", id: `/subscriptions/${subscription}/providers/microsoft.authorization/roledefinitions/0a`, name: "Shop operator" },
  },

  azurerm_log_analytics_workspace: box("Microsoft.OperationalInsights/workspaces/logs"),
  azurerm_log_analytics_solution: part("azurerm_log_analytics_workspace", { workspace_resource_id: workspace }),
  azurerm_application_insights: box("Microsoft.Insights/components/appi", { workspace_id: workspace, instrumentation_key: "never-shown-3f9a" }, "this writes azurerm_log_analytics_workspace"),
  azurerm_application_insights_web_test: box("Microsoft.Insights/webtests/ping", { application_insights_id: arm("Microsoft.Insights/components/appi") }, "this depends-on azurerm_application_insights"),
  azurerm_monitor_action_group: box("Microsoft.Insights/actionGroups/oncall"),
  azurerm_monitor_metric_alert: box("Microsoft.Insights/metricAlerts/cpu", { scopes: [vm], action: [{ action_group_id: actions }] }, invokes, "this depends-on azurerm_linux_virtual_machine"),
  azurerm_monitor_activity_log_alert: box("Microsoft.Insights/activityLogAlerts/deletes", { action: [{ action_group_id: actions }] }, invokes),
  azurerm_monitor_scheduled_query_rules_alert_v2: box("Microsoft.Insights/scheduledQueryRules/errors", { action: [{ action_groups: [actions] }] }, invokes),
  azurerm_monitor_scheduled_query_rules_alert: box("Microsoft.Insights/scheduledQueryRules/olderrors", { action: [{ action_group: [actions] }] }, invokes),
  azurerm_monitor_diagnostic_setting: joint({ id: `${vm}|diag`, target_resource_id: vm, log_analytics_workspace_id: workspace }, "azurerm_linux_virtual_machine writes azurerm_log_analytics_workspace"),
  azurerm_automation_account: box("Microsoft.Automation/automationAccounts/auto"),
  azurerm_automation_runbook: box("Microsoft.Automation/automationAccounts/auto/runbooks/stop", {}, "azurerm_automation_account contains this"),
  azurerm_automation_schedule: part("azurerm_automation_account", { id: arm("Microsoft.Automation/automationAccounts/auto/schedules/s") }),
  azurerm_app_configuration: box("Microsoft.AppConfiguration/configurationStores/cfg"),

  azurerm_data_factory: box("Microsoft.DataFactory/factories/df"),
  azurerm_data_factory_pipeline: box("Microsoft.DataFactory/factories/df/pipelines/load", {}, "azurerm_data_factory contains this"),
  azurerm_data_factory_linked_service_azure_blob_storage: part("azurerm_data_factory", { data_factory_id: factory, service_endpoint: "https://shopstore.blob.core.windows.net" }, "azurerm_data_factory connects-to azurerm_storage_account"),
  azurerm_data_factory_linked_service_key_vault: part("azurerm_data_factory", { data_factory_id: factory, key_vault_id: arm("Microsoft.KeyVault/vaults/shop-kv") }, "azurerm_data_factory connects-to azurerm_key_vault"),
  azurerm_databricks_workspace: box("Microsoft.Databricks/workspaces/dbx"),
  azurerm_synapse_workspace: box("Microsoft.Synapse/workspaces/syn"),
  azurerm_synapse_sql_pool: box("Microsoft.Synapse/workspaces/syn/sqlPools/dw", {}, "azurerm_synapse_workspace contains this"),
  azurerm_synapse_spark_pool: box("Microsoft.Synapse/workspaces/syn/bigDataPools/spark", {}, "azurerm_synapse_workspace contains this"),
  azurerm_kusto_cluster: box("Microsoft.Kusto/clusters/adx"),
  azurerm_kusto_database: box("Microsoft.Kusto/clusters/adx/databases/telemetry", {}, "azurerm_kusto_cluster contains this"),
  azurerm_stream_analytics_job: box("Microsoft.StreamAnalytics/streamingjobs/asa"),
  azurerm_search_service: box("Microsoft.Search/searchServices/find"),
  azurerm_cognitive_account: box("Microsoft.CognitiveServices/accounts/ai"),
  azurerm_cognitive_deployment: box("Microsoft.CognitiveServices/accounts/ai/deployments/gpt", { cognitive_account_id: arm("Microsoft.CognitiveServices/accounts/ai") }, "azurerm_cognitive_account contains this"),
  azurerm_machine_learning_workspace: box("Microsoft.MachineLearningServices/workspaces/ml", { key_vault_id: arm("Microsoft.KeyVault/vaults/shop-kv"), application_insights_id: arm("Microsoft.Insights/components/appi") },
    "this depends-on azurerm_key_vault", "this writes azurerm_application_insights"),

  azuread_application: directory("applications", 1),
  azuread_service_principal: directory("servicePrincipals", 2),
  azuread_group: directory("groups", 3),
  azuread_user: directory("users", 4),
  azuread_group_member: joint({ group_object_id: "00000000-0000-4000-8000-000000000003", member_object_id: "00000000-0000-4000-8000-000000000004" }, "azuread_user assumes azuread_group"),
  azapi_resource: box("Microsoft.Network/virtualNetworks/vnet/subnets/api", { type: "Microsoft.Network/virtualNetworks/subnets@2024-01-01" }, "azurerm_virtual_network contains this"),
};
