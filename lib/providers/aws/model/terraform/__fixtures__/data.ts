import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { at, iam, partOf, withArn, without } from "./fixture";

const key = at("kms", "key/1a");
const ofBucket = (attributes: Parameters<typeof partOf>[1] = {}, edges: readonly string[] = []) => partOf("aws_s3_bucket", { id: "shop-assets", bucket: "shop-assets", ...attributes }, edges);

export const bucketFixtures: TerraformFixtures = {
  aws_s3_bucket: withArn("AWS::S3::Bucket", "arn:aws:s3:::shop-assets", "shop-assets", { id: "shop-assets", bucket: "shop-assets", region: "eu-west-1", bucket_regional_domain_name: "shop-assets.s3.eu-west-1.amazonaws.com", logging: [{ target_bucket: "shop-logs", target_prefix: "s3/" }] }, ["this writes aws_s3_bucket#logs"]),
  "aws_s3_bucket#logs": without("AWS::S3::Bucket", "arn:aws:s3:::shop-logs", "shop-logs", { id: "shop-logs", bucket: "shop-logs", region: "eu-west-1", bucket_domain_name: "shop-logs.s3.amazonaws.com" }),
  aws_s3_bucket_versioning: ofBucket({ versioning_configuration: [{ status: "Enabled" }] }),
  aws_s3_bucket_server_side_encryption_configuration: ofBucket({ rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: key, sse_algorithm: "aws:kms" }] }] }, ["aws_s3_bucket encrypted-by aws_kms_key"]),
  aws_s3_bucket_public_access_block: ofBucket({ block_public_acls: true }),
  aws_s3_bucket_policy: ofBucket({ policy: JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { AWS: iam("role/app/web") }, Action: "s3:GetObject", Resource: "arn:aws:s3:::shop-assets/*" }] }) }, ["aws_iam_role allows aws_s3_bucket"]),
  aws_s3_bucket_acl: ofBucket({ acl: "private" }),
  aws_s3_bucket_lifecycle_configuration: ofBucket({ rule: [{ id: "old", status: "Enabled" }] }),
  aws_s3_bucket_logging: ofBucket({ target_bucket: "shop-logs" }, ["aws_s3_bucket writes aws_s3_bucket#logs"]),
  aws_s3_bucket_ownership_controls: ofBucket({ rule: [{ object_ownership: "BucketOwnerEnforced" }] }),
  aws_s3_bucket_cors_configuration: ofBucket({ cors_rule: [{ allowed_methods: ["GET"] }] }),
  aws_s3_bucket_website_configuration: ofBucket({ index_document: [{ suffix: "index.html" }] }),
  aws_s3_bucket_accelerate_configuration: ofBucket({ status: "Enabled" }),
  aws_s3_bucket_notification: ofBucket({ lambda_function: [{ lambda_function_arn: at("lambda", "function:resize"), events: ["s3:ObjectCreated:*"] }] }, ["aws_s3_bucket invokes aws_lambda_function"]),
  aws_s3_bucket_replication_configuration: ofBucket({ role: iam("role/app/web"), rule: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::shop-logs" }] }] }, ["aws_s3_bucket replicates-to aws_s3_bucket#logs", "aws_s3_bucket assumes aws_iam_role"]),
  aws_s3_bucket_metric: ofBucket({ name: "all" }),
  aws_s3_bucket_analytics_configuration: ofBucket({ name: "all" }),
  aws_s3_bucket_inventory: ofBucket({ name: "all", destination: [{ bucket: [{ bucket_arn: "arn:aws:s3:::shop-logs" }] }] }, ["aws_s3_bucket writes aws_s3_bucket#logs"]),
};

export const storageFixtures: TerraformFixtures = {
  aws_efs_file_system: withArn("AWS::EFS::FileSystem", at("elasticfilesystem", "file-system/fs-0a1"), "media", { id: "fs-0a1", creation_token: "media", kms_key_id: key }, ["this encrypted-by aws_kms_key"]),
  aws_efs_mount_target: without("AWS::EFS::MountTarget", at("elasticfilesystem", "mount-target/fsmt-0a1"), "this", { id: "fsmt-0a1", file_system_id: "fs-0a1", subnet_id: "subnet-0a1", security_groups: ["sg-0a1"] }, ["aws_subnet contains this", "this secured-by aws_security_group", "this connects-to aws_efs_file_system"]),
  aws_efs_access_point: partOf("aws_efs_file_system", { id: "fsap-1", file_system_id: "fs-0a1" }),
  aws_efs_backup_policy: partOf("aws_efs_file_system", { id: "fs-0a1", file_system_id: "fs-0a1" }),
  aws_efs_file_system_policy: partOf("aws_efs_file_system", { id: "fs-0a1", file_system_id: "fs-0a1", policy: "{}" }),
  aws_fsx_lustre_file_system: withArn("AWS::FSx::FileSystem", at("fsx", "file-system/fs-0f1"), "this", { id: "fs-0f1", vpc_id: "vpc-0a1", subnet_ids: ["subnet-0a1"], security_group_ids: ["sg-0a1"] }, ["aws_subnet contains this", "this secured-by aws_security_group"]),
  aws_backup_vault: withArn("AWS::Backup::BackupVault", at("backup", "backup-vault:daily"), "daily", { id: "daily", name: "daily", kms_key_arn: key }, ["this encrypted-by aws_kms_key"]),
  aws_backup_plan: withArn("AWS::Backup::BackupPlan", at("backup", "backup-plan:1a"), "daily", { id: "plan-1a", name: "daily", rule: [{ rule_name: "daily", target_vault_name: "daily" }] }, ["this writes aws_backup_vault"]),
  aws_backup_selection: partOf("aws_backup_plan", { id: "sel-1", plan_id: "plan-1a", iam_role_arn: iam("role/app/web"), resources: [at("rds", "db:main")] }, ["aws_db_instance backs-up-to aws_backup_plan", "aws_backup_plan assumes aws_iam_role"]),
  aws_dlm_lifecycle_policy: withArn("AWS::DLM::LifecyclePolicy", at("dlm", "policy/policy-1"), "nightly", { id: "policy-1", description: "nightly", execution_role_arn: iam("role/app/web") }, ["this assumes aws_iam_role"]),
  aws_datasync_task: withArn("AWS::DataSync::Task", at("datasync", "task/task-1"), "copy", { name: "copy", source_location_arn: at("datasync", "location/loc-1"), destination_location_arn: at("datasync", "location/loc-2") }),
};

export const databaseFixtures: TerraformFixtures = {
  aws_db_instance: withArn("AWS::RDS::DBInstance", at("rds", "db:main"), "main", { id: "db-ABC", identifier: "main", status: "available", address: "main.cx1.eu-west-1.rds.amazonaws.com", endpoint: "main.cx1.eu-west-1.rds.amazonaws.com:5432", db_subnet_group_name: "data", vpc_security_group_ids: ["sg-0a1"], kms_key_id: key, password: "not-to-be-shown" }, ["this depends-on aws_db_subnet_group", "aws_vpc contains this", "this connects-to aws_subnet", "this secured-by aws_security_group", "this encrypted-by aws_kms_key"]),
  "aws_db_instance#replica": withArn("AWS::RDS::DBInstance", at("rds", "db:replica"), "replica", { id: "db-DEF", identifier: "replica", replicate_source_db: "main" }, ["aws_db_instance replicates-to this"]),
  aws_db_subnet_group: withArn("AWS::RDS::DBSubnetGroup", at("rds", "subgrp:data"), "data", { id: "data", name: "data", subnet_ids: ["subnet-0a1", "subnet-0a2"] }, ["this connects-to aws_subnet", "this connects-to aws_subnet#b", "aws_vpc contains this"]),
  aws_db_parameter_group: withArn("AWS::RDS::DBParameterGroup", at("rds", "pg:tuned"), "tuned", { id: "tuned", name: "tuned", family: "postgres16" }),
  aws_db_option_group: withArn("AWS::RDS::OptionGroup", at("rds", "og:plain"), "plain", { id: "plain", name: "plain" }),
  aws_db_snapshot: without("AWS::RDS::DBSnapshot", at("rds", "snapshot:before"), "before", { id: "before", db_snapshot_identifier: "before", db_snapshot_arn: at("rds", "snapshot:before"), db_instance_identifier: "main" }, ["aws_db_instance backs-up-to this"]),
  aws_db_proxy: withArn("AWS::RDS::DBProxy", at("rds", "db-proxy:prx-1"), "pool", { id: "pool", name: "pool", role_arn: iam("role/app/web"), vpc_subnet_ids: ["subnet-0a1"], vpc_security_group_ids: ["sg-0a1"], auth: [{ auth_scheme: "SECRETS", secret_arn: at("secretsmanager", "secret:db-x1") }] }, ["this assumes aws_iam_role", "this reads aws_secretsmanager_secret", "this connects-to aws_subnet"]),
  aws_db_proxy_target: partOf("aws_db_proxy", { id: "pool/default/main", db_proxy_name: "pool", db_instance_identifier: "main" }, ["aws_db_proxy routes-to aws_db_instance"]),
  aws_rds_cluster: withArn("AWS::RDS::DBCluster", at("rds", "cluster:aurora"), "aurora", { id: "aurora", cluster_identifier: "aurora", endpoint: "aurora.cluster-cx1.eu-west-1.rds.amazonaws.com", db_subnet_group_name: "data", vpc_security_group_ids: ["sg-0a1"] }, ["aws_vpc contains this", "this depends-on aws_db_subnet_group"]),
  aws_rds_cluster_instance: withArn("AWS::RDS::DBInstance", at("rds", "db:aurora-1"), "aurora-1", { id: "aurora-1", identifier: "aurora-1", cluster_identifier: "aurora" }, ["aws_rds_cluster contains this"]),
  aws_rds_cluster_parameter_group: withArn("AWS::RDS::DBClusterParameterGroup", at("rds", "cluster-pg:tuned"), "tuned", { id: "tuned", name: "tuned" }),
  aws_docdb_cluster: withArn("AWS::DocDB::DBCluster", at("rds", "cluster:docs"), "docs", { id: "docs", cluster_identifier: "docs", db_subnet_group_name: "docs", vpc_security_group_ids: ["sg-0a1"] }, ["this depends-on aws_docdb_subnet_group", "aws_vpc contains this"]),
  aws_docdb_cluster_instance: withArn("AWS::DocDB::DBInstance", at("rds", "db:docs-1"), "docs-1", { id: "docs-1", identifier: "docs-1", cluster_identifier: "docs" }, ["aws_docdb_cluster contains this"]),
  aws_docdb_subnet_group: withArn("AWS::DocDB::DBSubnetGroup", at("rds", "subgrp:docs"), "docs", { id: "docs", name: "docs", subnet_ids: ["subnet-0a1"] }, ["this connects-to aws_subnet"]),
  aws_neptune_cluster: withArn("AWS::Neptune::DBCluster", at("rds", "cluster:graph"), "graph", { id: "graph", cluster_identifier: "graph", neptune_subnet_group_name: "graph", vpc_security_group_ids: ["sg-0a1"] }, ["this depends-on aws_neptune_subnet_group"]),
  aws_neptune_subnet_group: withArn("AWS::Neptune::DBSubnetGroup", at("rds", "subgrp:graph"), "graph", { id: "graph", name: "graph", subnet_ids: ["subnet-0a2"] }, ["this connects-to aws_subnet#b"]),
  aws_dynamodb_table: withArn("AWS::DynamoDB::Table", at("dynamodb", "table/orders"), "orders", { id: "orders", name: "orders", hash_key: "id", stream_arn: at("dynamodb", "table/orders/stream/2024"), server_side_encryption: [{ enabled: true, kms_key_arn: key }] }, ["this encrypted-by aws_kms_key"]),
  aws_dynamodb_kinesis_streaming_destination: partOf("aws_dynamodb_table", { id: "orders,x", table_name: "orders", stream_arn: at("kinesis", "stream/events") }, ["aws_dynamodb_table writes aws_kinesis_stream"]),
  aws_elasticache_cluster: without("AWS::ElastiCache::CacheCluster", at("elasticache", "cluster:session"), "session", { id: "session", cluster_id: "session", subnet_group_name: "cache", security_group_ids: ["sg-0a1"] }, ["this depends-on aws_elasticache_subnet_group", "aws_vpc contains this", "this secured-by aws_security_group"]),
  aws_elasticache_replication_group: withArn("AWS::ElastiCache::ReplicationGroup", at("elasticache", "replicationgroup:redis"), "redis", { id: "redis", replication_group_id: "redis", subnet_group_name: "cache", security_group_ids: ["sg-0a1"], auth_token: "not-to-be-shown" }, ["this depends-on aws_elasticache_subnet_group"]),
  "aws_elasticache_cluster#member": withArn("AWS::ElastiCache::CacheCluster", at("elasticache", "cluster:redis-001"), "redis-001", { id: "redis-001", cluster_id: "redis-001", replication_group_id: "redis" }, ["aws_elasticache_replication_group contains this"]),
  aws_elasticache_subnet_group: without("AWS::ElastiCache::SubnetGroup", at("elasticache", "subnetgroup:cache"), "cache", { id: "cache", name: "cache", subnet_ids: ["subnet-0a1"] }, ["this connects-to aws_subnet"]),
  aws_elasticache_parameter_group: withArn("AWS::ElastiCache::ParameterGroup", at("elasticache", "parametergroup:lru"), "lru", { id: "lru", name: "lru" }),
  aws_redshift_cluster: withArn("AWS::Redshift::Cluster", at("redshift", "cluster:wh"), "wh", { id: "wh", cluster_identifier: "wh", cluster_subnet_group_name: "wh", vpc_security_group_ids: ["sg-0a1"], iam_roles: [iam("role/app/web")], kms_key_id: key }, ["this depends-on aws_redshift_subnet_group", "this assumes aws_iam_role", "this encrypted-by aws_kms_key"]),
  aws_redshift_subnet_group: withArn("AWS::Redshift::ClusterSubnetGroup", at("redshift", "subnetgroup:wh"), "wh", { id: "wh", name: "wh", subnet_ids: ["subnet-0a1"] }, ["this connects-to aws_subnet"]),
  aws_opensearch_domain: withArn("AWS::OpenSearchService::Domain", at("es", "domain/find"), "find", { domain_name: "find", endpoint: "vpc-find-1.eu-west-1.es.amazonaws.com", vpc_options: [{ vpc_id: "vpc-0a1", subnet_ids: ["subnet-0a1", "subnet-0a2"], security_group_ids: ["sg-0a1"] }] }, ["aws_vpc contains this", "this connects-to aws_subnet", "this secured-by aws_security_group"]),
  aws_elasticsearch_domain: withArn("AWS::Elasticsearch::Domain", at("es", "domain/old"), "old", { domain_name: "old", vpc_options: [{ subnet_ids: ["subnet-0a1"] }] }, ["aws_subnet contains this"]),
};
