import { from, to, type ArmField, type ArmFields } from "../field";

// A scope is often a whole group or subscription, which is drawn around the alert anyway.
const alert: readonly ArmField[] = [to("properties.scopes[]", "depends-on", { outside: false }), to("properties.scope[]", "depends-on", { outside: false })];

export const managementFields: ArmFields = {
  "Microsoft.Insights/metricAlerts": alert,
  "Microsoft.Insights/activityLogAlerts": alert,
  "Microsoft.Insights/scheduledQueryRules": alert,
  "Microsoft.AlertsManagement/smartDetectorAlertRules": alert,
  "Microsoft.Insights/autoscalesettings": [
    from("properties.targetResourceUri", "managed-by"),
    to("properties.profiles[].rules[].metricTrigger.metricResourceUri", "reads", { outside: false }),
  ],
  "Microsoft.Insights/actionGroups": [
    to("properties.azureFunctionReceivers[].functionAppResourceId", "invokes"),
    to("properties.logicAppReceivers[].resourceId", "invokes"),
    to("properties.automationRunbookReceivers[].automationAccountId", "invokes"),
    to("properties.automationRunbookReceivers[].webhookResourceId", "invokes", { outside: false }),
  ],
  "Microsoft.Insights/diagnosticSettings": [
    to("properties.workspaceId", "writes"),
    to("properties.storageAccountId", "writes"),
    to("properties.eventHubAuthorizationRuleId", "writes"),
    to("properties.marketplacePartnerId", "writes"),
  ],
  "Microsoft.Insights/logprofiles": [to("properties.storageAccountId", "writes"), to("properties.serviceBusRuleId", "writes")],
  "Microsoft.CostManagement/exports": [to("properties.deliveryInfo.destination.resourceId", "writes")],
  "Microsoft.OperationsManagement/solutions": [to("properties.workspaceResourceId", "depends-on"), from("properties.containedResources[]", "depends-on", { outside: false })],
};
