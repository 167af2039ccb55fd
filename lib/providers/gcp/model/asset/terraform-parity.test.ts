import { expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../../core/json";
import { link } from "../../../../graph/link";
import { gcpFixtures } from "../terraform/__fixtures__";
import type { Asset } from "./asset";
import { readAsset } from "./asset";
import { collectAssets } from "./__fixtures__/collect-assets";

/**
 * The Terraform rows' own fixtures, read as assets: the API writes most fields as Terraform does, in camel case and without
 * the lists around single blocks. What it calls otherwise is left out here, and tested with the assets' own tests.
 */
const calledOtherwise = new Set([
  "google_compute_target_ssl_proxy routes-to google_compute_backend_service",
  "google_compute_target_tcp_proxy routes-to google_compute_backend_service",
  // Terraform has no instance group of its own for the one that a manager makes.
  "google_compute_backend_service routes-to google_compute_instance_group_manager",
  // A forwarding rule of the API has the address itself.
  "google_compute_global_forwarding_rule depends-on google_compute_global_address#www",
  // Tags lie in `tags.items`.
  "google_compute_instance allows google_compute_firewall#tags",
  "google_compute_instance#named secured-by google_compute_firewall#tags",
  "google_compute_instance_from_template secured-by google_compute_firewall#tags",
  "google_eventarc_trigger invokes google_cloud_run_v2_service",
  "google_cloud_run_service depends-on google_artifact_registry_repository",
  "google_compute_subnetwork contains google_dataproc_cluster",
  "google_dataproc_cluster writes google_storage_bucket#logs",
  "google_dataflow_job writes google_storage_bucket#logs",
]);

/** A list of one block as the block itself too: with an underscore, which paths do not tell apart. */
function asData(attributes: JsonObject): JsonObject {
  const data: JsonObject = {};
  for (const [key, value] of Object.entries(attributes)) {
    const only = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
    if (only !== undefined && only !== null && typeof only === "object") data[`${key}_`] = inner(value);
    data[key] = only !== undefined && only !== null && typeof only === "object" ? inner(only) : inner(value);
  }
  return data;
}

function inner(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(inner);
  return value !== null && typeof value === "object" ? asData(value) : value;
}

test("a resource seen live has the id, type and edges that Terraform's has", () => {
  const assets = new Map<string, Asset>();
  for (const [key, { attributes, expect: wanted }] of Object.entries(gcpFixtures)) {
    const asset = wanted.id?.startsWith("//") === true && wanted.type !== undefined ? readAsset({ name: wanted.id, assetType: wanted.type, resource: { data: asData(attributes) } }) : null;
    if (asset !== null) assets.set(key, asset);
  }
  expect(assets.size).toBeGreaterThan(90);

  const { resources, edges } = link(collectAssets([...assets.values()]), { now: "2026-01-01T00:00:00Z" });

  const types = new Map(resources.map(({ id, type }) => [id, type]));
  const keys = new Map(Array.from(assets, ([key, asset]) => [asset.name, key]));
  for (const { name, type } of assets.values()) expect([name, types.get(name)]).toEqual([name, type]);

  const found = new Set(edges.map(({ from, kind, to }) => `${keys.get(from) ?? from} ${kind} ${keys.get(to) ?? to}`));
  const wanted = Array.from(assets.keys(), (key) => (gcpFixtures[key]?.expect.edges ?? []).map((edge) => edge.split(" ").map((word) => (word === "this" ? key : word)).join(" "))).flat();
  expect(wanted.length).toBeGreaterThan(80);
  expect(new Set(wanted.filter((edge) => !found.has(edge)))).toEqual(calledOtherwise);
});
