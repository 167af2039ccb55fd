import type { CollectedResource } from "../../core/resource/collected";
import { gcp, inProject, located, project, projectNumber, region, serviceAccount, zone } from "./gcp";
import { gcpBalancer, type GcpNetwork } from "./gcp-network";
import { all, from, inside, openToInternet, thing, to, type Moment } from "./thing";

/** Larkfield's data platform: events come in, are refined and kept, and come back as recommendations and reports. */
export function gcpEstate(moment: Moment, network: GcpNetwork): CollectedResource[] {
  const account = thing({ provider: "gcp", type: "cloudresourcemanager.googleapis.com/Project", id: `//cloudresourcemanager.googleapis.com/projects/${projectNumber}`, name: project, account: project, region: null }, { state: "ACTIVE" });
  const security = keysAndSecrets();
  const stores = dataStores(moment, network, security);
  const apps = applications(moment, network, stores, security);
  return [account, ...network.items, ...security.items, ...stores.items, ...apps.items, ...gcpBalancer({ api: apps.recommend, bucket: stores.reports })];
}

interface Security {
  key: CollectedResource;
  databaseSecret: CollectedResource;
  items: CollectedResource[];
}

function keysAndSecrets(): Security {
  const ring = gcp("cloudkms.googleapis.com/KeyRing", located("keyRings/data"));
  const key = gcp("cloudkms.googleapis.com/CryptoKey", located("keyRings/data/cryptoKeys/warehouse"), { state: "ENABLED", properties: { rotationPeriod: "7776000s" }, links: [inside(ring, "name")] });
  const databaseSecret = gcp("secretmanager.googleapis.com/Secret", inProject("secrets/features-db"), { properties: { versions: 3 } });
  return { key, databaseSecret, items: [ring, key, databaseSecret] };
}

interface Stores {
  clicks: CollectedResource;
  orders: CollectedResource;
  clicksPull: CollectedResource;
  raw: CollectedResource;
  reports: CollectedResource;
  warehouse: CollectedResource;
  features: CollectedResource;
  cache: CollectedResource;
  items: CollectedResource[];
}

function dataStores(moment: Moment, { network }: GcpNetwork, { key }: Security): Stores {
  const now = moment === "now";
  const bucket = (name: string, kept: boolean): CollectedResource =>
    gcp("storage.googleapis.com/Bucket", name, { properties: { storageClass: "STANDARD", uniformAccess: true }, links: [kept ? to("encrypted-by", key, "encryption.defaultKmsKeyName") : null] });
  const [raw, models, reports] = [bucket("larkfield-raw-events", true), bucket("larkfield-models", true), bucket("larkfield-reports", false)];
  for (const item of [raw, models, reports]) item.resource.region = region;
  // Found this week: the reports are public, as the load balancer needs them.
  if (now) reports.refs.push(openToInternet("iamPolicy.bindings[].members[]"));

  const topic = (name: string): CollectedResource => gcp("pubsub.googleapis.com/Topic", inProject(`topics/${name}`), { links: [to("encrypted-by", key, "kmsKeyName")] });
  const [clicks, orders, dead] = [topic("clicks"), topic("orders"), topic("dead-letters")];
  const subscription = (name: string, source: CollectedResource, links: CollectedResource["refs"] = []): CollectedResource =>
    gcp("pubsub.googleapis.com/Subscription", inProject(`subscriptions/${name}`), { state: "ACTIVE", properties: { ackDeadlineSeconds: 30 }, links: [from("routes-to", source, "topic"), to("routes-to", dead, "deadLetterPolicy.deadLetterTopic"), ...links] });

  const dataset = (name: string): CollectedResource => gcp("bigquery.googleapis.com/Dataset", inProject(`datasets/${name}`), { properties: { location: "EU" }, links: [to("encrypted-by", key, "defaultEncryptionConfiguration.kmsKeyName")] });
  const [warehouse, marketing] = [dataset("warehouse"), dataset("marketing")];
  const table = (owner: CollectedResource, name: string): CollectedResource => gcp("bigquery.googleapis.com/Table", inProject(`datasets/${owner.resource.name}/tables/${name}`), { properties: { partitioning: "DAY" }, links: [inside(owner, "tableReference.datasetId")] });
  const tables = [table(warehouse, "clicks"), table(warehouse, "orders"), table(warehouse, "customers"), table(marketing, "campaigns"), ...(now ? [table(marketing, "newsletter_opens")] : [])];
  const ordersTable = tables[1] ?? warehouse;
  const clicksPull = subscription("clicks-refine", clicks);
  const ordersToTable = subscription("orders-to-bigquery", orders, [to("writes", ordersTable, "bigqueryConfig.table")]);

  const features = gcp("sqladmin.googleapis.com/Instance", inProject("instances/features"), {
    state: "RUNNABLE",
    properties: { databaseVersion: "POSTGRES_16", tier: now ? "db-custom-4-16384" : "db-custom-2-8192" },
    links: [to("connects-to", network, "settings.ipConfiguration.privateNetwork"), to("encrypted-by", key, "diskEncryptionConfiguration.kmsKeyName")],
  });
  features.resource.region = region;
  const replica = gcp("sqladmin.googleapis.com/Instance", inProject("instances/features-replica"), { state: "RUNNABLE", links: [from("replicates-to", features, "masterInstanceName"), to("connects-to", network, "settings.ipConfiguration.privateNetwork")] });
  replica.resource.region = region;
  const database = gcp("sqladmin.googleapis.com/Database", inProject("instances/features/databases/features"), { links: [inside(features, "instance")] });
  const cache = gcp("redis.googleapis.com/Instance", located("instances/recommendations"), { state: "READY", properties: { memorySizeGb: 5, tier: "STANDARD_HA" }, links: [to("connects-to", network, "authorizedNetwork")] });
  return { clicks, orders, clicksPull, raw, reports, warehouse, features, cache, items: [raw, models, reports, clicks, orders, dead, clicksPull, ordersToTable, warehouse, marketing, ...tables, features, replica, database, cache] };
}

