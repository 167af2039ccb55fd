import { afterAll, describe, expect, test } from "vitest";
import { discover } from "../../lib/discovery/discover";
import { link } from "../../lib/graph/link";
import { providerContract } from "../../lib/providers/contract";
import { openProvider } from "../../lib/providers/open-provider";
import { failed, startAzure, tenantId, type Interception } from "../stand-in-azure/start-azure";
import { makeSubscription } from "../stand-in-azure/make-subscription";

const production = "aaaaaaaa-0000-0000-0000-000000000001";
const staging = "aaaaaaaa-0000-0000-0000-000000000002";
const secret = "CANARY secret of the client";

const azure = await startAzure([makeSubscription(production, "Production"), makeSubscription(staging, "Staging")], { pageSize: 2 });
afterAll(() => azure.close());

const { credentials, settings } = azure.access;
const signal = new AbortController().signal;

async function intercepted<Result>(intercept: Interception, work: () => Promise<Result>): Promise<Result> {
  azure.intercept = intercept;
  return work().finally(() => (azure.intercept = () => null));
}

const permissionOf = { resources: "Microsoft.Resources/subscriptions/resources/read", resourcecontainers: "Microsoft.Resources/subscriptions/resourceGroups/read", authorizationresources: "Microsoft.Authorization/roleAssignments/read" };

providerContract({
  id: "azure",
  input: { credentials, settings },
  secret,
  discover,
  malformed: [
    { credentials: null, settings: {} },
    { credentials: { mode: "secret", tenantId: secret, clientId: secret, clientSecret: secret }, settings: {} },
    { credentials: { ...credentials, clientSecret: secret, password: secret }, settings },
    { credentials: { mode: "certificate", tenantId, clientId: credentials.clientId, certificate: secret }, settings },
    { credentials, settings: { subscriptions: [secret] } },
    { credentials, settings: { subscriptions: [] } },
    { credentials, settings: { cloud: { resourceManager: `http://${secret}`, authority: azure.url } } },
  ],
  refusing: (what, work) =>
    intercepted((call) => {
      if (what === "everything") return call === "sign-in" ? { status: 401, body: { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret provided.", error_codes: [7000215] } } : null;
      if (typeof call === "string") return null;
      const permission = call.subscriptions === null ? "Microsoft.Management/managementGroups/read" : permissionOf[call.table as keyof typeof permissionOf];
      return permission === what.permission ? failed(403, "Forbidden", "no") : null;
    }, work),
  answering: (work) => intercepted(() => null, work),
});

describe("Azure over HTTP", () => {
  const take = async (more: object = {}) => {
    const opened = await openProvider("azure", { credentials, settings: { ...settings, ...more } }, signal);
    return discover(opened, { signal });
  };

  test("every subscription is seen page by page, and what belongs together is linked", async () => {
    const { items, coverage } = await take();
    const inventory = link(items, { now: "2026-01-01T00:00:00Z" });
    const seen = coverage.map(({ account, collector, status, count }) => `${account} ${collector} ${status} ${count}`);
    expect(seen.slice(0, 5)).toEqual([
      `${tenantId} azure.management-groups complete 0`,
      `${production} azure.resources complete 4`,
      `${production} azure.resource-groups complete 2`,
      `${production} azure.role-assignments complete 0`,
      `${staging} azure.resources complete 4`,
    ]);
    const subnet = inventory.resources.find(({ name, account }) => name === "front" && account === production);
    expect(subnet).toMatchObject({ type: "Microsoft.Network/virtualNetworks/subnets", group: "Shop" });
    const network = inventory.resources.find(({ id }) => id === subnet?.parent);
    expect(network).toMatchObject({ name: "main", region: "westeurope", tags: { team: "shop" } });
    const role = inventory.edges.find(({ kind, from }) => kind === "allows" && from.includes("/userassignedidentities/reader"));
    expect(role?.to).toBe(`/subscriptions/${production}/resourcegroups/shop`);
    expect(azure.calls.some(({ skipToken }) => skipToken === "2")).toBe(true);
  });

  test("a chosen subscription that is not seen is told as denied, and the others are looked at", async () => {
    const hidden = "aaaaaaaa-0000-0000-0000-00000000000f";
    const { coverage } = await take({ subscriptions: [staging.toUpperCase(), hidden] });
    expect(new Set(coverage.filter(({ account }) => account === hidden).map(({ status, permission }) => `${status} ${permission}`))).toEqual(new Set(["denied Microsoft.Resources/subscriptions/read"]));
    expect(coverage.filter(({ account }) => account === staging).every(({ status }) => status === "complete")).toBe(true);
    expect(coverage.some(({ account }) => account === production)).toBe(false);
    await expect(take({ subscriptions: [hidden] })).rejects.toThrow(/none of the chosen subscriptions.*Production/);
  });

  test("a subscription that Resource Graph does not know yet is told, and nothing of it is taken for gone", async () => {
    const { coverage } = await intercepted(
      (call) => (typeof call === "object" && call.table === "resources" && call.subscriptions?.includes(staging) === true ? { status: 200, body: { totalRecords: 0, count: 0, data: [], facets: [], resultTruncated: "false" } } : null),
      () => take(),
    );
    expect(coverage.filter(({ collector }) => collector === "azure.resources").map(({ account, status, reason }) => `${account} ${status} ${reason}`)).toEqual([`${production} complete null`, `${staging} failed not-indexed`]);
  });

  test("a subscription without resources is complete", async () => {
    const empty = await startAzure([{ id: staging, name: "Empty", rows: { resources: [], resourcecontainers: [], authorizationresources: [] } }]);
    const opened = await openProvider("azure", empty.access, signal);
    const { coverage } = await discover(opened, { signal });
    await empty.close();
    expect(coverage.map(({ status, count }) => `${status} ${count}`)).toEqual(["complete 0", "complete 0", "complete 0", "complete 0"]);
  });

  test("throttling is waited for as Azure asks", async () => {
    let refusals = 0;
    const { coverage } = await intercepted(
      (call) => (typeof call === "object" && call.table === "resources" && refusals++ < 2 ? { ...failed(429, "RateLimiting", "slow down"), headers: { "retry-after": "1" } } : null),
      () => take({ subscriptions: [production] }),
    );
    expect(refusals).toBeGreaterThan(2);
    expect(coverage.every(({ status }) => status === "complete")).toBe(true);
  });
});
