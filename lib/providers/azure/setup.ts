import { grantCommand } from "../../catalogue/grant-command";
import type { SetupStep } from "../../core/setup-step";

const scope = '"/subscriptions/<subscription id>"';

/** Reader is the role for all of it: on a subscription, or on a management group for every subscription below it. */
export const azureSetup: readonly SetupStep[] = [
  { mode: "secret", title: "Make an application with the role Reader; it prints the tenant, the client id (appId) and the secret (password)", command: `az ad sp create-for-rbac --name cloudviz --role Reader --scopes ${scope}` },
  { mode: "certificate", title: "Make an application with the role Reader; it prints the tenant, the client id (appId) and where its certificate lies", command: `az ad sp create-for-rbac --name cloudviz --role Reader --scopes ${scope} --create-cert` },
  { mode: "managed-identity", title: "Give the machine that CloudViz runs on an identity; it prints the principal id", command: 'az vm identity assign --resource-group "<group>" --name "<machine>"' },
  { mode: "managed-identity", title: "Give the identity the role Reader", command: `az role assignment create --assignee-object-id "<principal id>" --assignee-principal-type ServicePrincipal --role Reader --scope ${scope}` },
  { mode: "cli", title: "Sign in on the machine that CloudViz runs on", command: "az login" },
  { mode: null, title: "For another subscription", command: grantCommand("azure", "<subscription id>") ?? "" },
  { mode: null, title: "For every subscription of a management group, and the group itself", command: grantCommand("azure", "managementGroups/<group id>") ?? "" },
];
