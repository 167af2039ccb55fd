import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../../core/json";
import { link, type LinkedInventory } from "../../../../graph/link";
import { readAsset } from "./asset";
import { collectAssets } from "./__fixtures__/collect-assets";
import type { AssetValue } from "./asset-values";

const manager = "//cloudresourcemanager.googleapis.com";
const compute = "//compute.googleapis.com/projects/shop";
const links = "https://www.googleapis.com/compute/v1/projects/shop";

const project = asset(`${manager}/projects/42`, "cloudresourcemanager.googleapis.com/Project", { projectId: "shop", projectNumber: "42" });
const network = asset(`${compute}/global/networks/main`, "compute.googleapis.com/Network", { name: "main" });
const subnetwork = asset(`${compute}/regions/europe-west1/subnetworks/web`, "compute.googleapis.com/Subnetwork", { name: "web", network: `${links}/global/networks/main` });
const account = asset("//iam.googleapis.com/projects/shop/serviceAccounts/1001", "iam.googleapis.com/ServiceAccount", { email: "web@shop.iam.gserviceaccount.com", uniqueId: "1001" });

function asset(name: string, assetType: string, data: JsonObject, more: JsonObject = {}): JsonObject {
  return { name, assetType, ancestors: ["projects/42", "folders/7", "organizations/1"], resource: { data }, ...more };
}

function machine(name: string, data: JsonObject = {}): JsonObject {
  const networkInterfaces = [{ network: `${links}/global/networks/main`, subnetwork: `${links}/regions/europe-west1/subnetworks/web`, networkIP: "10.0.0.2" }];
  return asset(`${compute}/zones/europe-west1-b/instances/${name}`, "compute.googleapis.com/Instance", { name, networkInterfaces, ...data });
}

function inventoryOf(rows: readonly JsonObject[], takenOut: AssetValue[] = []): LinkedInventory {
  return link(collectAssets(rows.map(readAsset).filter((read) => read !== null), takenOut), { now: "2026-01-01T00:00:00Z" });
}

/** `from kind to (path)`, ids by their last segment, without what the project contains. */
function edgesOf(rows: readonly JsonObject[], takenOut: AssetValue[] = []): string[] {
  const last = (id: string): string => id.split("/").at(-1) ?? id;
  const shown = inventoryOf(rows, takenOut).edges.filter(({ kind, from }) => kind !== "contains" || !from.startsWith(manager));
  return shown.map(({ from, kind, to, evidence, certainty }) => `${last(from)} ${kind} ${last(to)} (${evidence.path})${certainty === "derived" ? " derived" : ""}`).sort();
}

describe("a resource", () => {
  test("has id, type, name, place, labels, state and time of its asset", () => {
    const data = { name: "web-1", status: "RUNNING", labels: { team: "shop" }, tags: { items: ["http"] }, description: "", creationTimestamp: "2026-01-02T03:04:05.000-07:00", disks: [] };
    const { resources } = inventoryOf([machine("web-1", data), project]);
    expect(resources.find(({ type }) => type === "compute.googleapis.com/Instance")).toMatchObject({
      id: `${compute}/zones/europe-west1-b/instances/web-1`, provider: "gcp", name: "web-1", account: "shop", region: "europe-west1", zone: "europe-west1-b",
      state: "running", tags: { team: "shop" }, createdAt: "2026-01-02T10:04:05.000Z", parent: `${manager}/projects/42`, category: "compute",
    });
    expect(Object.keys(resources[0]?.properties ?? {})).toEqual(["name", "networkInterfaces", "status", "labels", "tags", "creationTimestamp"]);
  });

  test("is the same in both spellings of an export", () => {
    const snake = { name: machine("web-1").name ?? "", asset_type: "google.compute.Instance", ancestry_path: "organization/1/folder/7/project/42", resource: machine("web-1").resource ?? {} };
    const [one, other] = [machine("web-1"), snake].map((row) => inventoryOf([row, project, network, subnetwork]));
    expect(one).toEqual(other);
  });

  test.each([
    ["US", "us", null],
    ["global", null, null],
    ["europe-west1-c", "europe-west1", "europe-west1-c"],
  ])("in %s", (location, region, zone) => {
    const [bucket] = inventoryOf([{ name: "//storage.googleapis.com/photos", assetType: "storage.googleapis.com/Bucket", resource: { location, data: {} } }]).resources;
    expect(bucket).toMatchObject({ region, zone, account: "", name: "photos" });
  });

  test("of which only the name is told is filled in by the asset that tells more", () => {
    const { name = "", assetType = "" } = account;
    const { resources, edges } = inventoryOf([{ name, assetType, iamPolicy: { bindings: [] } }, account, project]);
    expect(resources.map((resource) => resource.name).sort()).toEqual(["shop", "web"]);
    expect(edges).toHaveLength(1);
  });

  test("without a name or a type is none", () => {
    expect([readAsset({ assetType: "compute.googleapis.com/Disk" }), readAsset({ name: "//a.googleapis.com/b" }), readAsset("x")]).toEqual([null, null, null]);
  });
});

