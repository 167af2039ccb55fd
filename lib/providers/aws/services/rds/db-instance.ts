import { paginateDescribeDBInstances } from "@aws-sdk/client-rds";
import type { DBInstance } from "@aws-sdk/client-rds";
import { nameAlias } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { placedIn, securedBy } from "../../placement-refs";
import { properties, tagsOf, timeOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

const type = "AWS::RDS::DBInstance";

export const dbInstance = defineCollector<AwsSession, DBInstance>({
  id: "aws.rds.db-instance",
  type,
  scope: "region",
  permissions: ["rds:DescribeDBInstances"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeDBInstances({ client: session.clients.rds(region), pageSize: 100 }, {}, { abortSignal: signal });
    for await (const { DBInstances = [] } of pages) yield* DBInstances;
  },
  toResource(raw) {
    const id = required(raw.DBInstanceArn, "DBInstanceArn");
    return {
      id,
      name: raw.DBInstanceIdentifier ?? id,
      zone: raw.AvailabilityZone ?? null,
      state: raw.DBInstanceStatus ?? null,
      tags: tagsOf(raw.TagList),
      createdAt: timeOf(raw.InstanceCreateTime),
      properties: properties({
        engine: raw.Engine,
        engineVersion: raw.EngineVersion,
        instanceClass: raw.DBInstanceClass,
        allocatedStorageGiB: raw.AllocatedStorage,
        storageType: raw.StorageType,
        storageEncrypted: raw.StorageEncrypted,
        iops: raw.Iops,
        multiAz: raw.MultiAZ,
        publiclyAccessible: raw.PubliclyAccessible,
        endpoint: raw.Endpoint?.Address ?? null,
        port: raw.Endpoint?.Port ?? null,
        subnetGroup: raw.DBSubnetGroup?.DBSubnetGroupName,
        backupRetentionDays: raw.BackupRetentionPeriod,
        deletionProtection: raw.DeletionProtection,
        iamAuthentication: raw.IAMDatabaseAuthenticationEnabled,
      }),
    };
  },
  aliases: (raw) => [raw.DbiResourceId, raw.Endpoint?.Address?.toLowerCase(), raw.DBInstanceIdentifier && nameAlias(type, raw.DBInstanceIdentifier)],
  refs: (raw) => [
    ...placedIn(
      { ids: (raw.DBSubnetGroup?.Subnets ?? []).map(({ SubnetIdentifier }) => SubnetIdentifier), path: "DBSubnetGroup.Subnets[].SubnetIdentifier" },
      { id: raw.DBSubnetGroup?.VpcId, path: "DBSubnetGroup.VpcId" },
    ),
    ...securedBy(raw.VpcSecurityGroups?.map(({ VpcSecurityGroupId }) => VpcSecurityGroupId), "VpcSecurityGroups[].VpcSecurityGroupId"),
    raw.DBClusterIdentifier && {
      kind: "contains",
      target: raw.DBClusterIdentifier,
      targetType: "AWS::RDS::DBCluster",
      path: "DBClusterIdentifier",
      direction: "in",
      outside: false,
    },
    raw.ReadReplicaSourceDBInstanceIdentifier && {
      kind: "replicates-to",
      target: raw.ReadReplicaSourceDBInstanceIdentifier,
      targetType: type,
      path: "ReadReplicaSourceDBInstanceIdentifier",
      direction: "in",
    },
    raw.KmsKeyId && { kind: "encrypted-by", target: raw.KmsKeyId, targetType: "AWS::KMS::Key", path: "KmsKeyId" },
    raw.MasterUserSecret?.SecretArn && { kind: "depends-on", target: raw.MasterUserSecret.SecretArn, path: "MasterUserSecret.SecretArn" },
    raw.MonitoringRoleArn && { kind: "assumes", target: raw.MonitoringRoleArn, path: "MonitoringRoleArn" },
  ],
});
