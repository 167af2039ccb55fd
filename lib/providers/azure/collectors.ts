import type { ResourceGraphClient } from "@azure/arm-resourcegraph";
import type { Found } from "../../core/resource/collected";
import { jsonObject } from "../../core/json";
import { withoutSecrets } from "../../secrets/without-secrets";
import { NotIndexed } from "../not-indexed";
import type { OpenedCollector } from "../provider";
import { unaskedCollector } from "../whole-account";
import { explainAzureError } from "./errors";
import { collectArm } from "./model/arm/collect-arm";
import { readArmRow } from "./model/arm/row";
import type { AzureSession } from "./session";

interface Listing {
  id: string;
  type: string;
  /** In Resource Graph's language, without the order of the rows. */
  query: string;
  permission: string;
}

const resources: Listing = { id: "azure.resources", type: "Microsoft.Resources/resources", query: "resources", permission: "Microsoft.Resources/subscriptions/resources/read" };

const listings: readonly Listing[] = [
  resources,
  {
    id: "azure.resource-groups",
    type: "Microsoft.Resources/resourceGroups",
    query: "resourcecontainers | where type in~ ('microsoft.resources/subscriptions', 'microsoft.resources/subscriptions/resourcegroups')",
    permission: "Microsoft.Resources/subscriptions/resourceGroups/read",
  },
  {
    id: "azure.role-assignments",
    type: "Microsoft.Authorization/roleAssignments",
    query: "authorizationresources | where type =~ 'microsoft.authorization/roleassignments'",
    permission: "Microsoft.Authorization/roleAssignments/read",
  },
];

/** Everything of one subscription, by Resource Graph: whatever its type. */
export function subscriptionCollectors(session: AzureSession, subscription: string): OpenedCollector[] {
  return listings.map((listing) => openListing(listing, session, { subscriptions: [subscription] }));
}

/** Of a subscription that the credentials do not see: Resource Graph would answer that it is empty. */
export function unseenCollectors(): OpenedCollector[] {
  const permission = "Microsoft.Resources/subscriptions/read";
  const failure = { status: "denied", permission, reason: "subscription-not-visible", message: "These credentials do not see this subscription. Give them the role Reader on it." } as const;
  return listings.map(({ id, type }) => unaskedCollector({ id, type, permissions: [permission] }, failure));
}

/** What stands above the subscriptions of a tenant. */
export function tenantCollectors(session: AzureSession): OpenedCollector[] {
  const query = "resourcecontainers | where type =~ 'microsoft.management/managementgroups'";
  return [openListing({ id: "azure.management-groups", type: "Microsoft.Management/managementGroups", query, permission: "Microsoft.Management/managementGroups/read" }, session, {})];
}

type Scope = Pick<Parameters<ResourceGraphClient["resources"]>[0], "subscriptions">;

function openListing({ id, type, query, permission }: Listing, session: AzureSession, scope: Scope): OpenedCollector {
  const permissions = [permission] as const;
  async function* collect(_region: string | null, signal: AbortSignal): AsyncGenerator<Found> {
    let isEmpty = true;
    for await (const row of rowsOf(session, query, scope, signal)) {
      isEmpty = false;
      // What is no resource (a row without an id) tells nothing that could be drawn.
      const read = readArmRow(withoutSecrets(jsonObject.parse(row), null).attributes);
      if (read === null) continue;
      for (const item of collectArm(read, { collector: id, origin: { kind: "live", address: null, merged: [] } })) if (isFound(item)) yield item;
    }
    if (isEmpty && id === resources.id) for (const subscription of scope.subscriptions ?? []) if (await session.hasResources(subscription, signal)) throw new NotIndexed();
  }
  return { id, type, scope: "global", permissions, parts: [], collect, explain: (error) => explainAzureError(error, { permissions }) };
}

function isFound(item: { kind: string }): item is Found {
  return item.kind === "resource" || item.kind === "relation" || item.kind === "fragment";
}

/** Page by page. Rows keep their order between pages only when they are sorted. */
async function* rowsOf({ graph, quota }: AzureSession, query: string, scope: Scope, abortSignal: AbortSignal): AsyncGenerator<unknown> {
  let skipToken: string | undefined;
  do {
    await quota.ready(abortSignal);
    const page = await graph.resources(
      { ...scope, query: `${query} | order by id asc`, options: { top: 1000, resultFormat: "objectArray", ...(skipToken === undefined ? {} : { skipToken }) } },
      { abortSignal, onResponse: ({ headers }) => quota.note(headers) },
    );
    yield* rowsIn(page.data);
    skipToken = page.skipToken;
  } while (skipToken !== undefined);
}

function rowsIn(data: unknown): unknown[] {
  if (!Array.isArray(data)) throw new Error("Resource Graph answered without rows");
  return data;
}
