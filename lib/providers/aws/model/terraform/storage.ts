import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { bucketArn } from "../arn";
import { text } from "./attribute-text";
import { arnOr, box, named, part, regionalId } from "./row";
import { arnsIn, assumes, connectsTo, dependsOn, encryptedBy, inside, invokes, picked, quietly, refTo, reversed, securedBy, writes } from "./refs";

const bucket = "AWS::S3::Bucket";
const ofBucket = (property: string, refs: Parameters<typeof part>[2] = []) => part("bucket", property, refs, bucket);

const replication = [refTo("replicates-to", "rule[].destination[].bucket"), assumes("role")];
const encryption = [encryptedBy("rule[].apply_server_side_encryption_by_default[].kms_master_key_id")];
const website = ["bucket_domain_name", "bucket_regional_domain_name", "website_endpoint"];

/** Buckets: what Terraform lists as a dozen resources is one thing. */
export const awsBuckets: TerraformTypes = {
  aws_s3_bucket: box(bucket, [
    writes("logging[].target_bucket", bucket),
    encryptedBy("server_side_encryption_configuration[].rule[].apply_server_side_encryption_by_default[].kms_master_key_id"),
    refTo("replicates-to", "replication_configuration[].rules[].destination[].bucket"),
  ], {
    id: arnOr((attributes, context) => (text(attributes, "id") === null ? null : bucketArn(context.partition, text(attributes, "id") ?? ""))),
    ...named("bucket", "id"),
    aliases: (attributes) => website.map((key) => text(attributes, key) ?? ""),
  }),
  aws_s3_bucket_versioning: ofBucket("versioning"),
  aws_s3_bucket_server_side_encryption_configuration: ofBucket("encryption", encryption),
  aws_s3_bucket_public_access_block: ofBucket("publicAccessBlock"),
  aws_s3_bucket_policy: ofBucket("policy", [quietly(reversed(picked(refTo("allows", "policy"), arnsIn)))]),
  aws_s3_bucket_acl: ofBucket("acl"),
  aws_s3_bucket_lifecycle_configuration: ofBucket("lifecycle"),
  aws_s3_bucket_logging: ofBucket("logging", [writes("target_bucket", bucket)]),
  aws_s3_bucket_ownership_controls: ofBucket("ownershipControls"),
  aws_s3_bucket_cors_configuration: ofBucket("cors"),
  aws_s3_bucket_website_configuration: ofBucket("website"),
  aws_s3_bucket_accelerate_configuration: ofBucket("acceleration"),
  aws_s3_bucket_notification: ofBucket("notifications", [invokes("lambda_function[].lambda_function_arn"), invokes("queue[].queue_arn"), invokes("topic[].topic_arn")]),
  aws_s3_bucket_replication_configuration: ofBucket("replication", replication),
  aws_s3_bucket_metric: ofBucket("metrics"),
  aws_s3_bucket_analytics_configuration: ofBucket("analytics", [writes("storage_class_analysis[].data_export[].destination[].s3_bucket_destination[].bucket_arn")]),
  aws_s3_bucket_inventory: ofBucket("inventory", [writes("destination[].bucket[].bucket_arn")]),
  aws_s3_object: { as: "hidden" },
  aws_s3_bucket_object: { as: "hidden" },
};

/** File systems and backups. */
export const awsStorage: TerraformTypes = {
  aws_efs_file_system: box("AWS::EFS::FileSystem", [encryptedBy("kms_key_id")], { ...named("creation_token"), aliases: (attributes) => [text(attributes, "dns_name") ?? ""] }),
  aws_efs_mount_target: box("AWS::EFS::MountTarget", [inside("subnet_id"), securedBy("security_groups[]"), connectsTo("file_system_id")], { id: regionalId("elasticfilesystem", "mount-target/") }),
  aws_efs_access_point: part("file_system_id", "accessPoints"),
  aws_efs_backup_policy: part("file_system_id", "backupPolicy"),
  aws_efs_file_system_policy: part("file_system_id", "policy"),
  aws_fsx_lustre_file_system: box("AWS::FSx::FileSystem", [inside("vpc_id"), inside("subnet_ids[]"), securedBy("security_group_ids[]"), encryptedBy("kms_key_id")]),
  aws_backup_vault: box("AWS::Backup::BackupVault", [encryptedBy("kms_key_arn")]),
  aws_backup_plan: box("AWS::Backup::BackupPlan", [writes("rule[].target_vault_name", "AWS::Backup::BackupVault")]),
  aws_backup_selection: part("plan_id", "selections", [assumes("iam_role_arn"), quietly(reversed(picked(refTo("backs-up-to", "resources[]"), (arn) => (arn.includes("*") ? [] : [arn]))))]),
  aws_dlm_lifecycle_policy: box("AWS::DLM::LifecyclePolicy", [assumes("execution_role_arn")], named("description")),
  aws_datasync_task: box("AWS::DataSync::Task", [dependsOn("source_location_arn"), writes("destination_location_arn")]),
  aws_ebs_encryption_by_default: { as: "hidden" },
};
