import { compute } from "../../compute-types";
import { fullName, lastSegment } from "../../resource-name";
import { encryptedBy, inside, to, toBucket, toHost, toLink, toSecret, toServiceAccount } from "./field";
import type { Field, FieldContext, Fields } from "./field";
import { networkByName } from "./network";

const topic = "pubsub.googleapis.com/Topic";
const connector = "vpcaccess.googleapis.com/Connector";
const seen = { outside: false } as const;

/** `europe-docker.pkg.dev/p/images/web:1` → `europe-docker.pkg.dev/p/images`, the repository's own spelling. */
function repositoryTargets(image: string): string[] {
  const match = /^(?:https:\/\/)?([a-z0-9-]+-docker\.pkg\.dev\/[^/]+\/[^/:@]+)/.exec(image);
  return match?.[1] === undefined ? [] : [match[1]];
}

function fromImage(path: string): Field {
  return { path, kind: "depends-on", certainty: "derived", pick: repositoryTargets };
}

/** `project:region:instance`, which is how an instance is named to connect to it. */
function sqlConnections(value: string): string[] {
  return value.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

/** The second version of the API: services under `template.`, jobs under `template.template.`. */
function runFields(prefix: string): readonly Field[] {
  return [
    fromImage(`${prefix}containers[].image`),
    toServiceAccount(`${prefix}serviceAccount`),
    to(`${prefix}vpcAccess.connector`, "connects-to", connector),
    to(`${prefix}vpcAccess.networkInterfaces[].subnetwork`, "connects-to", compute.subnetwork),
    to(`${prefix}vpcAccess.networkInterfaces[].network`, "connects-to", compute.network, {
      pick: networkByName,
      when: ({ values }) => values.first(`${prefix}vpcAccess.networkInterfaces[].subnetwork`) === null,
    }),
    to(`${prefix}volumes[].cloudSqlInstance.instances[]`, "connects-to", "sqladmin.googleapis.com/Instance", { pick: sqlConnections }),
    toBucket(`${prefix}volumes[].gcs.bucket`, "connects-to"),
    toSecret(`${prefix}volumes[].secret.secret`),
    toSecret(`${prefix}containers[].env[].valueSource.secretKeyRef.secret`),
    encryptedBy(`${prefix}encryptionKey`),
  ];
}

/** `[{"network":"vpc","subnetwork":"web"}]`, as text. */
function annotatedSubnetworks(value: string): string[] {
  return Array.from(value.matchAll(/"subnetwork":\s*"([^"]+)"/g), ([, name = ""]) => fullName(name, compute.service) ?? name);
}

/** The first version of the API, which is Knative's: what is no part of it stands in annotations. */
function knativeFields(prefix: string): readonly Field[] {
  return [
    fromImage(`${prefix}spec.containers[].image`),
    toServiceAccount(`${prefix}spec.serviceAccountName`),
    toSecret(`${prefix}spec.containers[].env[].valueFrom.secretKeyRef.name`, seen),
    toSecret(`${prefix}spec.volumes[].secret.secretName`, seen),
    to(`${prefix}metadata.annotations.run.googleapis.com/vpc-access-connector`, "connects-to", connector, seen),
    to(`${prefix}metadata.annotations.run.googleapis.com/network-interfaces`, "connects-to", compute.subnetwork, { pick: annotatedSubnetworks, ...seen }),
    to(`${prefix}metadata.annotations.run.googleapis.com/cloudsql-instances`, "connects-to", "sqladmin.googleapis.com/Instance", { pick: sqlConnections, ...seen }),
  ];
}

/** A topic's path, or a bucket as `projects/_/buckets/b` or just its name. */
function triggerTargets(value: string): string[] {
  if (value.includes("/topics/")) return [fullName(value, "pubsub.googleapis.com") ?? value];
  return [`//storage.googleapis.com/${lastSegment(value)}`];
}

const functionFields: readonly Field[] = [
  toServiceAccount("serviceAccountEmail"),
  toServiceAccount("serviceConfig.serviceAccountEmail"),
  toServiceAccount("eventTrigger.serviceAccountEmail", seen),
  to("vpcConnector", "connects-to", connector),
  to("serviceConfig.vpcConnector", "connects-to", connector),
  to("serviceConfig.service", "managed-by", "run.googleapis.com/Service", { direction: "in", ...seen }),
  to("eventTrigger.pubsubTopic", "invokes", topic, { direction: "in" }),
  to("eventTrigger.trigger", "depends-on", "eventarc.googleapis.com/Trigger", seen),
  { path: "eventTrigger.resource", kind: "invokes", direction: "in", outside: false, pick: triggerTargets },
  toBucket("buildConfig.source.storageSource.bucket", "reads", seen),
  to("buildConfig.dockerRepository", "depends-on", "artifactregistry.googleapis.com/Repository", seen),
  to("dockerRepository", "depends-on", "artifactregistry.googleapis.com/Repository", seen),
  toSecret("serviceConfig.secretEnvironmentVariables[].secret", seen),
  toSecret("secretEnvironmentVariables[].secret", seen),
  encryptedBy("kmsKeyName"),
];

/** `projects/p/locations/global/apis/a/configs/c` → the API, of which the configuration is a part. */
function apiTargets(config: string): string[] {
  const api = fullName(config.replace(/\/configs\/.*/, ""), "apigateway.googleapis.com");
  return api === null ? [] : [api];
}

/** A cluster names its network by path in one place and by bare name in another. */
function namesSubnetwork({ values }: FieldContext): boolean {
  return values.first("networkConfig.subnetwork", "subnetwork") !== null;
}

const cluster: readonly Field[] = [
  inside("networkConfig.subnetwork", compute.subnetwork),
  inside("subnetwork", compute.subnetwork, { when: ({ values }) => values.first("networkConfig.subnetwork") === null, outside: false }),
  inside("networkConfig.network", compute.network, { when: (context) => !namesSubnetwork(context) }),
  inside("network", compute.network, { when: (context) => !namesSubnetwork(context) && context.values.first("networkConfig.network") === null, pick: networkByName }),
  toServiceAccount("nodeConfig.serviceAccount", seen),
  toServiceAccount("nodePools[].config.serviceAccount", seen),
  encryptedBy("databaseEncryption.keyName"),
  to("notificationConfig.pubsub.topic", "writes", topic),
  to("instanceGroupUrls[]", "managed-by", compute.instanceGroupManager, { direction: "in", ...seen }),
  to("nodePools[].instanceGroupUrls[]", "managed-by", compute.instanceGroupManager, { direction: "in", ...seen }),
];

/** `gce://p/z/n` */
function nodeMachine(value: string): string[] {
  const [, project, zone, name] = /^gce:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(value) ?? [];
  return name === undefined ? [] : [`//${compute.service}/projects/${project ?? ""}/zones/${zone ?? ""}/instances/${name}`];
}

function nodeByName(name: string, { id }: FieldContext): string[] {
  return [`${id.replace(/\/k8s\/.*/, "")}/k8s/nodes/${name}`];
}

export const containerFields: Fields = {
  "container.googleapis.com/Cluster": cluster,
  "container.googleapis.com/NodePool": [
    toServiceAccount("config.serviceAccount", seen),
    to("instanceGroupUrls[]", "managed-by", compute.instanceGroupManager, { direction: "in", ...seen }),
  ],
  "k8s.io/Node": [to("spec.providerID", "depends-on", compute.instance, { pick: nodeMachine, ...seen })],
  "k8s.io/Pod": [{ path: "spec.nodeName", kind: "depends-on", outside: false, pick: nodeByName }],
  "run.googleapis.com/Service": [...runFields("template."), ...knativeFields("spec.template.")],
  "run.googleapis.com/Job": [...runFields("template.template."), ...knativeFields("spec.template.spec.template.")],
  "cloudfunctions.googleapis.com/CloudFunction": functionFields,
  "cloudfunctions.googleapis.com/Function": functionFields,
  "appengine.googleapis.com/Application": [toBucket("codeBucket", "reads", seen), toBucket("defaultBucket", "depends-on", seen), toServiceAccount("serviceAccount", seen)],
  "appengine.googleapis.com/Version": [toServiceAccount("serviceAccount", seen), to("vpcAccessConnector.name", "connects-to", connector)],
  "artifactregistry.googleapis.com/Repository": [encryptedBy("kmsKeyName")],
  "apigateway.googleapis.com/Gateway": [toLink("apiConfig", "routes-to", "apigateway.googleapis.com", { pick: apiTargets })],
  "eventarc.googleapis.com/Trigger": [
    to("destination.cloudRun.service", "invokes", "run.googleapis.com/Service"),
    to("destination.cloudFunction", "invokes", "cloudfunctions.googleapis.com/Function", seen),
    to("destination.workflow", "invokes", "workflows.googleapis.com/Workflow"),
    to("transport.pubsub.topic", "invokes", topic, { direction: "in" }),
    toServiceAccount("serviceAccount"),
  ],
  "cloudscheduler.googleapis.com/Job": [
    to("pubsubTarget.topicName", "invokes", topic),
    toHost("httpTarget.uri", "invokes"),
    toServiceAccount("httpTarget.oidcToken.serviceAccountEmail"),
    toServiceAccount("httpTarget.oauthToken.serviceAccountEmail"),
  ],
  "workflows.googleapis.com/Workflow": [toServiceAccount("serviceAccount"), encryptedBy("cryptoKeyName")],
  "cloudbuild.googleapis.com/BuildTrigger": [to("pubsubConfig.topic", "invokes", topic, { direction: "in" }), toServiceAccount("serviceAccount")],
};
