import type { TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { association, azure, fragment, hostAliases, inSubnet, inside, insideParent, parentEnd, to, toHost, toVaultItem } from "./row";

const storageAccount = "Microsoft.Storage/storageAccounts";

const site: readonly TerraformRef[] = [
  inside("service_plan_id"),
  inside("app_service_plan_id"),
  to("virtual_network_subnet_id", "connects-to"),
  to("key_vault_reference_identity_id", "assumes"),
  { path: "storage_account[].account_name", kind: "depends-on", targetType: storageAccount, outside: false },
  toHost("site_config[].application_stack[].docker_registry_url", "depends-on"),
  toHost("site_config[].application_stack[].docker_image", "depends-on"),
];
const functions: readonly TerraformRef[] = [...site, { path: "storage_account_name", kind: "depends-on", targetType: storageAccount }];
const reached = { aliases: hostAliases("default_hostname", "default_site_hostname", "default_host_name") };
const bus = { aliases: hostAliases("endpoint") };

export const webTypes: TerraformTypes = {
  azurerm_service_plan: azure("Microsoft.Web/serverfarms", [to("app_service_environment_id", "depends-on")]),
  azurerm_app_service_plan: azure("Microsoft.Web/serverfarms", [to("app_service_environment_id", "depends-on")]),
  azurerm_app_service_environment_v3: azure("Microsoft.Web/hostingEnvironments", [inSubnet("subnet_id")]),
  azurerm_linux_web_app: azure("Microsoft.Web/sites", site, reached),
  azurerm_windows_web_app: azure("Microsoft.Web/sites", site, reached),
  azurerm_app_service: azure("Microsoft.Web/sites", site, reached),
  azurerm_linux_function_app: azure("Microsoft.Web/sites", functions, reached),
  azurerm_windows_function_app: azure("Microsoft.Web/sites", functions, reached),
  azurerm_function_app: azure("Microsoft.Web/sites", functions, reached),
  azurerm_function_app_flex_consumption: azure("Microsoft.Web/sites", functions, reached),
  azurerm_logic_app_standard: azure("Microsoft.Web/sites", functions, reached),
  azurerm_linux_web_app_slot: azure("Microsoft.Web/sites/slots", [insideParent, to("virtual_network_subnet_id", "connects-to")], reached),
  azurerm_windows_web_app_slot: azure("Microsoft.Web/sites/slots", [insideParent, to("virtual_network_subnet_id", "connects-to")], reached),
  azurerm_app_service_virtual_network_swift_connection: association("connects-to", "app_service_id", "subnet_id"),
  azurerm_app_service_custom_hostname_binding: fragment("hostNames", parentEnd),
  azurerm_app_service_certificate: azure("Microsoft.Web/certificates", [toVaultItem("key_vault_secret_id", "depends-on")]),
  azurerm_static_web_app: azure("Microsoft.Web/staticSites", [], { aliases: hostAliases("default_host_name") }),
  azurerm_static_site: azure("Microsoft.Web/staticSites", [], { aliases: hostAliases("default_host_name") }),

  azurerm_api_management: azure("Microsoft.ApiManagement/service", [
    inSubnet("virtual_network_configuration[].subnet_id"),
    to("public_ip_address_id", "depends-on"),
  ], { aliases: hostAliases("gateway_url") }),
  azurerm_api_management_api: azure("Microsoft.ApiManagement/service/apis", [insideParent, toHost("service_url", "routes-to")]),
  azurerm_api_management_backend: fragment("backends", parentEnd, [toHost("url", "routes-to"), to("resource_id", "routes-to")]),
  azurerm_signalr_service: azure("Microsoft.SignalRService/SignalR", [], { aliases: hostAliases("hostname") }),
  azurerm_logic_app_workflow: azure("Microsoft.Logic/workflows", [], { aliases: hostAliases("access_endpoint") }),

  azurerm_servicebus_namespace: azure("Microsoft.ServiceBus/namespaces", [toVaultItem("customer_managed_key[].key_vault_key_id", "encrypted-by")], bus),
  azurerm_servicebus_queue: azure("Microsoft.ServiceBus/namespaces/queues", [insideParent]),
  azurerm_servicebus_topic: azure("Microsoft.ServiceBus/namespaces/topics", [insideParent]),
  azurerm_servicebus_subscription: azure("Microsoft.ServiceBus/namespaces/topics/subscriptions", [insideParent]),
  azurerm_servicebus_subscription_rule: fragment("rules", parentEnd),
  azurerm_servicebus_namespace_authorization_rule: fragment("authorizationRules", parentEnd),
  azurerm_servicebus_queue_authorization_rule: fragment("authorizationRules", parentEnd),
  azurerm_servicebus_topic_authorization_rule: fragment("authorizationRules", parentEnd),
  azurerm_eventhub_namespace: azure("Microsoft.EventHub/namespaces", [to("network_rulesets[].virtual_network_rule[].subnet_id", "allows", { direction: "in" })]),
  azurerm_eventhub: azure("Microsoft.EventHub/namespaces/eventhubs", [
    insideParent,
    to("capture_description[].destination[].storage_account_id", "writes"),
  ]),
  azurerm_eventhub_consumer_group: fragment("consumerGroups", parentEnd),
  azurerm_eventhub_authorization_rule: fragment("authorizationRules", parentEnd),
  azurerm_eventhub_namespace_authorization_rule: fragment("authorizationRules", parentEnd),
  azurerm_eventgrid_topic: azure("Microsoft.EventGrid/topics", [], bus),
  azurerm_eventgrid_domain: azure("Microsoft.EventGrid/domains", [], bus),
  azurerm_eventgrid_system_topic: azure("Microsoft.EventGrid/systemTopics", [
    to("source_arm_resource_id", "connects-to", { direction: "in" }),
    to("source_resource_id", "connects-to", { direction: "in" }),
  ]),
  azurerm_eventgrid_event_subscription: fragment("eventSubscriptions", "scope", eventTargets()),
  azurerm_eventgrid_system_topic_event_subscription: fragment("eventSubscriptions", parentEnd, eventTargets()),

  azurerm_iothub: azure("Microsoft.Devices/IotHubs", [], { aliases: hostAliases("hostname") }),
  azurerm_notification_hub_namespace: azure("Microsoft.NotificationHubs/namespaces"),
  azurerm_notification_hub: azure("Microsoft.NotificationHubs/namespaces/notificationHubs", [insideParent]),
};

function eventTargets(): TerraformRef[] {
  return [
    to("azure_function_endpoint[].function_id", "invokes"),
    to("eventhub_endpoint_id", "invokes"),
    to("service_bus_queue_endpoint_id", "invokes"),
    to("service_bus_topic_endpoint_id", "invokes"),
    to("hybrid_connection_endpoint_id", "invokes"),
    to("storage_queue_endpoint[].storage_account_id", "invokes"),
    to("storage_blob_dead_letter_destination[].storage_account_id", "writes"),
  ];
}
