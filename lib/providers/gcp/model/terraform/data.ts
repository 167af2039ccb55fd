import { valuesAt } from "../../../../core/resource/attribute-path";
import { internet } from "../../../../core/resource/collected";
import type { TerraformAttributes, TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { fullName } from "../resource-name";
import { compute } from "../compute-types";
import { association, encryptedBy, end, fragment, google, hostAliases, insideParent, inside, to, toHost, toLink, toServiceAccount } from "./row";

const sql = "sqladmin.googleapis.com/Instance";
const bucket = "storage.googleapis.com/Bucket";
const topic = "pubsub.googleapis.com/Topic";
const dataset = "bigquery.googleapis.com/Dataset";
const firestore = "firestore.googleapis.com/Database";
const located = "projects/{project}/locations/{location}";
const hidden = { as: "hidden" } as const;

function openRange(value: string): string[] {
  return value === "0.0.0.0/0" ? [internet] : [];
}

function stateOf(attributes: TerraformAttributes): string | null {
  return valuesAt(attributes, "state")[0]?.toLowerCase() ?? null;
}

/** `bigquery.googleapis.com/projects/p/datasets/d`: a full name that lost its slashes. */
function sinkTargets(value: string): string[] {
  return /^[a-z]+\.googleapis\.com\/./.test(value) ? [`//${value}`] : [];
}

const sqlInstance: readonly TerraformRef[] = [
  to("settings[].ip_configuration[].private_network", "connects-to", compute.network),
  { path: "settings[].ip_configuration[].authorized_networks[].value", kind: "allows", direction: "in", pick: openRange },
  to("master_instance_name", "replicates-to", sql, { direction: "in" }),
  encryptedBy("encryption_key_name"),
];

const access: TerraformRef = toServiceAccount("access[].user_by_email", { kind: "allows", direction: "in", outside: false });

export const dataTypes: TerraformTypes = {
  google_sql_database_instance: google(sql, "projects/{project}/instances/{name}", sqlInstance, {
    state: (attributes) => (valuesAt(attributes, "settings[].activation_policy")[0] === "NEVER" ? "stopped" : null),
    aliases: (attributes) => [
      ...valuesAt(attributes, "connection_name"),
      ...valuesAt(attributes, "service_account_email_address"),
      ...hostAliases("private_ip_address", "public_ip_address", "dns_name")(attributes),
    ],
  }),
  google_sql_database: google("sqladmin.googleapis.com/Database", "projects/{project}/instances/{instance}/databases/{name}", [inside("instance", sql)]),
  google_sql_user: fragment("users", end("instance", sql)),
  google_sql_ssl_cert: fragment("sslCerts", end("instance", sql)),

  google_storage_bucket: google(bucket, "{name}", [
    encryptedBy("encryption[].default_kms_key_name"),
    to("logging[].log_bucket", "writes", bucket),
  ], {
    aliases: (attributes) => valuesAt(attributes, "name").flatMap((name) => [`b/${name}`, `gs://${name}`, `${name}.storage.googleapis.com`, `projects/_/buckets/${name}`]),
  }),
  // Files, not infrastructure; their content may be anything.
  google_storage_bucket_object: hidden,
  google_storage_notification: association("invokes", end("bucket", bucket), end("topic", topic)),
  google_storage_bucket_acl: fragment("acl", end("bucket", bucket)),
  google_storage_bucket_access_control: fragment("accessControls", end("bucket", bucket)),
  google_storage_default_object_access_control: fragment("defaultObjectAccessControls", end("bucket", bucket)),

  google_bigquery_dataset: google(dataset, "projects/{project}/datasets/{dataset_id}", [encryptedBy("default_encryption_configuration[].kms_key_name"), access]),
  google_bigquery_dataset_access: fragment("access", end("dataset_id", dataset)),
  google_bigquery_table: google("bigquery.googleapis.com/Table", "projects/{project}/datasets/{dataset_id}/tables/{table_id}", [
    insideParent(dataset),
    encryptedBy("encryption_configuration[].kms_key_name"),
    to("external_data_configuration[].source_uris[]", "reads", bucket, { outside: false }),
  ]),
  google_bigquery_routine: google("bigquery.googleapis.com/Routine", "projects/{project}/datasets/{dataset_id}/routines/{routine_id}", [insideParent(dataset)]),
  google_bigquery_job: hidden,
  google_bigquery_data_transfer_config: google("bigquerydatatransfer.googleapis.com/TransferConfig", `${located}/transferConfigs/{name}`, [
    to("destination_dataset_id", "writes", dataset),
    toServiceAccount("service_account_name"),
  ], { name: (attributes) => valuesAt(attributes, "display_name")[0] ?? null }),

  google_spanner_instance: google("spanner.googleapis.com/Instance", "projects/{project}/instances/{name}", [], { state: stateOf }),
  google_spanner_database: google("spanner.googleapis.com/Database", "projects/{project}/instances/{instance}/databases/{name}", [
    inside("instance", "spanner.googleapis.com/Instance"),
    encryptedBy("encryption_config[].kms_key_name"),
  ], { state: stateOf }),
  google_bigtable_instance: google("bigtableadmin.googleapis.com/Instance", "projects/{project}/instances/{name}", [encryptedBy("cluster[].kms_key_name")]),
  google_bigtable_table: google("bigtableadmin.googleapis.com/Table", "projects/{project}/instances/{instance_name}/tables/{name}", [
    inside("instance_name", "bigtableadmin.googleapis.com/Instance"),
  ]),
  google_firestore_database: google(firestore, "projects/{project}/databases/{name}", [encryptedBy("cmek_config[].kms_key_name")]),
  google_firestore_index: fragment("indexes", { paths: ["name", "database"], targetType: firestore, pick: firestoreTargets }),
  google_firestore_field: fragment("fields", { paths: ["name", "database"], targetType: firestore, pick: firestoreTargets }),
  google_firestore_backup_schedule: fragment("backupSchedules", { paths: ["id", "database"], targetType: firestore, pick: firestoreTargets }),
  google_redis_instance: google("redis.googleapis.com/Instance", "projects/{project}/locations/{region}/instances/{name}", [
    to("authorized_network", "connects-to", compute.network),
    encryptedBy("customer_managed_key"),
  ], { aliases: hostAliases("host") }),
  google_redis_cluster: google("redis.googleapis.com/Cluster", "projects/{project}/locations/{region}/clusters/{name}", [
    to("psc_configs[].network", "connects-to", compute.network),
  ], { state: stateOf, aliases: hostAliases("discovery_endpoints[].address") }),
  google_memcache_instance: google("memcache.googleapis.com/Instance", "projects/{project}/locations/{region}/instances/{name}", [
    to("authorized_network", "connects-to", compute.network),
  ]),
  google_filestore_instance: google("file.googleapis.com/Instance", `${located}/instances/{name}`, [
    to("networks[].network", "connects-to", compute.network),
    encryptedBy("kms_key_name"),
  ], { aliases: hostAliases("networks[].ip_addresses[]") }),
  google_alloydb_cluster: google("alloydb.googleapis.com/Cluster", `${located}/clusters/{cluster_id}`, [
    to("network_config[].network", "connects-to", compute.network),
    encryptedBy("encryption_config[].kms_key_name"),
  ]),
  google_alloydb_instance: google("alloydb.googleapis.com/Instance", "projects/{project}/locations/{location}/clusters/{cluster}/instances/{instance_id}", [inside("cluster", "alloydb.googleapis.com/Cluster")], {
    aliases: hostAliases("ip_address"),
  }),

  google_pubsub_topic: google(topic, "projects/{project}/topics/{name}", [encryptedBy("kms_key_name"), to("schema_settings[].schema", "depends-on", "pubsub.googleapis.com/Schema")]),
  google_pubsub_subscription: google("pubsub.googleapis.com/Subscription", "projects/{project}/subscriptions/{name}", [
    to("topic", "routes-to", topic, { direction: "in" }),
    to("dead_letter_policy[].dead_letter_topic", "routes-to", topic),
    toHost("push_config[].push_endpoint", "invokes"),
    toServiceAccount("push_config[].oidc_token[].service_account_email"),
    { path: "bigquery_config[].table", kind: "writes", pick: tableTargets },
    to("cloud_storage_config[].bucket", "writes", bucket),
  ]),
  google_pubsub_schema: google("pubsub.googleapis.com/Schema", "projects/{project}/schemas/{name}"),

  google_logging_project_sink: google("logging.googleapis.com/LogSink", "projects/{project}/sinks/{name}", [
    { path: "destination", kind: "writes", pick: sinkTargets },
  ], { aliases: (attributes) => valuesAt(attributes, "writer_identity").map((value) => value.replace(/^serviceAccount:/, "")) }),
  google_logging_metric: google("logging.googleapis.com/LogMetric", "projects/{project}/metrics/{name}"),
  google_dataproc_cluster: google("dataproc.googleapis.com/Cluster", "projects/{project}/regions/{region}/clusters/{name}", [
    inside("cluster_config[].gce_cluster_config[].subnetwork", compute.subnetwork),
    toServiceAccount("cluster_config[].gce_cluster_config[].service_account"),
    to("cluster_config[].staging_bucket", "writes", bucket),
  ]),
  google_dataflow_job: google("dataflow.googleapis.com/Job", "projects/{project}/locations/{region}/jobs/{job_id}", [
    to("subnetwork", "connects-to", compute.subnetwork),
    to("temp_gcs_location", "writes", bucket),
    toServiceAccount("service_account_email"),
  ], { name: (attributes) => valuesAt(attributes, "name")[0] ?? null, state: (attributes) => valuesAt(attributes, "state")[0]?.replace(/^JOB_STATE_/, "").toLowerCase() ?? null }),
  google_composer_environment: google("composer.googleapis.com/Environment", "projects/{project}/locations/{region}/environments/{name}", [
    to("config[].node_config[].subnetwork", "connects-to", compute.subnetwork),
    toServiceAccount("config[].node_config[].service_account"),
    toLink("config[].gke_cluster", "managed-by", "container.googleapis.com", { direction: "in", outside: false }),
  ]),
  google_vertex_ai_dataset: google("aiplatform.googleapis.com/Dataset", "projects/{project}/locations/{region}/datasets/{name}", [], { name: displayName }),
  google_vertex_ai_endpoint: google("aiplatform.googleapis.com/Endpoint", `${located}/endpoints/{name}`, [to("network", "connects-to", compute.network)], { name: displayName }),
};

/** `projects/p/databases/d/collectionGroups/…` → the database. */
function firestoreTargets(value: string): string[] {
  const path = /^projects\/[^/]+\/databases\/[^/]+/.exec(value)?.[0];
  return path === undefined ? (value.includes("/") ? [] : [value]) : [fullName(path, "firestore.googleapis.com") ?? path];
}

/** `p.d.t` or `p:d.t` */
function tableTargets(value: string): string[] {
  const match = /^([^.:]+)[.:]([^.]+)\.(.+)$/.exec(value);
  return match ? [`//bigquery.googleapis.com/projects/${match[1]}/datasets/${match[2]}/tables/${match[3]}`] : [];
}

function displayName(attributes: TerraformAttributes): string | null {
  return valuesAt(attributes, "display_name")[0] ?? null;
}
