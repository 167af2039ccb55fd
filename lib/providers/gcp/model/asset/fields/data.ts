import { compute } from "../../compute-types";
import { lastSegment } from "../../resource-name";
import { targetName } from "../names/target-name";
import { encryptedBy, inside, openTo, to, toBucket, toHost, toLink, toSecret, toServiceAccount } from "./field";
import type { Field, FieldContext, Fields } from "./field";
import { networkByName } from "./network";

const sql = "sqladmin.googleapis.com/Instance";
const topic = "pubsub.googleapis.com/Topic";
const dataset = "bigquery.googleapis.com/Dataset";

/** `project:name`, or only the name in the same project. */
function sqlInstances(value: string, { project }: FieldContext): string[] {
  const [, owner = project, name = value] = /^(?:(.+):)?([^:]+)$/.exec(value) ?? [];
  return [`//cloudsql.googleapis.com/projects/${owner}/instances/${name}`];
}

/** `p.d.t` or `p:d.t` */
function tableTargets(value: string): string[] {
  const match = /^([^.:]+)[.:]([^.]+)\.(.+)$/.exec(value);
  return match ? [`//bigquery.googleapis.com/projects/${match[1] ?? ""}/datasets/${match[2] ?? ""}/tables/${match[3] ?? ""}`] : [];
}

function datasetByName(value: string, { project }: FieldContext): string[] {
  return [targetName(value, "bigquery.googleapis.com") ?? `//bigquery.googleapis.com/projects/${project}/datasets/${value}`];
}

/** Sinks name what they write to without the slashes of a full name. */
const sink: Field = { path: "destination", kind: "writes", pick: (value) => [targetName(value, "logging.googleapis.com") ?? ""].filter((name) => name !== "") };

/** A deleted topic stays in its subscription as `_deleted-topic_`. */
function livingTopic(value: string): string[] {
  return lastSegment(value) === "_deleted-topic_" ? [] : [targetName(value, "pubsub.googleapis.com") ?? value];
}

const privateNetwork = to("networkConfig.network", "connects-to", compute.network, { pick: networkByName });

