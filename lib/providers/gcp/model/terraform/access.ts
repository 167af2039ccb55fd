import type { TerraformAssociation, TerraformEnd, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { memberTargets } from "../member-targets";
import { end, policyMembers, serviceAccount } from "./row";

/**
 * Grants on one resource: `…_iam_member`, `…_iam_binding` and `…_iam_policy` are edges from the service accounts (or the
 * internet, for allUsers) to it. Terraform name before `_iam_` → the attribute that holds the resource, and its type.
 */
const granted: Record<string, readonly [attribute: string, type: string]> = {
  google_storage_bucket: ["bucket", "storage.googleapis.com/Bucket"],
  google_pubsub_topic: ["topic", "pubsub.googleapis.com/Topic"],
  google_pubsub_subscription: ["subscription", "pubsub.googleapis.com/Subscription"],
  google_bigquery_dataset: ["dataset_id", "bigquery.googleapis.com/Dataset"],
  google_secret_manager_secret: ["secret_id", "secretmanager.googleapis.com/Secret"],
  google_kms_crypto_key: ["crypto_key_id", "cloudkms.googleapis.com/CryptoKey"],
  google_kms_key_ring: ["key_ring_id", "cloudkms.googleapis.com/KeyRing"],
  google_cloud_run_service: ["service", "run.googleapis.com/Service"],
  google_cloud_run_v2_service: ["name", "run.googleapis.com/Service"],
  google_cloud_run_v2_job: ["name", "run.googleapis.com/Job"],
  google_cloudfunctions_function: ["cloud_function", "cloudfunctions.googleapis.com/CloudFunction"],
  google_cloudfunctions2_function: ["cloud_function", "cloudfunctions.googleapis.com/Function"],
  google_artifact_registry_repository: ["repository", "artifactregistry.googleapis.com/Repository"],
  google_compute_instance: ["instance_name", "compute.googleapis.com/Instance"],
  google_compute_subnetwork: ["subnetwork", "compute.googleapis.com/Subnetwork"],
  google_spanner_instance: ["instance", "spanner.googleapis.com/Instance"],
  google_spanner_database: ["database", "spanner.googleapis.com/Database"],
  google_cloud_tasks_queue: ["name", "cloudtasks.googleapis.com/Queue"],
  google_project: ["project", "cloudresourcemanager.googleapis.com/Project"],
};

export const accessTypes: TerraformTypes = {
  ...Object.fromEntries(Object.entries(granted).flatMap(([name, [attribute, type]]) => grants(name, end(attribute, type)))),
  // What a principal may do in the project is told with the principal; a line to the project would cross everything.
  google_project_iam_member: {
    as: "fragment",
    owner: { paths: ["member"], targetType: serviceAccount, pick: (member) => memberTargets(member).filter((target) => target.includes("@")) },
    property: "projectRoles",
  },
  google_service_account_iam_member: { as: "association", kind: "assumes", from: members("member"), to: end("service_account_id", serviceAccount) },
  google_service_account_iam_binding: { as: "association", kind: "assumes", from: members("members[]"), to: end("service_account_id", serviceAccount) },
  google_folder_iam_member: { as: "hidden" },
  google_folder_iam_binding: { as: "hidden" },
  google_organization_iam_member: { as: "hidden" },
  google_organization_iam_binding: { as: "hidden" },
  google_billing_account_iam_member: { as: "hidden" },
};

function grants(name: string, to: TerraformEnd): [string, TerraformAssociation][] {
  const allows = (from: TerraformEnd): TerraformAssociation => ({ as: "association", kind: "allows", from, to });
  return [
    [`${name}_iam_member`, allows(members("member"))],
    [`${name}_iam_binding`, allows(members("members[]"))],
    [`${name}_iam_policy`, allows({ paths: ["policy_data"], targetType: serviceAccount, pick: policyMembers })],
  ];
}

function members(path: string): TerraformEnd {
  return { paths: [path], targetType: serviceAccount, pick: memberTargets };
}
