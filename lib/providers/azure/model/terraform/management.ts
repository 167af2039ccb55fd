import { valuesAt } from "../../../../core/resource/attribute-path";
import type { TerraformAttributes, TerraformResource, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { association, azure, fragment, hostAliases, inSubnet, inside, insideParent, parentEnd, to, toHost, toVaultItem, valueAliases } from "./row";

const hidden = { as: "hidden" } as const;
const alert = [to("scopes[]", "depends-on", { outside: false }), to("action[].action_group_id", "invokes"), to("action[].action_groups[]", "invokes")];
const workspaceRefs = [
  to("storage_account_id", "depends-on"),
  to("key_vault_id", "depends-on"),
  to("application_insights_id", "writes"),
  to("container_registry_id", "depends-on"),
];

export const managementTypes: TerraformTypes = {
  azurerm_subscription: azure("Microsoft.Resources/subscriptions", [], { name: (attributes) => valuesAt(attributes, "display_name")[0] ?? null }),
  azurerm_resource_group: azure("Microsoft.Resources/resourceGroups"),
  azurerm_client_config: hidden,
  azurerm_management_lock: fragment("locks", "scope"),
  azurerm_resource_group_policy_assignment: fragment("policyAssignments", "resource_group_id"),
  azurerm_resource_provider_registration: hidden,

  azurerm_user_assigned_identity: azure("Microsoft.ManagedIdentity/userAssignedIdentities", [], { aliases: valueAliases("principal_id", "client_id") }),
  azurerm_federated_identity_credential: fragment("federatedCredentials", "parent_id"),
  azurerm_role_assignment: association("allows", { paths: ["principal_id"] }, "scope"),
  azurerm_role_definition: azure("Microsoft.Authorization/roleDefinitions", [], {
    id: (attributes) => valuesAt(attributes, "role_definition_resource_id")[0]?.toLowerCase() ?? null,
  }),

  azurerm_log_analytics_workspace: azure("Microsoft.OperationalInsights/workspaces", [], { aliases: valueAliases("workspace_id") }),
  azurerm_log_analytics_solution: fragment("solutions", "workspace_resource_id"),
  azurerm_application_insights: azure("Microsoft.Insights/components", [to("workspace_id", "writes")], { aliases: valueAliases("app_id") }),
  azurerm_application_insights_web_test: azure("Microsoft.Insights/webtests", [to("application_insights_id", "depends-on")]),
  azurerm_monitor_action_group: azure("Microsoft.Insights/actionGroups", [
    to("azure_function_receiver[].function_app_resource_id", "invokes"),
    to("logic_app_receiver[].resource_id", "invokes"),
    to("automation_runbook_receiver[].automation_account_id", "invokes"),
  ]),
  azurerm_monitor_metric_alert: azure("Microsoft.Insights/metricAlerts", alert),
  azurerm_monitor_activity_log_alert: azure("Microsoft.Insights/activityLogAlerts", alert),
  azurerm_monitor_scheduled_query_rules_alert_v2: azure("Microsoft.Insights/scheduledQueryRules", alert),
  azurerm_monitor_scheduled_query_rules_alert: azure("Microsoft.Insights/scheduledQueryRules", [to("data_source_id", "depends-on"), to("action[].action_group[]", "invokes")]),
  azurerm_monitor_diagnostic_setting: association("writes", "target_resource_id", {
    paths: ["log_analytics_workspace_id", "storage_account_id", "eventhub_authorization_rule_id"],
    pick: (value) => [value.toLowerCase().replace(/\/authorizationrules\/[^/]+$/, "")],
  }),
  azurerm_automation_account: azure("Microsoft.Automation/automationAccounts"),
  azurerm_automation_runbook: azure("Microsoft.Automation/automationAccounts/runbooks", [insideParent]),
  azurerm_automation_schedule: fragment("schedules", parentEnd),
  azurerm_app_configuration: azure("Microsoft.AppConfiguration/configurationStores", [], { aliases: hostAliases("endpoint") }),
  azurerm_app_configuration_key: hidden,

  azurerm_data_factory: azure("Microsoft.DataFactory/factories"),
  azurerm_data_factory_pipeline: azure("Microsoft.DataFactory/factories/pipelines", [insideParent]),
  azurerm_data_factory_linked_service_azure_blob_storage: fragment("linkedServices", "data_factory_id", [toHost("service_endpoint", "connects-to")]),
  azurerm_data_factory_linked_service_key_vault: fragment("linkedServices", "data_factory_id", [to("key_vault_id", "connects-to")]),
  azurerm_databricks_workspace: azure("Microsoft.Databricks/workspaces", [to("custom_parameters[].virtual_network_id", "connects-to")], { aliases: hostAliases("workspace_url") }),
  azurerm_synapse_workspace: azure("Microsoft.Synapse/workspaces", [{ path: "storage_data_lake_gen2_filesystem_id", kind: "depends-on", outside: false }]),
  azurerm_synapse_sql_pool: azure("Microsoft.Synapse/workspaces/sqlPools", [insideParent]),
  azurerm_synapse_spark_pool: azure("Microsoft.Synapse/workspaces/bigDataPools", [insideParent]),
  azurerm_kusto_cluster: azure("Microsoft.Kusto/clusters", [inSubnet("virtual_network_configuration[].subnet_id")], { aliases: hostAliases("uri") }),
  azurerm_kusto_database: azure("Microsoft.Kusto/clusters/databases", [insideParent]),
  azurerm_stream_analytics_job: azure("Microsoft.StreamAnalytics/streamingjobs"),
  azurerm_search_service: azure("Microsoft.Search/searchServices"),
  azurerm_cognitive_account: azure("Microsoft.CognitiveServices/accounts", [to("network_acls[].virtual_network_rules[].subnet_id", "allows", { direction: "in" })], { aliases: hostAliases("endpoint") }),
  azurerm_cognitive_deployment: azure("Microsoft.CognitiveServices/accounts/deployments", [inside("cognitive_account_id")]),
  azurerm_machine_learning_workspace: azure("Microsoft.MachineLearningServices/workspaces", [...workspaceRefs, toVaultItem("encryption[].key_id", "encrypted-by")]),

  azuread_application: directory("applications", "client_id", "application_id"),
  azuread_service_principal: directory("servicePrincipals", "client_id", "application_id"),
  azuread_group: directory("groups"),
  azuread_user: directory("users", "user_principal_name"),
  azuread_group_member: association("assumes", { paths: ["member_object_id"], pick: objectTargets }, { paths: ["group_object_id"], pick: objectTargets }),
  azuread_application_password: hidden,
  azuread_service_principal_password: hidden,
  azuread_client_config: hidden,
  azuread_domains: hidden,

  azapi_resource: {
    ...azure("Microsoft.Resources/resources", [insideParent]),
    type: (attributes) => valuesAt(attributes, "type")[0]?.split("@")[0] ?? "Microsoft.Resources/resources",
  },
};

/** Entra ID objects are no ARM resources; Graph knows them by their object id, which the nil id is not. */
function directory(collection: string, ...aliases: string[]): TerraformResource {
  return {
    as: "resource",
    type: `Microsoft.Graph/${collection}`,
    id: (attributes) => graphId(attributes, collection),
    name: (attributes) => valuesAt(attributes, "display_name")[0] ?? null,
    region: () => null,
    aliases: (attributes) => [...valuesAt(attributes, "object_id"), ...aliases.flatMap((path) => valuesAt(attributes, path))],
  };
}

function graphId(attributes: TerraformAttributes, collection: string): string | null {
  const id = valuesAt(attributes, "object_id")[0];
  return id === undefined || objectTargets(id).length === 0 ? null : `https://graph.microsoft.com/v1.0/${collection}/${id.toLowerCase()}`;
}

/** The nil id, as masked files have it, names nobody. */
function objectTargets(id: string): string[] {
  return /^[0-]+$/.test(id) ? [] : [id];
}
