import { compute } from "../../compute-types";
import { inside, to, toBucket, toHost, toLink } from "./field";
import type { Field, Fields } from "./field";

const forwarding: readonly Field[] = [
  toLink("target", "routes-to", compute.service),
  to("backendService", "routes-to", compute.backendService),
  inside("subnetwork", compute.subnetwork),
  to("network", "connects-to", compute.network, { when: ({ values }) => values.first("subnetwork") === null }),
  toHost("IPAddress", "depends-on"),
];

const proxy: readonly Field[] = [
  to("urlMap", "routes-to", compute.urlMap),
  to("service", "routes-to", compute.backendService),
  to("sslCertificates[]", "depends-on", compute.sslCertificate),
  toLink("certificateMap", "depends-on", "certificatemanager.googleapis.com"),
  to("sslPolicy", "depends-on", "compute.googleapis.com/SslPolicy"),
];

/** Backend services and backend buckets alike. */
const urlMap: readonly Field[] = [
  "defaultService",
  "defaultRouteAction.weightedBackendServices[].backendService",
  "pathMatchers[].defaultService",
  "pathMatchers[].pathRules[].service",
  "pathMatchers[].routeRules[].service",
  "pathMatchers[].routeRules[].routeAction.weightedBackendServices[].backendService",
  "tests[].service",
].map((path) => toLink(path, "routes-to", compute.service));

const backend: readonly Field[] = [
  toLink("backends[].group", "routes-to", compute.service),
  toLink("healthChecks[]", "depends-on", compute.service),
  to("securityPolicy", "secured-by", compute.securityPolicy),
  to("edgeSecurityPolicy", "secured-by", compute.securityPolicy),
  to("network", "connects-to", compute.network),
];

export const loadBalancingFields: Fields = {
  "compute.googleapis.com/ForwardingRule": forwarding,
  "compute.googleapis.com/GlobalForwardingRule": forwarding,
  "compute.googleapis.com/TargetHttpProxy": proxy,
  "compute.googleapis.com/TargetHttpsProxy": proxy,
  "compute.googleapis.com/TargetSslProxy": proxy,
  "compute.googleapis.com/TargetTcpProxy": proxy,
  [compute.urlMap]: urlMap,
  [compute.backendService]: backend,
  "compute.googleapis.com/BackendBucket": [toBucket("bucketName", "routes-to"), to("edgeSecurityPolicy", "secured-by", compute.securityPolicy)],
  "compute.googleapis.com/TargetPool": [
    to("instances[]", "routes-to", compute.instance),
    toLink("healthChecks[]", "depends-on", compute.service),
  ],
  "compute.googleapis.com/TargetInstance": [to("instance", "routes-to", compute.instance)],
  "compute.googleapis.com/NetworkEndpointGroup": [
    inside("subnetwork", compute.subnetwork),
    to("network", "connects-to", compute.network),
    to("cloudRun.service", "routes-to", "run.googleapis.com/Service"),
    to("cloudFunction.function", "routes-to", "cloudfunctions.googleapis.com/Function"),
    toLink("pscTargetService", "routes-to", compute.service),
  ],
};
