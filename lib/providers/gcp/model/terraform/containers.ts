import { valuesAt } from "../../../../core/resource/attribute-path";
import type { TerraformAttributes, TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { fullName, lastSegment, parentName } from "../resource-name";
import { compute } from "../compute-types";
import { encryptedBy, google, hostAliases, inside, to, toLink, toServiceAccount } from "./row";

const located = "projects/{project}/locations/{location}";
const cluster = "container.googleapis.com/Cluster";
const bucket = "storage.googleapis.com/Bucket";
const topic = "pubsub.googleapis.com/Topic";
const connector = "vpcaccess.googleapis.com/Connector";

/** `europe-docker.pkg.dev/p/images/web:1` → `europe-docker.pkg.dev/p/images`, the repository's own spelling. */
function repositoryTargets(image: string): string[] {
  const match = /^(?:https:\/\/)?([a-z0-9-]+-docker\.pkg\.dev\/[^/]+\/[^/:@]+)/.exec(image);
  return match?.[1] === undefined ? [] : [match[1]];
}

function fromImage(path: string): TerraformRef {
  return { path, kind: "depends-on", certainty: "derived", pick: repositoryTargets };
}

/** Node pools carry their cluster's name in their id; zonal clusters are known under `zones` and `locations` alike. */
const insideCluster: TerraformRef = {
  path: "id",
  kind: "contains",
  direction: "in",
  targetType: cluster,
  pick: (id) => {
    const name = parentName(fullName(id, "container.googleapis.com") ?? "");
    return name === null ? [] : [name];
  },
};

function service(prefix: string): readonly TerraformRef[] {
  return [
    fromImage(`${prefix}containers[].image`),
    toServiceAccount(`${prefix}service_account`),
    to(`${prefix}vpc_access[].connector`, "connects-to", connector),
    to(`${prefix}vpc_access[].network_interfaces[].subnetwork`, "connects-to", compute.subnetwork),
    to(`${prefix}volumes[].cloud_sql_instance[].instances[]`, "connects-to", "sqladmin.googleapis.com/Instance"),
    to(`${prefix}volumes[].gcs[].bucket`, "connects-to", bucket),
    to(`${prefix}volumes[].secret[].secret`, "reads", "secretmanager.googleapis.com/Secret"),
    to(`${prefix}containers[].env[].value_source[].secret_key_ref[].secret`, "reads", "secretmanager.googleapis.com/Secret"),
    encryptedBy(`${prefix}encryption_key`),
  ];
}

const oldService: readonly TerraformRef[] = [
  fromImage("template[].spec[].containers[].image"),
  toServiceAccount("template[].spec[].service_account_name"),
  to("template[].spec[].containers[].env[].value_from[].secret_key_ref[].name", "reads", "secretmanager.googleapis.com/Secret", { outside: false }),
];

/** A topic's path, or a bucket as `projects/_/buckets/b` or just its name. */
function triggerTargets(value: string): string[] {
  if (value.includes("/topics/")) return [fullName(value, "pubsub.googleapis.com") ?? value];
  return [`//storage.googleapis.com/${lastSegment(value)}`];
}

const functionRefs: readonly TerraformRef[] = [
  toServiceAccount("service_account_email"),
  toServiceAccount("service_config[].service_account_email"),
  toServiceAccount("event_trigger[].service_account_email", { outside: false }),
  to("vpc_connector", "connects-to", connector),
  to("service_config[].vpc_connector", "connects-to", connector),
  to("event_trigger[].pubsub_topic", "invokes", topic, { direction: "in" }),
  { path: "event_trigger[].resource", kind: "invokes", direction: "in", outside: false, pick: triggerTargets },
  to("source_archive_bucket", "reads", bucket, { outside: false }),
  to("build_config[].source[].storage_source[].bucket", "reads", bucket, { outside: false }),
  to("build_config[].docker_repository", "depends-on", "artifactregistry.googleapis.com/Repository", { outside: false }),
  encryptedBy("kms_key_name"),
];

/** `projects/p/locations/global/apis/a/configs/c` → the API, of which the configuration is a part. */
function apiTargets(config: string): string[] {
  const api = fullName(config.replace(/\/configs\/.*/, ""), "apigateway.googleapis.com");
  return api === null ? [] : [api];
}

/** As Google shouts it, in lower case. */
function stateAt(path: string): (attributes: TerraformAttributes) => string | null {
  return (attributes) => valuesAt(attributes, path)[0]?.toLowerCase() ?? null;
}

export const containerTypes: TerraformTypes = {
  google_container_cluster: google(cluster, `${located}/clusters/{name}`, [
    inside("subnetwork", compute.subnetwork),
    inside("network", compute.network, { when: (attributes) => !attributes["subnetwork"] }),
    toServiceAccount("node_config[].service_account", { outside: false }),
    encryptedBy("database_encryption[].key_name"),
    to("notification_config[].pubsub[].topic", "writes", topic),
  ], { aliases: hostAliases("endpoint") }),
  google_container_node_pool: google("container.googleapis.com/NodePool", `${located}/clusters/{cluster}/nodePools/{name}`, [
    insideCluster,
    toServiceAccount("node_config[].service_account", { outside: false }),
    toLink("managed_instance_group_urls[]", "managed-by", compute.service, { direction: "in", outside: false }),
  ]),
  google_cloud_run_service: google("run.googleapis.com/Service", `${located}/services/{name}`, oldService, { aliases: hostAliases("status[].url") }),
  google_cloud_run_v2_service: google("run.googleapis.com/Service", `${located}/services/{name}`, service("template[]."), { aliases: hostAliases("uri", "urls[]") }),
  google_cloud_run_v2_job: google("run.googleapis.com/Job", `${located}/jobs/{name}`, service("template[].template[].")),
  google_cloud_run_domain_mapping: { as: "fragment", owner: { paths: ["spec[].route_name"], targetType: "run.googleapis.com/Service" }, property: "domainMappings" },
  google_cloudfunctions_function: google("cloudfunctions.googleapis.com/CloudFunction", "projects/{project}/locations/{region}/functions/{name}", functionRefs, {
    state: stateAt("status"),
    aliases: hostAliases("https_trigger_url"),
  }),
  google_cloudfunctions2_function: google("cloudfunctions.googleapis.com/Function", `${located}/functions/{name}`, functionRefs, {
    state: stateAt("state"),
    aliases: hostAliases("url", "service_config[].uri"),
  }),
  google_app_engine_application: google("appengine.googleapis.com/Application", "apps/{project}", [], {
    name: (attributes) => valuesAt(attributes, "project")[0] ?? valuesAt(attributes, "id")[0] ?? null,
    aliases: hostAliases("default_hostname"),
  }),
  google_artifact_registry_repository: google("artifactregistry.googleapis.com/Repository", `${located}/repositories/{repository_id}`, [encryptedBy("kms_key_name")], {
    aliases: (attributes) => {
      const [place] = valuesAt(attributes, "location");
      const [project] = valuesAt(attributes, "project");
      const [repository] = valuesAt(attributes, "repository_id");
      return place && project && repository ? [`${place}-docker.pkg.dev/${project}/${repository}`] : [];
    },
  }),
  google_workbench_instance: google("notebooks.googleapis.com/Instance", `${located}/instances/{name}`, [
    inside("gce_setup[].network_interfaces[].subnet", compute.subnetwork),
    toServiceAccount("gce_setup[].service_accounts[].email"),
  ], { state: stateAt("state") }),
  google_notebooks_instance: google("notebooks.googleapis.com/Instance", `${located}/instances/{name}`, [
    inside("subnet", compute.subnetwork),
    toServiceAccount("service_account"),
  ], { state: stateAt("state") }),
  google_api_gateway_api: google("apigateway.googleapis.com/Api", "projects/{project}/locations/global/apis/{api_id}"),
  google_api_gateway_api_config: { as: "fragment", owner: { paths: ["api"], targetType: "apigateway.googleapis.com/Api" }, property: "configs" },
  google_api_gateway_gateway: google("apigateway.googleapis.com/Gateway", "projects/{project}/locations/{region}/gateways/{gateway_id}", [
    toLink("api_config", "routes-to", "apigateway.googleapis.com", { pick: apiTargets }),
  ], { aliases: hostAliases("default_hostname") }),
};