describe("a project's id and number", () => {
  const dataset = (name: string): JsonObject => ({ name, assetType: "bigquery.googleapis.com/Dataset", resource: { data: {}, parent: `${manager}/projects/42` } });

  test("name the same resource", () => {
    const { resources } = inventoryOf([dataset("//bigquery.googleapis.com/projects/42/datasets/sales"), dataset("//bigquery.googleapis.com/projects/shop/datasets/sales"), project]);
    expect(resources.map(({ id, account: owner }) => [id, owner])).toEqual([["//bigquery.googleapis.com/projects/shop/datasets/sales", "shop"], [`${manager}/projects/42`, "shop"]]);
  });

  test("are told by an asset that has both, without the project's own", () => {
    const table = { name: "//bigquery.googleapis.com/projects/42/datasets/sales", assetType: "bigquery.googleapis.com/Dataset", resource: { data: {} } };
    expect(inventoryOf([table, network]).resources[0]).toMatchObject({ account: "shop", id: "//bigquery.googleapis.com/projects/shop/datasets/sales" });
  });

  test("a number that nothing explains stays", () => {
    expect(inventoryOf([dataset("//bigquery.googleapis.com/projects/42/datasets/sales")]).resources[0]?.account).toBe("42");
  });
});

describe("containment", () => {
  test("an organisation, its folders, projects and what is in them", () => {
    const { resources } = inventoryOf([
      asset(`${manager}/organizations/1`, "cloudresourcemanager.googleapis.com/Organization", { displayName: "example.com" }, { ancestors: ["organizations/1"] }),
      asset(`${manager}/folders/7`, "cloudresourcemanager.googleapis.com/Folder", { displayName: "Shops", name: "folders/7" }, { ancestors: ["folders/7", "organizations/1"] }),
      project,
      network,
    ]);
    expect(resources.map(({ name, parent, account: owner }) => [name, resources.find(({ id }) => id === parent)?.name ?? null, owner])).toEqual([
      ["example.com", null, ""],
      ["Shops", "example.com", ""],
      ["shop", "Shops", "shop"],
      ["main", "shop", "shop"],
    ]);
  });

  test("what is not listed is no box", () => {
    expect(inventoryOf([network]).resources).toHaveLength(1);
  });

  test("the name says what a resource is a part of", () => {
    const instance = asset("//cloudsql.googleapis.com/projects/shop/instances/db", "sqladmin.googleapis.com/Instance", { name: "db" });
    const database = asset("//cloudsql.googleapis.com/projects/shop/instances/db/databases/orders", "sqladmin.googleapis.com/Database", { name: "orders", instance: "db" });
    expect(edgesOf([database, instance, project])).toEqual(["db contains orders (name)"]);
  });
});

