import { valuesAt } from "../../../../core/resource/attribute-path";
import type { TerraformAttributes, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { encryptedBy, end, fragment, google, inside, serviceAccount, to, toHost, toServiceAccount } from "./row";

const hidden = { as: "hidden" } as const;
const located = "projects/{project}/locations/{location}";
const topic = "pubsub.googleapis.com/Topic";
const run = "run.googleapis.com/Service";
const secret = "secretmanager.googleapis.com/Secret";
const channel = "monitoring.googleapis.com/NotificationChannel";

function displayName(attributes: TerraformAttributes): string | null {
  return valuesAt(attributes, "display_name")[0] ?? valuesAt(attributes, "name")[0] ?? null;
}

function stateOf(attributes: TerraformAttributes): string | null {
  return valuesAt(attributes, "state")[0]?.toLowerCase() ?? null;
}

export const managementTypes: TerraformTypes = {
  google_project: google("cloudresourcemanager.googleapis.com/Project", "projects/{number}", [], {
    id: (attributes) => {
      const name = valuesAt(attributes, "number")[0] ?? valuesAt(attributes, "project_id")[0];
      return name === undefined ? null : `//cloudresourcemanager.googleapis.com/projects/${name}`;
    },
    name: (attributes) => valuesAt(attributes, "project_id")[0] ?? displayName(attributes),
    aliases: (attributes) => valuesAt(attributes, "project_id").flatMap((id) => [id, `projects/${id}`, `//cloudresourcemanager.googleapis.com/projects/${id}`]),
  }),
  google_folder: google("cloudresourcemanager.googleapis.com/Folder", "folders/{folder_id}", [], { name: displayName }),
  google_project_service: hidden,
  google_project_service_identity: hidden,
  google_client_config: hidden,
  google_client_openid_userinfo: hidden,
  google_project_iam_custom_role: google("iam.googleapis.com/Role", "projects/{project}/roles/{role_id}"),
  google_organization_policy: hidden,
  google_project_organization_policy: hidden,
  google_project_iam_audit_config: hidden,

  google_service_account: google(serviceAccount, "projects/{project}/serviceAccounts/{email}", [], {
    name: (attributes) => valuesAt(attributes, "account_id")[0] ?? valuesAt(attributes, "email")[0]?.split("@")[0] ?? null,
    state: (attributes) => (attributes["disabled"] === true ? "disabled" : null),
    aliases: (attributes) => [
      ...valuesAt(attributes, "email").flatMap((email) => [email, `serviceAccount:${email}`, `projects/-/serviceAccounts/${email}`]),
      ...valuesAt(attributes, "unique_id"),
    ],
  }),
  google_service_account_key: fragment("keys", end("service_account_id", serviceAccount)),
  google_iam_workload_identity_pool: google("iam.googleapis.com/WorkloadIdentityPool", "projects/{project}/locations/global/workloadIdentityPools/{workload_identity_pool_id}"),
  google_iam_workload_identity_pool_provider: fragment("providers", {
    paths: ["name", "workload_identity_pool_id"],
    targetType: "iam.googleapis.com/WorkloadIdentityPool",
    pick: (value) => [value.replace(/^projects\/[^/]+\/locations\/global\/workloadIdentityPools\/([^/]+).*$/, "$1")],
  }),

  google_kms_key_ring: google("cloudkms.googleapis.com/KeyRing", `${located}/keyRings/{name}`),
  google_kms_crypto_key: google("cloudkms.googleapis.com/CryptoKey", "projects/{project}/locations/{location}/keyRings/{key_ring}/cryptoKeys/{name}", [inside("key_ring", "cloudkms.googleapis.com/KeyRing")]),
  google_kms_crypto_key_version: fragment("versions", end("crypto_key", "cloudkms.googleapis.com/CryptoKey")),
  google_kms_secret_ciphertext: hidden,
  google_secret_manager_secret: google(secret, "projects/{project}/secrets/{secret_id}", [
    to("topics[].name", "writes", topic),
    encryptedBy("replication[].user_managed[].replicas[].customer_managed_encryption[].kms_key_name"),
  ]),
  google_secret_manager_secret_version: fragment("versions", end("secret", secret)),
  google_apikeys_key: google("apikeys.googleapis.com/Key", "projects/{project}/locations/global/keys/{name}", [toServiceAccount("service_account_email", { outside: false })]),

  google_cloud_scheduler_job: google("cloudscheduler.googleapis.com/Job", "projects/{project}/locations/{region}/jobs/{name}", [
    to("pubsub_target[].topic_name", "invokes", topic),
    toHost("http_target[].uri", "invokes"),
    toServiceAccount("http_target[].oidc_token[].service_account_email"),
    toServiceAccount("http_target[].oauth_token[].service_account_email"),
  ], { state: stateOf }),
  google_cloud_tasks_queue: google("cloudtasks.googleapis.com/Queue", `${located}/queues/{name}`),
  google_workflows_workflow: google("workflows.googleapis.com/Workflow", "projects/{project}/locations/{region}/workflows/{name}", [
    toServiceAccount("service_account"),
    encryptedBy("crypto_key_name"),
  ], { state: stateOf }),
  google_eventarc_trigger: google("eventarc.googleapis.com/Trigger", `${located}/triggers/{name}`, [
    to("destination[].cloud_run_service[].service", "invokes", run),
    to("destination[].workflow", "invokes", "workflows.googleapis.com/Workflow"),
    to("transport[].pubsub[].topic", "invokes", topic, { direction: "in" }),
    toServiceAccount("service_account"),
  ]),
  google_cloudbuild_trigger: google("cloudbuild.googleapis.com/BuildTrigger", `${located}/triggers/{trigger_id}`, [
    to("pubsub_config[].topic", "invokes", topic, { direction: "in" }),
    toServiceAccount("service_account"),
  ], { name: displayName }),

  google_monitoring_alert_policy: google("monitoring.googleapis.com/AlertPolicy", "projects/{project}/alertPolicies/{name}", [to("notification_channels[]", "invokes", channel)], { name: displayName }),
  google_monitoring_notification_channel: google(channel, "projects/{project}/notificationChannels/{name}", [], { name: displayName }),
  google_monitoring_uptime_check_config: google("monitoring.googleapis.com/UptimeCheckConfig", "projects/{project}/uptimeCheckConfigs/{name}", [
    toHost("monitored_resource[].labels.host", "depends-on"),
  ], { name: displayName }),
  google_monitoring_dashboard: hidden,
};
