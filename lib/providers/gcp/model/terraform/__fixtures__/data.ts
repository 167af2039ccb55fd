import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { box, global, joint, link, located, part, project, region, regional } from "./build";

const vpc = link(global("networks/vpc"));
const key = located("keyRings/ring/cryptoKeys/disk");
const instance = `projects/${project}/instances/orders`;
const topic = `projects/${project}/topics/orders`;
const dataset = `projects/${project}/datasets/sales`;
const onVpc = "this connects-to google_compute_network";
const keyed = "this encrypted-by google_kms_crypto_key";

export const dataFixtures: TerraformFixtures = {
  google_sql_database_instance: {
    attributes: {
      id: "orders", name: "orders", project, region, self_link: `https://sqladmin.googleapis.com/sql/v1beta4/${instance}`, connection_name: `${project}:${region}:orders`, root_password: "never-shown-3f9a",
      settings: [{ ip_configuration: [{ private_network: vpc, authorized_networks: [{ value: "0.0.0.0/0" }] }] }], encryption_key_name: key,
    },
    expect: { type: "sqladmin.googleapis.com/Instance", id: `//cloudsql.googleapis.com/${instance}`, name: "orders", region, edges: [onVpc, keyed, "internet allows this"] },
  },
  "google_sql_database_instance#replica": {
    attributes: { id: "orders-r", name: "orders-r", project, region, master_instance_name: "orders" },
    expect: { type: "sqladmin.googleapis.com/Instance", id: `//cloudsql.googleapis.com/projects/${project}/instances/orders-r`, name: "orders-r", edges: ["google_sql_database_instance replicates-to this"] },
  },
  google_sql_database: box("sqladmin.googleapis.com/Database", `${instance}/databases/shop`, { instance: "orders" }, "google_sql_database_instance contains this"),
  google_sql_user: part("google_sql_database_instance", { name: "app", instance: "orders", password: "never-shown-3f9a" }),
  google_sql_ssl_cert: part("google_sql_database_instance", { instance: "orders", private_key: "never-shown-3f9a" }),

  google_storage_bucket: {
    attributes: { id: "shop-photos", name: "shop-photos", project, location: "EU", self_link: "https://www.googleapis.com/storage/v1/b/shop-photos", encryption: [{ default_kms_key_name: key }], logging: [{ log_bucket: "shop-logs" }] },
    expect: { type: "storage.googleapis.com/Bucket", id: "//storage.googleapis.com/shop-photos", name: "shop-photos", region: "eu", edges: [keyed, "this writes google_storage_bucket#logs"] },
  },
  "google_storage_bucket#logs": {
    attributes: { id: "shop-logs", name: "shop-logs", project, location: "EU" },
    expect: { type: "storage.googleapis.com/Bucket", id: "//storage.googleapis.com/shop-logs", name: "shop-logs" },
  },
  google_storage_notification: joint({ bucket: "shop-photos", topic: `//pubsub.googleapis.com/${topic}` }, "google_storage_bucket invokes google_pubsub_topic"),
  google_storage_bucket_acl: part("google_storage_bucket", { bucket: "shop-photos" }),
  google_storage_bucket_access_control: part("google_storage_bucket", { bucket: "shop-photos", entity: "allUsers" }),
  google_storage_default_object_access_control: part("google_storage_bucket", { bucket: "shop-photos" }),

  google_bigquery_dataset: box("bigquery.googleapis.com/Dataset", dataset, {
    dataset_id: "sales", location: "EU", default_encryption_configuration: [{ kms_key_name: key }], access: [{ role: "READER", user_by_email: "web@shop-prod.iam.gserviceaccount.com" }],
  }, keyed, "google_service_account allows this"),
  google_bigquery_dataset_access: part("google_bigquery_dataset", { dataset_id: "sales", role: "READER" }),
  google_bigquery_table: box("bigquery.googleapis.com/Table", `${dataset}/tables/orders`, { dataset_id: "sales", table_id: "orders" }, "google_bigquery_dataset contains this"),
  google_bigquery_routine: box("bigquery.googleapis.com/Routine", `${dataset}/routines/clean`, { dataset_id: "sales", routine_id: "clean" }, "google_bigquery_dataset contains this"),
  google_bigquery_data_transfer_config: {
    attributes: { id: located("transferConfigs/t1", "eu"), name: located("transferConfigs/t1", "eu"), display_name: "nightly copy", project, location: "eu", destination_dataset_id: "sales" },
    expect: { type: "bigquerydatatransfer.googleapis.com/TransferConfig", id: `//bigquerydatatransfer.googleapis.com/${located("transferConfigs/t1", "eu")}`, name: "nightly copy", edges: ["this writes google_bigquery_dataset"] },
  },
  google_spanner_instance: { ...box("spanner.googleapis.com/Instance", `projects/${project}/instances/ledger`), attributes: { id: `${project}/ledger`, name: "ledger", project, state: "READY" } },
  google_spanner_database: { ...box("spanner.googleapis.com/Database", `projects/${project}/instances/ledger/databases/book`, {}, "google_spanner_instance contains this"), attributes: { id: "ledger/book", name: "book", instance: "ledger", project } },
  google_bigtable_instance: box("bigtableadmin.googleapis.com/Instance", `projects/${project}/instances/events`),
  google_bigtable_table: box("bigtableadmin.googleapis.com/Table", `projects/${project}/instances/events/tables/raw`, { instance_name: "events" }, "google_bigtable_instance contains this"),
  google_firestore_database: box("firestore.googleapis.com/Database", `projects/${project}/databases/carts`, { location_id: "europe-west1" }),
  google_firestore_index: part("google_firestore_database", { name: `projects/${project}/databases/carts/collectionGroups/c/indexes/i`, database: "carts" }),
  google_firestore_field: part("google_firestore_database", { name: `projects/${project}/databases/carts/collectionGroups/c/fields/f`, database: "carts" }),
  google_firestore_backup_schedule: part("google_firestore_database", { id: `projects/${project}/databases/carts/backupSchedules/b`, name: "b", database: "carts" }),
  google_redis_instance: box("redis.googleapis.com/Instance", located("instances/sessions"), { region, authorized_network: global("networks/vpc"), auth_string: "never-shown-3f9a" }, onVpc),
  google_redis_cluster: box("redis.googleapis.com/Cluster", located("clusters/cache"), { region, psc_configs: [{ network: vpc }] }, onVpc),
  google_memcache_instance: box("memcache.googleapis.com/Instance", located("instances/mem"), { region, authorized_network: vpc }, onVpc),
  google_filestore_instance: box("file.googleapis.com/Instance", located("instances/share", "europe-west1-b"), { location: "europe-west1-b", networks: [{ network: "vpc" }] }, onVpc),
  google_alloydb_cluster: box("alloydb.googleapis.com/Cluster", located("clusters/alloy"), { cluster_id: "alloy", network_config: [{ network: global("networks/vpc") }] }, onVpc),
  google_alloydb_instance: box("alloydb.googleapis.com/Instance", located("clusters/alloy/instances/primary"), { instance_id: "primary", cluster: located("clusters/alloy") }, "google_alloydb_cluster contains this"),

  google_pubsub_topic: box("pubsub.googleapis.com/Topic", topic, { kms_key_name: key }, keyed),
  "google_pubsub_topic#dead": box("pubsub.googleapis.com/Topic", `projects/${project}/topics/dead`),
  google_pubsub_subscription: box("pubsub.googleapis.com/Subscription", `projects/${project}/subscriptions/orders-api`, {
    topic, dead_letter_policy: [{ dead_letter_topic: `projects/${project}/topics/dead` }], push_config: [{ push_endpoint: "https://api-abc-ew.a.run.app/push" }], bigquery_config: [{ table: `${project}.sales.orders` }],
  }, "google_pubsub_topic routes-to this", "this routes-to google_pubsub_topic#dead", "this invokes google_cloud_run_v2_service", "this writes google_bigquery_table"),
  google_pubsub_schema: box("pubsub.googleapis.com/Schema", `projects/${project}/schemas/order`),
  google_logging_project_sink: box("logging.googleapis.com/LogSink", `projects/${project}/sinks/audit`, { destination: `bigquery.googleapis.com/${dataset}` }, "this writes google_bigquery_dataset"),
  google_logging_metric: { ...box("logging.googleapis.com/LogMetric", `projects/${project}/metrics/errors`), attributes: { id: "errors", name: "errors", project } },
  google_dataproc_cluster: box("dataproc.googleapis.com/Cluster", regional("clusters/spark"), { region, cluster_config: [{ gce_cluster_config: [{ subnetwork: regional("subnetworks/front") }], staging_bucket: "shop-logs" }] }, "google_compute_subnetwork contains this", "this writes google_storage_bucket#logs"),
  google_dataflow_job: {
    attributes: { id: "2026-job", job_id: "2026-job", name: "stream", project, region, state: "JOB_STATE_RUNNING", temp_gcs_location: "gs://shop-logs/tmp" },
    expect: { type: "dataflow.googleapis.com/Job", id: `//dataflow.googleapis.com/${located("jobs/2026-job")}`, name: "stream", edges: ["this writes google_storage_bucket#logs"] },
  },
  google_composer_environment: box("composer.googleapis.com/Environment", located("environments/air"), { region, config: [{ node_config: [{ subnetwork: regional("subnetworks/front") }] }] }, "this connects-to google_compute_subnetwork"),
  google_vertex_ai_dataset: {
    attributes: { id: located("datasets/81"), name: located("datasets/81"), display_name: "products", project, region },
    expect: { type: "aiplatform.googleapis.com/Dataset", id: `//aiplatform.googleapis.com/${located("datasets/81")}`, name: "products" },
  },
  google_vertex_ai_endpoint: { attributes: { id: located("endpoints/7"), name: "7", display_name: "recommend", project, location: region }, expect: { type: "aiplatform.googleapis.com/Endpoint", id: `//aiplatform.googleapis.com/${located("endpoints/7")}`, name: "recommend" } },
};
