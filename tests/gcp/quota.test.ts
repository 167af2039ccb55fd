import { afterAll, expect, test } from "vitest";
import { openQuota } from "../../lib/providers/gcp/quota";
import { openSession } from "../../lib/providers/gcp/session";
import { organizationAssets, projectNumbers } from "../stand-in-gcp/organization";
import { serviceAccountKey } from "../stand-in-gcp/service-account-key";
import { failed, startGcp } from "../stand-in-gcp/start-gcp";

const gcp = await startGcp(organizationAssets, { numbers: projectNumbers, pageSize: 3 });
afterAll(() => gcp.close());

test("a page that Google throttles is asked for again when it says so, and none is lost or given twice", async () => {
  const waits: number[] = [];
  let now = 0;
  const quota = openQuota({
    now: () => now,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  });
  let refusals = 0;
  // The second page, twice: once with the time to wait, once without.
  gcp.intercept = ({ pageToken }) => {
    if (pageToken !== "3" || refusals === 2) return null;
    const refused = failed(429, "RESOURCE_EXHAUSTED");
    return refusals++ === 0 ? { ...refused, headers: { "retry-after": "12" } } : refused;
  };
  const session = openSession({ mode: "service-account", key: serviceAccountKey }, { endpoint: gcp.url }, quota);
  const names: unknown[] = [];
  for await (const { name } of session.list("projects/shop-prod", "RESOURCE", { signal: new AbortController().signal })) names.push(name);
  session.close();
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(3);
  expect(waits).toEqual([12_000, 10_000]);
  expect(gcp.calls.map(({ pageToken }) => pageToken || null)).toEqual([null, "3", "3", "3"]);
});