describe("references", () => {
  test("a machine: its subnetwork, disk, account, address and key", () => {
    const data = {
      disks: [{ source: `${links}/zones/europe-west1-b/disks/web-1`, diskEncryptionKey: { kmsKeyName: "projects/shop/locations/europe/keyRings/r/cryptoKeys/k/cryptoKeyVersions/3" } }],
      serviceAccounts: [{ email: "web@shop.iam.gserviceaccount.com" }],
    };
    const disk = asset(`${compute}/zones/europe-west1-b/disks/web-1`, "compute.googleapis.com/Disk", { name: "web-1", users: [`${links}/zones/europe-west1-b/instances/web-1`] });
    expect(edgesOf([machine("web-1", data), disk, subnetwork, network, account, project])).toEqual([
      "main contains web (resource.data.network)",
      "web contains web-1 (resource.data.networkInterfaces[].subnetwork)",
      "web-1 assumes web@shop.iam.gserviceaccount.com (resource.data.serviceAccounts[].email)",
      "web-1 depends-on web-1 (resource.data.disks[].source)",
      "web-1 encrypted-by k (resource.data.disks[].diskEncryptionKey.kmsKeyName)",
    ]);
  });

  test("a machine in two subnetworks stands in none", () => {
    const second = asset(`${compute}/regions/europe-west1/subnetworks/back`, "compute.googleapis.com/Subnetwork", { name: "back" });
    const networkInterfaces = ["web", "back"].map((name) => ({ subnetwork: `${links}/regions/europe-west1/subnetworks/${name}`, network: `${links}/global/networks/main` }));
    expect(edgesOf([machine("nat", { networkInterfaces }), subnetwork, second, network])).toEqual([
      "main contains nat (resource.data.networkInterfaces[].network)",
      "main contains web (resource.data.network)",
      "nat connects-to back (resource.data.networkInterfaces[].subnetwork)",
      "nat connects-to web (resource.data.networkInterfaces[].subnetwork)",
    ]);
  });

  test("a field that no table has counts where its target is listed, never to itself or its project", () => {
    const topic = asset("//pubsub.googleapis.com/projects/shop/topics/orders", "pubsub.googleapis.com/Topic", {});
    const thing = asset("//new.googleapis.com/projects/shop/locations/global/things/t", "new.googleapis.com/Thing", {
      name: "projects/shop/locations/global/things/t", parent: "projects/42", targets: ["projects/shop/topics/orders", "projects/shop/topics/gone"], runAs: { serviceAccount: "web@shop.iam.gserviceaccount.com" },
    });
    expect(edgesOf([thing, topic, account, project])).toEqual([
      "t assumes web@shop.iam.gserviceaccount.com (resource.data.runAs.serviceAccount)",
      "t depends-on orders (resource.data.targets[])",
    ]);
  });

  test("a text that names a host or an instance is a derived reference", () => {
    const service = asset("//run.googleapis.com/projects/shop/locations/europe-west1/services/api", "run.googleapis.com/Service", { uri: "https://api-x.a.run.app" });
    const database = asset("//cloudsql.googleapis.com/projects/shop/instances/db", "sqladmin.googleapis.com/Instance", { connectionName: "shop:europe-west1:db" });
    const thing = asset("//new.googleapis.com/projects/shop/locations/global/things/t", "new.googleapis.com/Thing", { note: "see https://api-x.a.run.app/v1 and shop:europe-west1:db" });
    expect(edgesOf([thing, service, database])).toEqual(["t connects-to api (resource.data.note) derived", "t connects-to db (resource.data.note) derived"]);
  });

  test("of what was taken out only the host is handed on", () => {
    const service = asset("//run.googleapis.com/projects/shop/locations/europe-west1/services/api", "run.googleapis.com/Service", { uri: "https://api-x.a.run.app" });
    const read = readAsset(machine("web-1"));
    const secret = [{ path: "resource.data.env.URL", text: "https://user:CANARY@api-x.a.run.app/?key=CANARY" }];
    expect(JSON.stringify(read === null ? "CANARY" : collectAssets([read], secret))).not.toContain("CANARY");
    expect(edgesOf([machine("web-1"), service], secret)).toContain("web-1 connects-to api (resource.data.env.URL) derived");
  });
});

