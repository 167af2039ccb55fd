import type { TerraformResource, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { text } from "./attribute-text";
import { box, named, part, regionalId } from "./row";
import { assumes, connectsTo, dependsOn, encryptedBy, inside, quietly, reads, refTo, reversed, securedBy } from "./refs";

const instance = "AWS::RDS::DBInstance";
const cluster = "AWS::RDS::DBCluster";
const subnetGroup = "AWS::RDS::DBSubnetGroup";
const cacheSubnetGroup = "AWS::ElastiCache::SubnetGroup";
const replicationGroup = "AWS::ElastiCache::ReplicationGroup";

const endpoints = (...keys: string[]): Partial<TerraformResource> => ({ aliases: (attributes) => keys.map((key) => (text(attributes, key) ?? "").replace(/:\d+$/, "")) });

const clusterRefs = (subnets: string) => [
  dependsOn("db_subnet_group_name", subnets),
  securedBy("vpc_security_group_ids[]"),
  encryptedBy("kms_key_id"),
  reversed(refTo("replicates-to", "replication_source_identifier")),
  quietly(dependsOn("master_user_secret[].secret_arn")),
];

const memberRefs = (kind: string) => [inside("cluster_identifier", kind), quietly(encryptedBy("kms_key_id"))];

/** Relational databases. */
export const awsRelational: TerraformTypes = {
  aws_db_instance: box(instance, [
    dependsOn("db_subnet_group_name", subnetGroup),
    securedBy("vpc_security_group_ids[]"),
    encryptedBy("kms_key_id"),
    reversed(refTo("replicates-to", "replicate_source_db", instance)),
    assumes("monitoring_role_arn"),
    quietly(dependsOn("parameter_group_name", "AWS::RDS::DBParameterGroup")),
    quietly(dependsOn("master_user_secret[].secret_arn")),
  ], { ...named("identifier"), ...endpoints("address", "endpoint"), state: (attributes) => text(attributes, "status"), placedLike: { path: "db_subnet_group_name", targetType: subnetGroup } }),
  aws_db_subnet_group: box(subnetGroup, [inside("vpc_id"), connectsTo("subnet_ids[]")], named("name")),
  aws_db_parameter_group: box("AWS::RDS::DBParameterGroup", [], named("name")),
  aws_db_option_group: box("AWS::RDS::OptionGroup", [], named("name")),
  aws_db_snapshot: box("AWS::RDS::DBSnapshot", [reversed(refTo("backs-up-to", "db_instance_identifier", instance)), encryptedBy("kms_key_id")], { id: (attributes) => text(attributes, "db_snapshot_arn"), ...named("db_snapshot_identifier") }),
  aws_db_proxy: box("AWS::RDS::DBProxy", [assumes("role_arn"), connectsTo("vpc_subnet_ids[]"), securedBy("vpc_security_group_ids[]"), reads("auth[].secret_arn")], { ...named("name"), ...endpoints("endpoint") }),
  aws_db_proxy_target: part("db_proxy_name", "targets", [refTo("routes-to", "db_instance_identifier", instance), refTo("routes-to", "db_cluster_identifier", cluster)], "AWS::RDS::DBProxy"),
  aws_rds_cluster: box(cluster, clusterRefs(subnetGroup), { ...named("cluster_identifier"), ...endpoints("endpoint", "reader_endpoint"), placedLike: { path: "db_subnet_group_name", targetType: subnetGroup } }),
  aws_rds_cluster_instance: box(instance, memberRefs(cluster), { ...named("identifier"), ...endpoints("endpoint") }),
  aws_rds_cluster_parameter_group: box("AWS::RDS::DBClusterParameterGroup", [], named("name")),
  aws_docdb_cluster: box("AWS::DocDB::DBCluster", clusterRefs("AWS::DocDB::DBSubnetGroup"), { ...named("cluster_identifier"), ...endpoints("endpoint", "reader_endpoint"), placedLike: { path: "db_subnet_group_name", targetType: "AWS::DocDB::DBSubnetGroup" } }),
  aws_docdb_cluster_instance: box("AWS::DocDB::DBInstance", memberRefs("AWS::DocDB::DBCluster"), { ...named("identifier"), ...endpoints("endpoint") }),
  aws_docdb_subnet_group: box("AWS::DocDB::DBSubnetGroup", [connectsTo("subnet_ids[]")], named("name")),
  aws_neptune_cluster: box("AWS::Neptune::DBCluster", [dependsOn("neptune_subnet_group_name", "AWS::Neptune::DBSubnetGroup"), securedBy("vpc_security_group_ids[]"), encryptedBy("kms_key_arn"), assumes("iam_roles[]")], {
    ...named("cluster_identifier"), ...endpoints("endpoint", "reader_endpoint"), placedLike: { path: "neptune_subnet_group_name", targetType: "AWS::Neptune::DBSubnetGroup" },
  }),
  aws_neptune_subnet_group: box("AWS::Neptune::DBSubnetGroup", [connectsTo("subnet_ids[]")], named("name")),
};

/** Tables, caches, warehouses and search. */
export const awsDataStores: TerraformTypes = {
  aws_dynamodb_table: box("AWS::DynamoDB::Table", [encryptedBy("server_side_encryption[].kms_key_arn")], {
    ...named("name"),
    aliases: (attributes) => [text(attributes, "stream_arn") ?? "", `table/${text(attributes, "name") ?? ""}`],
  }),
  // Rows of a table are data, not infrastructure.
  aws_dynamodb_table_item: { as: "hidden" },
  aws_dynamodb_kinesis_streaming_destination: part("table_name", "kinesisStream", [refTo("writes", "stream_arn")], "AWS::DynamoDB::Table"),
  aws_elasticache_cluster: box("AWS::ElastiCache::CacheCluster", [inside("replication_group_id", replicationGroup), dependsOn("subnet_group_name", cacheSubnetGroup), securedBy("security_group_ids[]")], {
    id: regionalId("elasticache", "cluster:", "cluster_id"), ...named("cluster_id"), placedLike: { path: "subnet_group_name", targetType: cacheSubnetGroup },
    aliases: (attributes) => [text(attributes, "cluster_address") ?? "", (text(attributes, "configuration_endpoint") ?? "").replace(/:\d+$/, "")],
  }),
  aws_elasticache_replication_group: box(replicationGroup, [dependsOn("subnet_group_name", cacheSubnetGroup), securedBy("security_group_ids[]"), encryptedBy("kms_key_id")], {
    id: regionalId("elasticache", "replicationgroup:", "replication_group_id"), ...named("replication_group_id", "id"), ...endpoints("primary_endpoint_address", "reader_endpoint_address", "configuration_endpoint_address"),
    placedLike: { path: "subnet_group_name", targetType: cacheSubnetGroup },
  }),
  aws_elasticache_subnet_group: box(cacheSubnetGroup, [inside("vpc_id"), connectsTo("subnet_ids[]")], { id: regionalId("elasticache", "subnetgroup:", "name"), ...named("name") }),
  aws_elasticache_parameter_group: box("AWS::ElastiCache::ParameterGroup", [], named("name")),
  aws_redshift_cluster: box("AWS::Redshift::Cluster", [dependsOn("cluster_subnet_group_name", "AWS::Redshift::ClusterSubnetGroup"), securedBy("vpc_security_group_ids[]"), assumes("iam_roles[]"), encryptedBy("kms_key_id")], {
    id: regionalId("redshift", "cluster:", "cluster_identifier"), ...named("cluster_identifier"), ...endpoints("dns_name", "endpoint"), placedLike: { path: "cluster_subnet_group_name", targetType: "AWS::Redshift::ClusterSubnetGroup" },
  }),
  aws_redshift_subnet_group: box("AWS::Redshift::ClusterSubnetGroup", [connectsTo("subnet_ids[]")], named("name")),
  aws_opensearch_domain: box("AWS::OpenSearchService::Domain", searchRefs(), { ...named("domain_name"), ...endpoints("endpoint") }),
  aws_elasticsearch_domain: box("AWS::Elasticsearch::Domain", searchRefs(), { ...named("domain_name"), ...endpoints("endpoint") }),
};

function searchRefs() {
  return [inside("vpc_options[].vpc_id"), inside("vpc_options[].subnet_ids[]"), securedBy("vpc_options[].security_group_ids[]"), encryptedBy("encrypt_at_rest[].kms_key_id")];
}
