import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { jsonObject } from "../../lib/core/json";
import { discover } from "../../lib/discovery/discover";
import { link } from "../../lib/graph/link";
import { azureResourceGraph } from "../../lib/importers/azure-resource-graph/azure-resource-graph";
import { readCollected } from "../../lib/importers/read-collected";
import { openProvider } from "../../lib/providers/open-provider";
import { sharedData } from "../../lib/scenarios/shared-data";
import { startAzure } from "../stand-in-azure/start-azure";

const file = sharedData("azure/resource-graph-export.converted.json");
const now = "2026-01-01T00:00:00Z";

test.runIf(file !== null)("other people's rows: what is discovered over the SDK is what their export holds", async () => {
  const text = readFileSync(file ?? "", "utf8");
  const { data } = z.object({ data: z.array(jsonObject) }).parse(JSON.parse(text));
  const subscriptions = [...new Set(data.map(({ subscriptionId }) => String(subscriptionId)))];
  const azure = await startAzure(
    subscriptions.map((id) => ({ id, name: id, rows: { resources: data.filter(({ subscriptionId }) => subscriptionId === id), resourcecontainers: [], authorizationresources: [] } })),
    { pageSize: 50 },
  );
  const opened = await openProvider("azure", azure.access, new AbortController().signal);
  const { items, coverage } = await discover(opened, { signal: new AbortController().signal });
  await azure.close();
  expect(coverage.every(({ status }) => status === "complete")).toBe(true);
  const live = link(items, { now });
  const imported = link(await readCollected(azureResourceGraph, "resources.json", text), { now });
  const told = ({ resources, edges }: typeof live) => ({ resources: resources.map(({ id, type, name, region, tags, parent }) => ({ id, type, name, region, tags, parent })).sort((a, b) => (a.id < b.id ? -1 : 1)), edges: edges.map(({ id }) => id).sort() });
  expect(told(live)).toEqual(told(imported));
  expect(live.resources.length).toBeGreaterThanOrEqual(data.length);
});

test.runIf(file === null)("shared data is not on this machine: other people's rows are not discovered", () => console.info("tests/azure/shared-export: no ../shared/data/azure here"));
