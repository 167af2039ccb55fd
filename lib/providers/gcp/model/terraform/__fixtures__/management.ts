import type { JsonObject } from "../../../../../core/json";
import type { TerraformFixture, TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { box, joint, located, part, project, region } from "./build";

const email = "web@shop-prod.iam.gserviceaccount.com";
const ci = "ci@shop-prod.iam.gserviceaccount.com";
const topic = `projects/${project}/topics/orders`;
const key = located("keyRings/ring/cryptoKeys/disk");

/** `…_iam_member`, `…_iam_binding` and `…_iam_policy` of one kind of resource. */
function grants(name: string, attributes: JsonObject): TerraformFixtures {
  const role = { role: "roles/viewer", ...attributes };
  const policy = JSON.stringify({ bindings: [{ role: "roles/viewer", members: ["user:ann@example.com", `serviceAccount:${ci}`] }] });
  return {
    [`${name}_iam_member`]: joint({ ...role, member: `serviceAccount:${email}` }, `google_service_account allows ${name}`),
    [`${name}_iam_binding`]: joint({ ...role, members: ["allUsers", "user:ann@example.com"] }, `internet allows ${name}`),
    [`${name}_iam_policy`]: joint({ ...attributes, policy_data: policy }, `google_service_account#ci allows ${name}`),
  };
}

function alert(type: string, path: string, ...edges: string[]): TerraformFixture {
  const fixture = box(type, path, { name: path, display_name: "on call", notification_channels: [`projects/${project}/notificationChannels/9`] }, ...edges);
  return { ...fixture, expect: { ...fixture.expect, name: "on call" } };
}

export const managementFixtures: TerraformFixtures = {
  google_project: {
    attributes: { id: `projects/${project}`, project_id: project, name: "Shop production", number: "123456789012" },
    expect: { type: "cloudresourcemanager.googleapis.com/Project", id: "//cloudresourcemanager.googleapis.com/projects/123456789012", name: project },
  },
  "google_project#data": {
    attributes: { id: "projects/shop-data", project_id: "shop-data", name: "Shop data", number: "210987654321" },
    expect: { type: "cloudresourcemanager.googleapis.com/Project", id: "//cloudresourcemanager.googleapis.com/projects/210987654321", name: "shop-data" },
  },
  google_folder: { attributes: { id: "folders/55", name: "folders/55", folder_id: "55", display_name: "Retail" }, expect: { type: "cloudresourcemanager.googleapis.com/Folder", id: "//cloudresourcemanager.googleapis.com/folders/55", name: "Retail" } },
  google_project_iam_custom_role: box("iam.googleapis.com/Role", `projects/${project}/roles/shopOperator`, { role_id: "shopOperator" }),
  google_service_account: {
    attributes: { id: `projects/${project}/serviceAccounts/${email}`, name: `projects/${project}/serviceAccounts/${email}`, account_id: "web", email, project, unique_id: "1152900896" },
    expect: { type: "iam.googleapis.com/ServiceAccount", id: `//iam.googleapis.com/projects/${project}/serviceAccounts/${email}`, name: "web" },
  },
  "google_service_account#ci": {
    attributes: { id: `projects/${project}/serviceAccounts/ci@shop-prod.iam.gserviceaccount.com`, account_id: "ci", email: "ci@shop-prod.iam.gserviceaccount.com", project },
    expect: { type: "iam.googleapis.com/ServiceAccount", id: `//iam.googleapis.com/projects/${project}/serviceAccounts/ci@shop-prod.iam.gserviceaccount.com`, name: "ci" },
  },
  google_service_account_key: part("google_service_account", { service_account_id: `projects/${project}/serviceAccounts/${email}`, private_key: "never-shown-3f9a" }),
  google_service_account_iam_member: joint({ service_account_id: `projects/${project}/serviceAccounts/${email}`, role: "roles/iam.serviceAccountTokenCreator", member: "serviceAccount:ci@shop-prod.iam.gserviceaccount.com" }, "google_service_account#ci assumes google_service_account"),
  google_service_account_iam_binding: joint({ service_account_id: `projects/${project}/serviceAccounts/${ci}`, members: [`serviceAccount:${email}`] }, "google_service_account assumes google_service_account#ci"),
  google_iam_workload_identity_pool: box("iam.googleapis.com/WorkloadIdentityPool", located("workloadIdentityPools/github", "global"), { workload_identity_pool_id: "github" }),
  google_iam_workload_identity_pool_provider: part("google_iam_workload_identity_pool", { name: located("workloadIdentityPools/github/providers/p", "global"), workload_identity_pool_id: "github" }),

  google_kms_key_ring: box("cloudkms.googleapis.com/KeyRing", located("keyRings/ring"), { location: region }),
  google_kms_crypto_key: box("cloudkms.googleapis.com/CryptoKey", key, { key_ring: located("keyRings/ring") }, "google_kms_key_ring contains this"),
  google_kms_crypto_key_version: part("google_kms_crypto_key", { crypto_key: key }),
  google_secret_manager_secret: box("secretmanager.googleapis.com/Secret", `projects/${project}/secrets/db-password`, { secret_id: "db-password", topics: [{ name: topic }] }, "this writes google_pubsub_topic"),
  google_secret_manager_secret_version: part("google_secret_manager_secret", { secret: `projects/${project}/secrets/db-password`, secret_data: "never-shown-3f9a" }),
  google_apikeys_key: box("apikeys.googleapis.com/Key", located("keys/maps", "global"), { key_string: "never-shown-3f9a" }),

  google_cloud_scheduler_job: box("cloudscheduler.googleapis.com/Job", located("jobs/nightly"), { region, pubsub_target: [{ topic_name: topic }], http_target: [{ uri: "https://api-abc-ew.a.run.app/run", oidc_token: [{ service_account_email: email }] }] },
    "this invokes google_pubsub_topic", "this invokes google_cloud_run_v2_service"),
  google_cloud_tasks_queue: box("cloudtasks.googleapis.com/Queue", located("queues/mail"), { location: region }),
  google_workflows_workflow: box("workflows.googleapis.com/Workflow", located("workflows/refund"), { region, service_account: email }, "this assumes google_service_account"),
  google_eventarc_trigger: box("eventarc.googleapis.com/Trigger", located("triggers/uploads"), { location: region, destination: [{ cloud_run_service: [{ service: "api", region }] }], transport: [{ pubsub: [{ topic }] }] },
    "this invokes google_cloud_run_v2_service", "google_pubsub_topic invokes this"),
  google_cloudbuild_trigger: {
    attributes: { id: located("triggers/b1"), trigger_id: "b1", name: "deploy", location: region, project, service_account: `projects/${project}/serviceAccounts/ci@shop-prod.iam.gserviceaccount.com` },
    expect: { type: "cloudbuild.googleapis.com/BuildTrigger", id: `//cloudbuild.googleapis.com/${located("triggers/b1")}`, name: "deploy", edges: ["this assumes google_service_account#ci"] },
  },
  google_monitoring_alert_policy: alert("monitoring.googleapis.com/AlertPolicy", `projects/${project}/alertPolicies/7`, "this invokes google_monitoring_notification_channel"),
  google_monitoring_notification_channel: alert("monitoring.googleapis.com/NotificationChannel", `projects/${project}/notificationChannels/9`),
  google_monitoring_uptime_check_config: alert("monitoring.googleapis.com/UptimeCheckConfig", `projects/${project}/uptimeCheckConfigs/u`),

  google_project_iam_member: part("google_service_account", { role: "roles/editor", member: `serviceAccount:${email}` }),
  ...projectGrants(),
  ...grants("google_storage_bucket", { bucket: "b/shop-photos" }),
  ...grants("google_pubsub_topic", { topic: "orders", project }),
  ...grants("google_pubsub_subscription", { subscription: "orders-api", project }),
  ...grants("google_bigquery_dataset", { dataset_id: "sales", project }),
  ...grants("google_secret_manager_secret", { secret_id: "db-password", project }),
  ...grants("google_kms_crypto_key", { crypto_key_id: key }),
  ...grants("google_kms_key_ring", { key_ring_id: located("keyRings/ring") }),
  ...grants("google_cloud_run_service", { service: "web", location: region, project }),
  ...grants("google_cloud_run_v2_service", { name: "api", location: region, project }),
  ...grants("google_cloud_run_v2_job", { name: located("jobs/nightly"), project }),
  ...grants("google_cloudfunctions_function", { cloud_function: located("functions/resize"), project }),
  ...grants("google_cloudfunctions2_function", { cloud_function: "mail", location: region, project }),
  ...grants("google_artifact_registry_repository", { repository: "images", location: region, project }),
  ...grants("google_compute_instance", { instance_name: "web-1", zone: "europe-west1-b", project }),
  ...grants("google_compute_subnetwork", { subnetwork: "front", region, project }),
  ...grants("google_spanner_instance", { instance: "ledger", project }),
  ...grants("google_spanner_database", { database: "book", instance: "ledger", project }),
  ...grants("google_cloud_tasks_queue", { name: "mail", location: region, project }),
};

function projectGrants(): TerraformFixtures {
  const { google_project_iam_binding: binding, google_project_iam_policy: policy } = grants("google_project", { project });
  return binding && policy ? { google_project_iam_binding: binding, google_project_iam_policy: policy } : {};
}
