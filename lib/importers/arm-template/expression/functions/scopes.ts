import type { JsonValue } from "../../../../core/json";
import { idBelow, scopeId, type DeploymentScope } from "../../deployment-scope";
import { named, shown } from "../placeholder";
import { textOf, type TemplateFunction } from "./function";

/** A namespace and a type have a slash between them; what stands before is a subscription, a group or a scope. */
function splitAtType(args: readonly JsonValue[]): { before: string[]; type: string; names: string[] } | null {
  const texts = args.map(textOf).filter((text) => text !== undefined);
  const at = texts.findIndex((text) => /^[^/\s]+\.[^/\s]+\/./.test(shown(text)));
  const type = texts[at];
  return texts.length !== args.length || type === undefined ? null : { before: texts.slice(0, at), type, names: texts.slice(at + 1) };
}

/** `resourceId([subscription], [group], type, name, …)` */
const resourceId: TemplateFunction = (args, { scope }) => {
  const split = splitAtType(args);
  if (split === null) return undefined;
  const { before, type, names } = split;
  const subscription = before.length > 1 || scope.group === null ? (before[0] ?? scope.subscription) : scope.subscription;
  const group = before.length > 1 ? before[1] : scope.group === null ? null : (before[0] ?? scope.group);
  // Azure takes a group's id for its name.
  if (group?.startsWith("/") === true) return idBelow(shown(group), type, names) ?? undefined;
  return below({ ...scope, subscription, group: group ?? null }, type, names);
};

const subscriptionResourceId: TemplateFunction = (args, { scope }) => {
  const split = splitAtType(args);
  return split === null ? undefined : below({ subscription: split.before[0] ?? scope.subscription, group: null, managementGroup: null }, split.type, split.names);
};

const managementGroupResourceId: TemplateFunction = (args, { scope }) => {
  const split = splitAtType(args);
  return split === null ? undefined : below({ subscription: null, group: null, managementGroup: split.before[0] ?? scope.managementGroup }, split.type, split.names);
};

const tenantResourceId: TemplateFunction = (args) => {
  const split = splitAtType(args);
  return split === null ? undefined : below({ subscription: null, group: null, managementGroup: null }, split.type, split.names);
};

const extensionResourceId: TemplateFunction = ([base, ...args]) => {
  const split = splitAtType(args);
  return typeof base !== "string" || split === null ? undefined : (idBelow(shown(base), split.type, split.names) ?? undefined);
};

function below(scope: DeploymentScope, type: string, names: readonly string[]): string | undefined {
  return idBelow(shown(scopeId(scope)), type, names) ?? undefined;
}

const subscription: TemplateFunction = (_, { scope }) => {
  const id = scope.subscription ?? named("subscription");
  return { id: `/subscriptions/${id}`, subscriptionId: id, tenantId: named("tenantId"), displayName: named("subscription.displayName") };
};

const resourceGroup: TemplateFunction = (_, { scope }) => {
  const id = scopeId(scope);
  const name = scope.group ?? named("resourceGroup");
  return { id, name, type: "Microsoft.Resources/resourceGroups", location: named("resourceGroup.location"), tags: {}, properties: {} };
};

const managementGroup: TemplateFunction = (_, { scope }) => {
  const name = scope.managementGroup ?? named("managementGroup");
  return { id: `/providers/Microsoft.Management/managementGroups/${name}`, name, type: "Microsoft.Management/managementGroups" };
};

/** Azure's public cloud: the others are named by their own templates. */
const environment: TemplateFunction = () => ({
  name: "AzureCloud",
  authentication: { loginEndpoint: "https://login.microsoftonline.com/", audiences: ["https://management.core.windows.net/"], tenant: "common" },
  resourceManager: "https://management.azure.com/",
  suffixes: {
    storage: "core.windows.net",
    keyvaultDns: ".vault.azure.net",
    sqlServerHostname: ".database.windows.net",
    acrLoginServer: ".azurecr.io",
    azureDatalakeStoreFileSystem: "azuredatalakestore.net",
  },
});

export const scopeFunctions = {
  resourceId,
  subscriptionResourceId,
  managementGroupResourceId,
  tenantResourceId,
  extensionResourceId,
  subscription,
  resourceGroup,
  managementGroup,
  tenant: () => ({ tenantId: named("tenantId"), displayName: named("tenant.displayName") }),
  deployment: () => ({ name: named("deployment"), location: named("deployment.location"), properties: { templateLink: { uri: named("deployment.uri") } } }),
  environment,
} satisfies Record<string, TemplateFunction>;