describe("references of services", () => {
  const located = (service: string, path: string): string => `//${service}.googleapis.com/projects/shop/locations/europe-west1/${path}`;
  const key = asset(located("cloudkms", "keyRings/r/cryptoKeys/k"), "cloudkms.googleapis.com/CryptoKey", { name: "projects/shop/locations/europe-west1/keyRings/r/cryptoKeys/k", primary: { name: "projects/shop/locations/europe-west1/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1" } });
  const database = asset("//cloudsql.googleapis.com/projects/shop/instances/db", "sqladmin.googleapis.com/Instance", { name: "db", connectionName: "shop:europe-west1:db" });

  test("Cloud Run as Knative writes it", () => {
    const annotations = { "run.googleapis.com/cloudsql-instances": "shop:europe-west1:db", "run.googleapis.com/network-interfaces": '[{"network":"main","subnetwork":"web"}]' };
    const containers = [{ image: "europe-west1-docker.pkg.dev/shop/images/api:1", env: [{ name: "PASSWORD", valueFrom: { secretKeyRef: { name: "db-password", key: "latest" } } }] }];
    const service = asset(located("run", "services/api"), "run.googleapis.com/Service", { metadata: { name: "api", labels: { team: "shop" } }, spec: { template: { metadata: { annotations }, spec: { serviceAccountName: "web@shop.iam.gserviceaccount.com", containers } } } });
    const repository = asset(located("artifactregistry", "repositories/images"), "artifactregistry.googleapis.com/Repository", {});
    const secret = asset("//secretmanager.googleapis.com/projects/42/secrets/db-password", "secretmanager.googleapis.com/Secret", {});
    expect(edgesOf([service, repository, secret, database, account, subnetwork, network]).filter((edge) => edge.startsWith("api"))).toEqual([
      "api assumes web@shop.iam.gserviceaccount.com (resource.data.spec.template.spec.serviceAccountName)",
      "api connects-to db (resource.data.spec.template.metadata.annotations.run.googleapis.com/cloudsql-instances)",
      "api connects-to web (resource.data.spec.template.metadata.annotations.run.googleapis.com/network-interfaces)",
      "api depends-on images (resource.data.spec.template.spec.containers[].image) derived",
      "api reads db-password (resource.data.spec.template.spec.containers[].env[].valueFrom.secretKeyRef.name)",
    ]);
  });

  test("a database: its key, its replica and who may reach it", () => {
    const replica = asset("//cloudsql.googleapis.com/projects/shop/instances/db-2", "sqladmin.googleapis.com/Instance", {
      name: "db-2", masterInstanceName: "shop:db", diskEncryptionConfiguration: { kmsKeyName: "projects/shop/locations/europe-west1/keyRings/r/cryptoKeys/k" },
      settings: { activationPolicy: "NEVER", ipConfiguration: { authorizedNetworks: [{ value: "0.0.0.0/0" }, { value: "10.0.0.0/8" }] } },
    });
    expect(edgesOf([replica, database, key])).toEqual([
      "db replicates-to db-2 (resource.data.masterInstanceName)",
      "db-2 encrypted-by k (resource.data.diskEncryptionConfiguration.kmsKeyName)",
      "internet allows db-2 (resource.data.settings.ipConfiguration.authorizedNetworks[].value)",
    ]);
    expect(inventoryOf([replica]).resources[0]?.state).toBe("stopped");
  });

  test("a cluster that names its network only by its name, known by zone and by location", () => {
    const cluster = asset("//container.googleapis.com/v1/projects/shop/zones/europe-west1-b/clusters/c", "container.googleapis.com/Cluster", { name: "c", network: "main" });
    const pool = asset("//container.googleapis.com/projects/shop/locations/europe-west1-b/clusters/c/nodePools/p", "container.googleapis.com/NodePool", { name: "p" });
    const node = asset("//container.googleapis.com/projects/shop/zones/europe-west1-b/clusters/c/k8s/nodes/n", "k8s.io/Node", { spec: { providerID: "gce://shop/europe-west1-b/web-1" } });
    expect(edgesOf([cluster, pool, node, machine("web-1"), network, subnetwork])).toEqual([
      "c contains n (name)",
      "c contains p (name)",
      "main contains c (resource.data.network)",
      "main contains web (resource.data.network)",
      "n depends-on web-1 (resource.data.spec.providerID)",
      "web contains web-1 (resource.data.networkInterfaces[].subnetwork)",
    ]);
  });

  test("a proxy, an eventarc trigger and a dataproc cluster", () => {
    const backend = asset(`${compute}/regions/europe-west1/backendServices/b`, "compute.googleapis.com/RegionBackendService", { name: "b" });
    const proxy = asset(`${compute}/global/targetSslProxies/s`, "compute.googleapis.com/TargetSslProxy", { name: "s", service: `${links}/regions/europe-west1/backendServices/b` });
    const workflow = asset(located("workflows", "workflows/w"), "workflows.googleapis.com/Workflow", {});
    const trigger = asset(located("eventarc", "triggers/t"), "eventarc.googleapis.com/Trigger", { destination: { workflow: "projects/shop/locations/europe-west1/workflows/w" } });
    const spark = asset("//dataproc.googleapis.com/projects/shop/regions/europe-west1/clusters/spark", "dataproc.googleapis.com/Cluster", { config: { gceClusterConfig: { subnetworkUri: `${links}/regions/europe-west1/subnetworks/web` } } });
    expect(edgesOf([backend, proxy, workflow, trigger, spark, subnetwork, network])).toEqual([
      "main contains web (resource.data.network)",
      "s routes-to b (resource.data.service)",
      "t invokes w (resource.data.destination.workflow)",
      "web contains spark (resource.data.config.gceClusterConfig.subnetworkUri)",
    ]);
  });
});