function applications(moment: Moment, network: GcpNetwork, stores: Stores, security: Security): { recommend: CollectedResource; items: CollectedResource[] } {
  const now = moment === "now";
  const [runner, refiner, nodes, scheduler] = [serviceAccount("recommend-api"), serviceAccount("refiner"), serviceAccount("gke-nodes"), serviceAccount("scheduler")];
  const images = gcp("artifactregistry.googleapis.com/Repository", located("repositories/services"), { properties: { format: "DOCKER" } });
  const run = (kind: string, path: string, traits: { version: string; account: CollectedResource; links: CollectedResource["refs"] }): CollectedResource =>
    gcp(`run.googleapis.com/${kind}`, located(path), {
      state: "Ready",
      properties: { image: `${region}-docker.pkg.dev/${project}/services/${path.split("/").at(-1) ?? ""}:${traits.version}` },
      links: [to("assumes", traits.account, "template.serviceAccount"), to("connects-to", network.subnets.run, "template.vpcAccess.networkInterfaces[].subnetwork"), to("depends-on", images, "template.containers[].image"), ...traits.links],
    });
  const recommend = run("Service", "services/recommend-api", { version: now ? "3.1.0" : "3.0.4", account: runner, links: [
    to("connects-to", stores.features, "template.volumes[].cloudSqlInstance.instances[]"), { ...to("connects-to", stores.cache, "template.containers[].env[].name"), certainty: "derived" },
    to("reads", security.databaseSecret, "template.containers[].env[].valueSource.secretKeyRef.secret"),
  ] });
  const collect = run("Service", "services/collect-clicks", { version: "1.12.2", account: runner, links: [to("writes", stores.clicks, "template.containers[].env[].name"), openToInternet("iamPolicy.bindings[].members[]")] });
  const report = run("Job", "jobs/daily-report", { version: "0.9.1", account: refiner, links: [to("reads", stores.warehouse, "iamPolicy"), to("writes", stores.reports, "iamPolicy")] });
  const cron = gcp("cloudscheduler.googleapis.com/Job", located("jobs/daily-report-at-six"), { state: "ENABLED", properties: { schedule: "0 6 * * *" }, links: [to("invokes", report, "httpTarget.uri"), to("assumes", scheduler, "httpTarget.oauthToken.serviceAccountEmail")] });
  const refine = gcp("cloudfunctions.googleapis.com/Function", located("functions/import-legacy"), { state: "ACTIVE", properties: { runtime: "nodejs18" }, links: [to("assumes", refiner, "serviceConfig.serviceAccountEmail"), to("writes", stores.raw, "serviceConfig.environmentVariables")] });

  const cluster = gcp("container.googleapis.com/Cluster", located("clusters/refinery"), {
    state: "RUNNING",
    properties: { currentMasterVersion: now ? "1.33.4-gke.1134000" : "1.32.8-gke.1108000", autopilot: false },
    links: [inside(network.subnets.gke, "subnetwork"), to("reads", stores.clicksPull, "iamPolicy"), to("writes", stores.raw, "iamPolicy"), to("writes", stores.warehouse, "iamPolicy")],
  });
  const pools = ["default", ...(now ? ["spot"] : [])].map((name) => gcp("container.googleapis.com/NodePool", located(`clusters/refinery/nodePools/${name}`), { state: "RUNNING", properties: { machineType: "e2-standard-4", spot: name === "spot" }, links: [inside(cluster, "name"), to("assumes", nodes, "config.serviceAccount")] }));
  const machine = gcp("compute.googleapis.com/Instance", inProject(`zones/${zone}/instances/notebook-anna`), {
    state: now ? "TERMINATED" : "RUNNING",
    properties: { machineType: "n2-standard-8" },
    links: [inside(network.subnets.batch, "networkInterfaces[].subnetwork"), to("assumes", refiner, "serviceAccounts[].email")],
  });
  const disk = gcp("compute.googleapis.com/Disk", inProject(`zones/${zone}/disks/notebook-anna`), { state: "READY", properties: { sizeGb: 200, type: "pd-balanced" }, links: [from("depends-on", machine, "disks[].source")] });
  const sink = gcp("logging.googleapis.com/LogSink", inProject("sinks/audit"), { links: all("writes", [stores.warehouse], "destination") });
  return { recommend, items: [runner, refiner, nodes, scheduler, images, recommend, collect, report, cron, ...(now ? [] : [refine]), cluster, ...pools, machine, disk, sink] };
}
