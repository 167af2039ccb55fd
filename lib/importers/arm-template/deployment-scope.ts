import { named, shown } from "./expression/placeholder";

/** Where a template is deployed to. Of tenants all are null. */
export interface DeploymentScope {
  subscription: string | null;
  group: string | null;
  managementGroup: string | null;
}

const ownSubscription = named("subscription");
const ownGroup = named("resourceGroup");

/** What a template's schema says; deployments to a resource group are those that it says nothing of. */
export function scopeOfSchema(schema: string): DeploymentScope {
  if (/\/tenantDeploymentTemplate/i.test(schema)) return { subscription: null, group: null, managementGroup: null };
  if (/\/managementGroupDeploymentTemplate/i.test(schema)) return { subscription: null, group: null, managementGroup: named("managementGroup") };
  return { subscription: ownSubscription, group: /\/subscriptionDeploymentTemplate/i.test(schema) ? null : ownGroup, managementGroup: null };
}

/** The id of the scope: empty for a tenant. */
export function scopeId({ subscription, group, managementGroup }: DeploymentScope): string {
  if (subscription === null) return managementGroup === null ? "" : `/providers/Microsoft.Management/managementGroups/${managementGroup}`;
  return group === null ? `/subscriptions/${subscription}` : `/subscriptions/${subscription}/resourceGroups/${group}`;
}

/** `Microsoft.Network/virtualNetworks/subnets` and `v/s` below a scope: `…/virtualNetworks/v/subnets/s`. Null without a type. */
export function idBelow(scope: string, type: string, names: readonly string[]): string | null {
  const [namespace = "", ...types] = shown(type).split("/").filter((part) => part !== "");
  if (types.length === 0) return null;
  const segments = names.flatMap((name) => shown(name).split("/")).filter((part) => part !== "");
  // What is missing is above, and what is too much is part of the last name.
  const missing = Array.from({ length: Math.max(0, types.length - segments.length) }, () => "{parent}");
  const fitting = [...missing, ...segments.slice(0, types.length - 1), segments.slice(types.length - 1).join("%2F")].filter((part) => part !== "");
  if (/^\/subscriptions\//i.test(scope) && /^Microsoft\.Resources\/resourceGroups$/i.test([namespace, ...types].join("/"))) return `${scope.replace(/\/resourceGroups\/[^/]*$/i, "")}/resourceGroups/${fitting[0] ?? ""}`;
  return `${scope}/providers/${[namespace, ...types.flatMap((part, index) => [part, fitting[index] ?? "{name}"])].join("/")}`;
}

/**
 * Nobody knows which subscription and group a template is for: its file stands for both, so that two templates do not mix, and
 * braces mark what is no subscription's id.
 */
export function inFile(text: string, file: string): string {
  if (!text.includes("{")) return text;
  return text
    .replace(/\/(subscriptions|managementGroups)\/\{([^{}/]+)\}/gi, (_, kind: string, label: string) => `/${kind}/{${/^(subscription|managementGroup)$/i.test(label) ? file : `${file} ${label}`}}`)
    .replace(/\/resourceGroups\/\{resourceGroup\}/gi, `/resourceGroups/${file}`);
}

/** The name of a group by an id, in lower case, that the file's name may stand in. */
export function nameInFile(id: string, file: string): string {
  const name = id.slice(id.lastIndexOf("/") + 1);
  const [own, label] = [file.toLowerCase(), /^\{(.*)\}$/.exec(name)?.[1] ?? name];
  if (label === own) return file;
  return label.startsWith(`${own} `) ? `{${label.slice(own.length + 1)}}` : name;
}

/** A file's name as a part of an id. */
export function fileSegment(name: string): string {
  return name.replace(/[\s/{}%?#]+/g, "-").slice(0, 90) || "template";
}