describe("firewall rules", () => {
  const rule = (name: string, data: JsonObject): JsonObject => asset(`${compute}/global/firewalls/${name}`, "compute.googleapis.com/Firewall", { name, network: `${links}/global/networks/main`, ...data });

  test("meet every machine of their network that has the tag", () => {
    const rows = [rule("http", { targetTags: ["http"], sourceTags: ["edge"] }), rule("ssh", { targetTags: ["http"] }), machine("a", { tags: { items: ["http"] } }), machine("b", { tags: { items: ["http", "edge"] } })];
    const elsewhere = machine("c", { tags: { items: ["http"] }, networkInterfaces: [{ network: `${links}/global/networks/other` }] });
    expect(edgesOf([...rows, elsewhere]).filter((edge) => !edge.includes("contains"))).toEqual([
      "a secured-by http (resource.data.tags.items[]) derived",
      "a secured-by ssh (resource.data.tags.items[]) derived",
      "b allows http (resource.data.tags.items[]) derived",
      "b secured-by http (resource.data.tags.items[]) derived",
      "b secured-by ssh (resource.data.tags.items[]) derived",
    ]);
  });

  test("and those that run as the service account", () => {
    const rows = [rule("web", { targetServiceAccounts: ["web@shop.iam.gserviceaccount.com"] }), machine("a", { serviceAccounts: [{ email: "web@shop.iam.gserviceaccount.com" }] }), account];
    expect(edgesOf(rows).filter((edge) => edge.includes("secured-by"))).toEqual([
      "a secured-by web (resource.data.serviceAccounts[].email) derived",
      "web@shop.iam.gserviceaccount.com secured-by web (resource.data.targetServiceAccounts[])",
    ]);
  });

  test.each([
    [{ sourceRanges: ["0.0.0.0/0"] }, 1],
    [{ sourceRange: ["::/0"] }, 1],
    [{ sourceRanges: ["10.0.0.0/8"] }, 0],
    [{ sourceRanges: ["0.0.0.0/0"], disabled: true }, 0],
    [{ sourceRanges: ["0.0.0.0/0"], denied: [{ IPProtocol: "all" }] }, 0],
    [{ destinationRanges: ["0.0.0.0/0"], direction: "EGRESS" }, 0],
  ])("%o is open to %i", (data, count) => {
    expect(edgesOf([rule("r", data), network]).filter((edge) => edge.startsWith("internet allows"))).toHaveLength(count);
  });
});

describe("other contents", () => {
  const bucket = { name: "//storage.googleapis.com/photos", assetType: "storage.googleapis.com/Bucket" };

  test.each([
    ["roles/storage.objectViewer", ["web@shop.iam.gserviceaccount.com reads photos (iamPolicy.bindings[].members[])"]],
    ["roles/storage.objectCreator", ["web@shop.iam.gserviceaccount.com writes photos (iamPolicy.bindings[].members[])"]],
    ["roles/storage.admin", []],
  ])("%s on a bucket", (role, edges) => {
    const members = ["user:a@example.com", "serviceAccount:web@shop.iam.gserviceaccount.com", "serviceAccount:unknown@shop.iam.gserviceaccount.com"];
    expect(edgesOf([{ ...bucket, iamPolicy: { bindings: [{ role, members }] } }, account])).toEqual(edges);
  });

  test("everybody, and who may act as a service account", () => {
    const build = asset("//iam.googleapis.com/projects/shop/serviceAccounts/1002", "iam.googleapis.com/ServiceAccount", { email: "build@shop.iam.gserviceaccount.com" });
    const user = { role: "roles/iam.serviceAccountUser", members: ["serviceAccount:build@shop.iam.gserviceaccount.com"] };
    expect(edgesOf([{ ...account, iam_policy: { bindings: [user] } }, build])).toEqual(["build@shop.iam.gserviceaccount.com assumes web@shop.iam.gserviceaccount.com (iamPolicy.bindings[].members[])"]);
    expect(edgesOf([{ ...bucket, iam_policy: { bindings: [{ role: "roles/any", members: ["allUsers"] }] } }])).toEqual(["internet allows photos (iamPolicy.bindings[].members[])"]);
  });

  test("relationships are the edges that the fields give", () => {
    const related = { asset: subnetwork.name ?? "", assetType: "compute.googleapis.com/Subnetwork", relationshipType: "COMPUTE_INSTANCE_USE_SUBNETWORK" };
    const { name = "", assetType = "" } = machine("web-1");
    expect(edgesOf([{ name, assetType, relatedAsset: related }, subnetwork, network])).toEqual(["main contains web (resource.data.network)", "web contains web-1 (relatedAsset.asset)"]);
  });
});
