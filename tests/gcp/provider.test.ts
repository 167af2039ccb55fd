import { afterAll, describe, expect, test } from "vitest";
import { discover } from "../../lib/discovery/discover";
import { link } from "../../lib/graph/link";
import { providerContract } from "../../lib/providers/contract";
import { openProvider } from "../../lib/providers/open-provider";
import { organization, organizationAssets, projectNumbers } from "../stand-in-gcp/organization";
import { serviceAccountKey } from "../stand-in-gcp/service-account-key";
import { failed, startGcp, type StandInGcp } from "../stand-in-gcp/start-gcp";

const secret = "CANARY key of the account";
const gcp: StandInGcp = await startGcp(organizationAssets, { numbers: projectNumbers, pageSize: 3 });
afterAll(() => gcp.close());

const key = JSON.stringify(serviceAccountKey);
const credentials = { mode: "service-account", key };
const settings = { scopes: [organization], endpoint: gcp.url };
const signal = new AbortController().signal;

async function intercepted<Result>(intercept: StandInGcp["intercept"], work: () => Promise<Result>): Promise<Result> {
  gcp.intercept = intercept;
  return work().finally(() => (gcp.intercept = () => null));
}

providerContract({
  id: "gcp",
  // Of one project: folders and projects are listed with the permission that connecting needs too.
  input: { credentials, settings: { ...settings, scopes: ["projects/shop-prod"] } },
  secret,
  discover,
  malformed: [
    { credentials: null, settings: {} },
    { credentials: { mode: "service-account", key: secret }, settings },
    { credentials: { mode: "service-account", key: JSON.stringify({ type: "service_account", private_key: secret }) }, settings },
    { credentials: { ...credentials, password: secret }, settings },
    { credentials: { mode: "workload-identity", configuration: key }, settings },
    { credentials, settings: { scopes: [secret] } },
    { credentials, settings: { scopes: [] } },
    { credentials, settings: { endpoint: `http://${secret}` } },
  ],
  refusing: (what, work) =>
    intercepted(({ content, assetTypes }) => {
      if (what === "everything") return failed(401, "UNAUTHENTICATED");
      // Connecting asks for the projects: what is refused is the listing of one.
      const permission = content === "IAM_POLICY" ? "cloudasset.assets.listIamPolicy" : "cloudasset.assets.listResource";
      return permission === what.permission && assetTypes.length === 0 ? failed(403, "PERMISSION_DENIED", { reason: "IAM_PERMISSION_DENIED", metadata: { permission } }) : null;
    }, work),
  answering: (work) => intercepted(() => null, work),
});

describe("Google Cloud over HTTP", () => {
  const take = async (more: object = {}) => discover(await openProvider("gcp", { credentials, settings: { ...settings, ...more } }, signal), { signal });

  test("an organisation: its folders and every project's assets, page by page, linked", async () => {
    gcp.calls.length = 0;
    const { items, coverage } = await take();
    expect(coverage.map(({ account, collector, status, count }) => `${account} ${collector} ${status} ${count}`)).toEqual([
      `${organization} gcp.containers complete 5`,
      "shop-prod gcp.assets complete 4",
      "shop-prod gcp.policies complete 0",
      "shop-test gcp.assets complete 4",
      "shop-test gcp.policies complete 0",
    ]);
    expect(gcp.calls.some(({ pageToken }) => pageToken === "3")).toBe(true);
    const lookedAt = new Map(items.flatMap((item) => (item.kind === "resource" ? [[item.resource.name, item.lookedAt]] : [])));
    expect([lookedAt.get("Retail"), lookedAt.get("shop-prod"), lookedAt.get("web")]).toEqual([organization, organization, undefined]);
    const { resources } = link(items, { now: "2026-01-01T00:00:00Z" });
    const byId = new Map(resources.map((resource) => [resource.id, resource]));
    const web = resources.find(({ name, account }) => name === "web" && account === "shop-prod");
    expect(web).toMatchObject({ type: "compute.googleapis.com/Instance", region: "europe-west1", zone: "europe-west1-b", tags: { team: "shop" } });
    const above: string[] = [];
    for (let at = web; at !== undefined; at = byId.get(at.parent ?? "")) above.push(at.name);
    expect(above).toEqual(["web", "front", "main", "shop-prod", "Retail", "example.com"]);
  });

  test("without a choice, the credentials' own project", async () => {
    const { coverage } = await take({ scopes: null });
    expect(new Set(coverage.map(({ account }) => account))).toEqual(new Set(["shop-prod"]));
  });

  test("a project that the inventory does not know yet is told, and nothing of it is taken for gone", async () => {
    const { coverage } = await intercepted(({ parent, content }) => (parent === "projects/shop-test" && content === "RESOURCE" ? { status: 200, body: { readTime: "2026-01-01T00:00:00Z" } } : null), () => take());
    expect(coverage.filter(({ collector }) => collector === "gcp.assets").map(({ account, status, reason }) => `${account} ${status} ${reason}`)).toEqual(["shop-prod complete null", "shop-test failed not-indexed"]);
  });

  test("an API that is not enabled is told with the command that enables it", async () => {
    const told = intercepted(() => failed(403, "PERMISSION_DENIED", { reason: "SERVICE_DISABLED" }), () => take());
    await expect(told).rejects.toThrow(/gcloud services enable cloudasset.googleapis.com/);
  });

  test("relationships of Google's own that are denied leave the derived ones, and say so", async () => {
    const refused = () => take({ relationships: true });
    const { items, coverage } = await intercepted(({ content }) => (content === "RELATIONSHIP" ? failed(403, "PERMISSION_DENIED") : null), refused);
    expect(coverage.filter(({ collector }) => collector === "gcp.relationships").map(({ status, reason, permission }) => [status, reason, permission])).toEqual([["denied", "derived-edges-only", null], ["denied", "derived-edges-only", null]]);
    expect(link(items, { now: "2026-01-01T00:00:00Z" }).edges.some(({ kind, to }) => kind === "contains" && to.endsWith("/instances/web"))).toBe(true);
  });

  test("throttling is told as such, so that it is tried again later", async () => {
    const { coverage } = await intercepted(({ content }) => (content === "IAM_POLICY" ? { ...failed(429, "RESOURCE_EXHAUSTED"), headers: { "retry-after": "0.01" } } : null), () => take());
    expect(coverage.filter(({ collector }) => collector === "gcp.policies").map(({ status, reason }) => `${status} ${reason}`)).toEqual(["failed throttled", "failed throttled"]);
  });
});
