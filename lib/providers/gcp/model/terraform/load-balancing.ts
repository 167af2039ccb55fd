import type { TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { compute } from "../compute-types";
import { google, inside, to, toHost, toLink } from "./row";

const global = "projects/{project}/global";
const regional = "projects/{project}/regions/{region}";
const zonal = "projects/{project}/zones/{zone}";

const forwarding: readonly TerraformRef[] = [
  toLink("target", "routes-to", compute.service),
  to("backend_service", "routes-to", compute.backendService),
  inside("subnetwork", compute.subnetwork),
  to("network", "connects-to", compute.network, { when: (attributes) => !attributes["subnetwork"] }),
  // An address resource by link; the number itself only where an address is listed with it.
  toLink("ip_address", "depends-on", compute.service),
  toHost("ip_address", "depends-on"),
];

const proxy: readonly TerraformRef[] = [
  to("url_map", "routes-to", compute.urlMap),
  to("backend_service", "routes-to", compute.backendService),
  to("ssl_certificates[]", "depends-on", compute.sslCertificate),
  toLink("certificate_map", "depends-on", "certificatemanager.googleapis.com"),
  to("ssl_policy", "depends-on", "compute.googleapis.com/SslPolicy"),
];

const urlMap: readonly TerraformRef[] = [
  "default_service",
  "path_matcher[].default_service",
  "path_matcher[].path_rule[].service",
  "path_matcher[].route_rules[].service",
].map((path) => to(path, "routes-to", compute.backendService));

const backend: readonly TerraformRef[] = [
  to("backend[].group", "routes-to", compute.instanceGroup),
  to("health_checks[]", "depends-on", compute.healthCheck),
  to("security_policy", "secured-by", compute.securityPolicy),
  to("edge_security_policy", "secured-by", compute.securityPolicy),
  to("network", "connects-to", compute.network),
];

const endpoints: readonly TerraformRef[] = [
  to("network", "connects-to", compute.network),
  to("cloud_run[].service", "routes-to", "run.googleapis.com/Service"),
  to("cloud_function[].function", "routes-to", "cloudfunctions.googleapis.com/Function"),
  toLink("psc_target_service", "routes-to", compute.service),
];

const neg = "compute.googleapis.com/NetworkEndpointGroup";
const forwardingRule = "compute.googleapis.com/ForwardingRule";

export const loadBalancingTypes: TerraformTypes = {
  google_compute_forwarding_rule: google(forwardingRule, `${regional}/forwardingRules/{name}`, forwarding),
  google_compute_global_forwarding_rule: google("compute.googleapis.com/GlobalForwardingRule", `${global}/forwardingRules/{name}`, forwarding),
  google_compute_target_http_proxy: google("compute.googleapis.com/TargetHttpProxy", `${global}/targetHttpProxies/{name}`, proxy),
  google_compute_target_https_proxy: google("compute.googleapis.com/TargetHttpsProxy", `${global}/targetHttpsProxies/{name}`, proxy),
  google_compute_target_ssl_proxy: google("compute.googleapis.com/TargetSslProxy", `${global}/targetSslProxies/{name}`, proxy),
  google_compute_target_tcp_proxy: google("compute.googleapis.com/TargetTcpProxy", `${global}/targetTcpProxies/{name}`, proxy),
  google_compute_region_target_http_proxy: google("compute.googleapis.com/TargetHttpProxy", `${regional}/targetHttpProxies/{name}`, proxy),
  google_compute_region_target_https_proxy: google("compute.googleapis.com/TargetHttpsProxy", `${regional}/targetHttpsProxies/{name}`, proxy),
  google_compute_url_map: google(compute.urlMap, `${global}/urlMaps/{name}`, urlMap),
  google_compute_region_url_map: google(compute.urlMap, `${regional}/urlMaps/{name}`, urlMap),
  google_compute_backend_service: google(compute.backendService, `${global}/backendServices/{name}`, backend),
  google_compute_region_backend_service: google(compute.backendService, `${regional}/backendServices/{name}`, backend),
  google_compute_backend_bucket: google("compute.googleapis.com/BackendBucket", `${global}/backendBuckets/{name}`, [
    to("bucket_name", "routes-to", "storage.googleapis.com/Bucket"),
  ]),
  google_compute_health_check: google(compute.healthCheck, `${global}/healthChecks/{name}`),
  google_compute_region_health_check: google(compute.healthCheck, `${regional}/healthChecks/{name}`),
  google_compute_http_health_check: google("compute.googleapis.com/HttpHealthCheck", `${global}/httpHealthChecks/{name}`),
  google_compute_https_health_check: google("compute.googleapis.com/HttpsHealthCheck", `${global}/httpsHealthChecks/{name}`),
  google_compute_target_pool: google("compute.googleapis.com/TargetPool", `${regional}/targetPools/{name}`, [
    to("instances[]", "routes-to", compute.instance),
    to("health_checks[]", "depends-on", "compute.googleapis.com/HttpHealthCheck"),
  ]),
  google_compute_target_instance: google("compute.googleapis.com/TargetInstance", `${zonal}/targetInstances/{name}`, [to("instance", "routes-to", compute.instance)]),
  google_compute_network_endpoint_group: google(neg, `${zonal}/networkEndpointGroups/{name}`, [inside("subnetwork", compute.subnetwork), ...endpoints]),
  google_compute_region_network_endpoint_group: google(neg, `${regional}/networkEndpointGroups/{name}`, endpoints),
  google_compute_global_network_endpoint_group: google(neg, `${global}/networkEndpointGroups/{name}`, endpoints),
  google_compute_security_policy: google(compute.securityPolicy, `${global}/securityPolicies/{name}`),
  google_compute_ssl_certificate: google(compute.sslCertificate, `${global}/sslCertificates/{name}`),
  google_compute_region_ssl_certificate: google(compute.sslCertificate, `${regional}/sslCertificates/{name}`),
  google_compute_managed_ssl_certificate: google(compute.sslCertificate, `${global}/sslCertificates/{name}`),
  google_compute_ssl_policy: google("compute.googleapis.com/SslPolicy", `${global}/sslPolicies/{name}`),
  google_certificate_manager_certificate: google("certificatemanager.googleapis.com/Certificate", "projects/{project}/locations/{location}/certificates/{name}"),
  google_certificate_manager_certificate_map: google("certificatemanager.googleapis.com/CertificateMap", "projects/{project}/locations/global/certificateMaps/{name}"),
};
