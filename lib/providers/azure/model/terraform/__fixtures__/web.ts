import type { TerraformFixture, TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { arm, box, joint, part } from "./build";

const plan = arm("Microsoft.Web/serverfarms/plan");
const subnet = arm("Microsoft.Network/virtualNetworks/vnet/subnets/front");
const bus = "Microsoft.ServiceBus/namespaces/bus";
const hub = "Microsoft.EventHub/namespaces/ehns";
const inPlan = "azurerm_service_plan contains this";
const store = arm("Microsoft.Storage/storageAccounts/shopstore");

function site(name: string, ...edges: string[]): TerraformFixture {
  return box(`Microsoft.Web/sites/${name}`, { service_plan_id: plan.replace("serverfarms", "serverFarms"), app_settings: { DB_PASSWORD: "never-shown-3f9a" } }, inPlan, ...edges);
}

function functions(name: string): TerraformFixture {
  return box(`Microsoft.Web/sites/${name}`, { service_plan_id: plan, storage_account_name: "shopstore" }, inPlan, "this depends-on azurerm_storage_account");
}

function rules(owner: string, path: string): TerraformFixture {
  return part(owner, { id: arm(path), primary_key: "never-shown-3f9a" });
}

export const webFixtures: TerraformFixtures = {
  azurerm_service_plan: box("Microsoft.Web/serverfarms/plan"),
  azurerm_app_service_plan: box("Microsoft.Web/serverfarms/oldplan"),
  azurerm_app_service_environment_v3: box("Microsoft.Web/hostingEnvironments/ase", { subnet_id: subnet }, "azurerm_subnet contains this"),
  azurerm_linux_web_app: box("Microsoft.Web/sites/shop", { service_plan_id: plan, virtual_network_subnet_id: subnet, default_hostname: "shop.azurewebsites.net" }, inPlan, "this connects-to azurerm_subnet"),
  azurerm_windows_web_app: site("win"),
  azurerm_app_service: box("Microsoft.Web/sites/old", { app_service_plan_id: arm("Microsoft.Web/serverfarms/oldplan") }, "azurerm_app_service_plan contains this"),
  azurerm_linux_function_app: functions("fn"),
  azurerm_windows_function_app: functions("winfn"),
  azurerm_function_app: functions("oldfn"),
  azurerm_function_app_flex_consumption: functions("flexfn"),
  azurerm_logic_app_standard: functions("logic"),
  azurerm_linux_web_app_slot: box("Microsoft.Web/sites/shop/slots/staging", {}, "azurerm_linux_web_app contains this"),
  azurerm_windows_web_app_slot: box("Microsoft.Web/sites/win/slots/staging", {}, "azurerm_windows_web_app contains this"),
  azurerm_app_service_virtual_network_swift_connection: joint({ app_service_id: arm("Microsoft.Web/sites/old"), subnet_id: subnet }, "azurerm_app_service connects-to azurerm_subnet"),
  azurerm_app_service_custom_hostname_binding: part("azurerm_linux_web_app", { id: arm("Microsoft.Web/sites/shop/hostNameBindings/www.example.com") }),
  azurerm_app_service_certificate: box("Microsoft.Web/certificates/cert", { key_vault_secret_id: "https://shop-kv.vault.azure.net/secrets/db/0123" }, "this depends-on azurerm_key_vault_secret"),
  azurerm_static_web_app: box("Microsoft.Web/staticSites/swa"),
  azurerm_static_site: box("Microsoft.Web/staticSites/oldswa"),

  azurerm_api_management: box("Microsoft.ApiManagement/service/apim", { virtual_network_configuration: [{ subnet_id: subnet }] }, "azurerm_subnet contains this"),
  azurerm_api_management_api: box("Microsoft.ApiManagement/service/apim/apis/orders", { service_url: "https://shop.azurewebsites.net/api" }, "azurerm_api_management contains this", "this routes-to azurerm_linux_web_app"),
  azurerm_api_management_backend: part("azurerm_api_management", { id: arm("Microsoft.ApiManagement/service/apim/backends/b"), url: "https://shop.azurewebsites.net" }, "azurerm_api_management routes-to azurerm_linux_web_app"),
  azurerm_signalr_service: box("Microsoft.SignalRService/SignalR/live"),
  azurerm_logic_app_workflow: box("Microsoft.Logic/workflows/wf"),

  azurerm_servicebus_namespace: box(bus),
  azurerm_servicebus_queue: box(`${bus}/queues/orders`, {}, "azurerm_servicebus_namespace contains this"),
  azurerm_servicebus_topic: box(`${bus}/topics/events`, {}, "azurerm_servicebus_namespace contains this"),
  azurerm_servicebus_subscription: box(`${bus}/topics/events/subscriptions/mail`, {}, "azurerm_servicebus_topic contains this"),
  azurerm_servicebus_subscription_rule: part("azurerm_servicebus_subscription", { id: arm(`${bus}/topics/events/subscriptions/mail/rules/r`) }),
  azurerm_servicebus_namespace_authorization_rule: rules("azurerm_servicebus_namespace", `${bus}/authorizationRules/r`),
  azurerm_servicebus_queue_authorization_rule: rules("azurerm_servicebus_queue", `${bus}/queues/orders/authorizationRules/r`),
  azurerm_servicebus_topic_authorization_rule: rules("azurerm_servicebus_topic", `${bus}/topics/events/authorizationRules/r`),
  azurerm_eventhub_namespace: box(hub),
  azurerm_eventhub: box(`${hub}/eventhubs/clicks`, { capture_description: [{ destination: [{ storage_account_id: store }] }] }, "azurerm_eventhub_namespace contains this", "this writes azurerm_storage_account"),
  azurerm_eventhub_consumer_group: part("azurerm_eventhub", { id: arm(`${hub}/eventhubs/clicks/consumerGroups/g`) }),
  azurerm_eventhub_authorization_rule: rules("azurerm_eventhub", `${hub}/eventhubs/clicks/authorizationRules/r`),
  azurerm_eventhub_namespace_authorization_rule: rules("azurerm_eventhub_namespace", `${hub}/authorizationRules/r`),
  azurerm_eventgrid_topic: box("Microsoft.EventGrid/topics/grid"),
  azurerm_eventgrid_domain: box("Microsoft.EventGrid/domains/dom"),
  azurerm_eventgrid_system_topic: box("Microsoft.EventGrid/systemTopics/blobs", { source_arm_resource_id: store }, "azurerm_storage_account connects-to this"),
  azurerm_eventgrid_event_subscription: part("azurerm_storage_account", { scope: store, azure_function_endpoint: [{ function_id: arm("Microsoft.Web/sites/fn/functions/resize") }] }, "azurerm_storage_account invokes azurerm_linux_function_app"),
  azurerm_eventgrid_system_topic_event_subscription: part("azurerm_eventgrid_system_topic", {
    id: arm("Microsoft.EventGrid/systemTopics/blobs/eventSubscriptions/s"), service_bus_queue_endpoint_id: arm(`${bus}/queues/orders`),
  }, "azurerm_eventgrid_system_topic invokes azurerm_servicebus_queue"),
  azurerm_iothub: box("Microsoft.Devices/IotHubs/iot"),
  azurerm_notification_hub_namespace: box("Microsoft.NotificationHubs/namespaces/nh"),
  azurerm_notification_hub: box("Microsoft.NotificationHubs/namespaces/nh/notificationHubs/app", {}, "azurerm_notification_hub_namespace contains this"),
};