export const dataFields: Fields = {
  [sql]: [
    to("settings.ipConfiguration.privateNetwork", "connects-to", compute.network),
    openTo("settings.ipConfiguration.authorizedNetworks[].value"),
    to("masterInstanceName", "replicates-to", sql, { direction: "in", pick: sqlInstances }),
    // The replica names its master too; a list of names alone draws nothing that is not there.
    to("replicaNames[]", "replicates-to", sql, { pick: sqlInstances, outside: false }),
    encryptedBy("diskEncryptionConfiguration.kmsKeyName"),
  ],
  "storage.googleapis.com/Bucket": [encryptedBy("encryption.defaultKmsKeyName"), toBucket("logging.logBucket", "writes")],
  [dataset]: [
    encryptedBy("defaultEncryptionConfiguration.kmsKeyName"),
    toServiceAccount("access[].userByEmail", { kind: "allows", direction: "in", outside: false }),
  ],
  "bigquery.googleapis.com/Table": [
    encryptedBy("encryptionConfiguration.kmsKeyName"),
    toBucket("externalDataConfiguration.sourceUris[]", "reads", { outside: false }),
  ],
  "bigquerydatatransfer.googleapis.com/TransferConfig": [
    to("destinationDatasetId", "writes", dataset, { pick: datasetByName }),
    toServiceAccount("serviceAccountName"),
  ],
  "spanner.googleapis.com/Database": [encryptedBy("encryptionConfig.kmsKeyName")],
  "bigtableadmin.googleapis.com/Cluster": [encryptedBy("encryptionConfig.kmsKeyName")],
  "firestore.googleapis.com/Database": [encryptedBy("cmekConfig.kmsKeyName")],
  "redis.googleapis.com/Instance": [to("authorizedNetwork", "connects-to", compute.network), encryptedBy("customerManagedKey")],
  "redis.googleapis.com/Cluster": [to("pscConfigs[].network", "connects-to", compute.network)],
  "memcache.googleapis.com/Instance": [to("authorizedNetwork", "connects-to", compute.network)],
  "file.googleapis.com/Instance": [to("networks[].network", "connects-to", compute.network, { pick: networkByName }), encryptedBy("kmsKeyName")],
  "alloydb.googleapis.com/Cluster": [
    privateNetwork,
    to("network", "connects-to", compute.network, { when: ({ values }) => values.first("networkConfig.network") === null }),
    encryptedBy("encryptionConfig.kmsKeyName"),
  ],
  [topic]: [encryptedBy("kmsKeyName"), to("schemaSettings.schema", "depends-on", "pubsub.googleapis.com/Schema")],
  "pubsub.googleapis.com/Subscription": [
    to("topic", "routes-to", topic, { direction: "in", pick: livingTopic }),
    to("deadLetterPolicy.deadLetterTopic", "routes-to", topic),
    toHost("pushConfig.pushEndpoint", "invokes"),
    toServiceAccount("pushConfig.oidcToken.serviceAccountEmail"),
    { path: "bigqueryConfig.table", kind: "writes", targetType: "bigquery.googleapis.com/Table", pick: tableTargets },
    toBucket("cloudStorageConfig.bucket", "writes"),
  ],
  "logging.googleapis.com/LogSink": [sink],
  "dataproc.googleapis.com/Cluster": [
    inside("config.gceClusterConfig.subnetworkUri", compute.subnetwork),
    inside("config.gceClusterConfig.networkUri", compute.network, { when: ({ values }) => values.first("config.gceClusterConfig.subnetworkUri") === null }),
    toServiceAccount("config.gceClusterConfig.serviceAccount"),
    toBucket("config.configBucket", "writes"),
    toBucket("config.tempBucket", "writes", { outside: false }),
    encryptedBy("config.encryptionConfig.gcePdKmsKeyName"),
    to("config.autoscalingConfig.policyUri", "managed-by", "dataproc.googleapis.com/AutoscalingPolicy", { outside: false }),
  ],
  "dataproc.googleapis.com/Job": [to("placement.clusterName", "depends-on", "dataproc.googleapis.com/Cluster", { outside: false })],
  "dataflow.googleapis.com/Job": [
    to("environment.workerPools[].subnetwork", "connects-to", compute.subnetwork),
    toBucket("environment.tempStoragePrefix", "writes", { outside: false }),
    toServiceAccount("environment.serviceAccountEmail"),
  ],
  "composer.googleapis.com/Environment": [
    to("config.nodeConfig.subnetwork", "connects-to", compute.subnetwork),
    to("config.nodeConfig.network", "connects-to", compute.network, { when: ({ values }) => values.first("config.nodeConfig.subnetwork") === null }),
    toServiceAccount("config.nodeConfig.serviceAccount"),
    toLink("config.gkeCluster", "managed-by", "container.googleapis.com", { direction: "in", outside: false }),
    toBucket("storageConfig.bucket", "reads", { outside: false }),
  ],
  "aiplatform.googleapis.com/Endpoint": [to("network", "connects-to", compute.network)],
  "secretmanager.googleapis.com/Secret": [
    to("topics[].name", "writes", topic),
    encryptedBy("replication.userManaged.replicas[].customerManagedEncryption.kmsKeyName"),
    encryptedBy("replication.automatic.customerManagedEncryption.kmsKeyName"),
  ],
  "apikeys.googleapis.com/Key": [toServiceAccount("serviceAccountEmail", { outside: false })],
  "monitoring.googleapis.com/AlertPolicy": [to("notificationChannels[]", "invokes", "monitoring.googleapis.com/NotificationChannel")],
  "monitoring.googleapis.com/UptimeCheckConfig": [toHost("monitoredResource.labels.host", "depends-on")],
  "datastream.googleapis.com/Stream": [
    to("sourceConfig.sourceConnectionProfile", "reads", "datastream.googleapis.com/ConnectionProfile"),
    to("sourceConfig.sourceConnectionProfileName", "reads", "datastream.googleapis.com/ConnectionProfile"),
    to("destinationConfig.destinationConnectionProfile", "writes", "datastream.googleapis.com/ConnectionProfile"),
    to("destinationConfig.destinationConnectionProfileName", "writes", "datastream.googleapis.com/ConnectionProfile"),
  ],
  "datastream.googleapis.com/ConnectionProfile": [
    to("privateConnectivity.privateConnection", "connects-to", "datastream.googleapis.com/PrivateConnection"),
    to("privateConnectivity.privateConnectionName", "connects-to", "datastream.googleapis.com/PrivateConnection"),
    toHost("postgresqlProfile.hostname", "connects-to"),
    toHost("mysqlProfile.hostname", "connects-to"),
    toHost("oracleProfile.hostname", "connects-to"),
    toBucket("gcsProfile.bucket", "connects-to"),
    toSecret("postgresqlProfile.secretManagerStoredPassword", { outside: false }),
  ],
  "datastream.googleapis.com/PrivateConnection": [to("vpcPeeringConfig.vpc", "connects-to", compute.network), to("vpcPeeringConfig.vpcName", "connects-to", compute.network)],
  "datamigration.googleapis.com/MigrationJob": [
    to("source", "reads", "datamigration.googleapis.com/ConnectionProfile"),
    to("destination", "writes", "datamigration.googleapis.com/ConnectionProfile"),
    to("reverseSshConnectivity.vpc", "connects-to", compute.network),
    to("vpcPeeringConnectivity.vpc", "connects-to", compute.network),
  ],
};
