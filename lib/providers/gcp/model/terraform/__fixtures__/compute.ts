import type { TerraformFixture, TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { box, global, joint, link, located, regional, zonal, zone } from "./build";

const c = (kind: string): string => `compute.googleapis.com/${kind}`;
const vpc = link(global("networks/vpc"));
const subnet = link(regional("subnetworks/front"));
const disk = zonal("disks/data");
const template = link(global("instanceTemplates/web"));
const key = located("keyRings/ring/cryptoKeys/disk");
const web = [{ email: "web@shop-prod.iam.gserviceaccount.com", scopes: ["cloud-platform"] }];
const service = link(global("backendServices/web"));
const group = link(zonal("instanceGroups/web-mig"));
const tcp = link(global("healthChecks/tcp"));

function proxy(kind: string, path: string, ...edges: string[]): TerraformFixture {
  return box(c(kind), path, { url_map: path.includes("/regions/") ? link(regional("urlMaps/internal")) : link(global("urlMaps/www")) }, ...edges);
}

export const computeFixtures: TerraformFixtures = {
  google_compute_instance: box(c("Instance"), zonal("instances/web-1"), {
    zone, current_status: "RUNNING", tags: ["web"],
    network_interface: [{ network: vpc, subnetwork: subnet, network_ip: "10.10.0.2", access_config: [{ nat_ip: "203.0.113.20" }] }],
    boot_disk: [{ source: link(disk), kms_key_self_link: key }], service_account: web,
    metadata: { password: "never-shown-3f9a" },
  }, "google_compute_subnetwork contains this", "this depends-on google_compute_disk", "this encrypted-by google_kms_crypto_key", "this assumes google_service_account", "this depends-on google_compute_address"),
  "google_compute_instance#named": box(c("Instance"), zonal("instances/db-1"), { zone, tags: ["db"], network_interface: [{ network: "other" }] }, "google_compute_network#other contains this"),
  google_compute_instance_from_template: box(c("Instance"), zonal("instances/web-2"), { zone, tags: ["db"], network_interface: [{ subnetwork: "front" }] }, "google_compute_subnetwork contains this"),
  google_compute_instance_template: box(c("InstanceTemplate"), global("instanceTemplates/web"), { network_interface: [{ subnetwork: subnet }], service_account: web, disk: [{ source_image: "projects/debian-cloud/global/images/family/debian-12" }] },
    "this connects-to google_compute_subnetwork", "this assumes google_service_account"),
  google_compute_region_instance_template: box(c("InstanceTemplate"), regional("instanceTemplates/rweb"), { network_interface: [{ network: vpc }] }, "this connects-to google_compute_network"),
  google_compute_instance_group: box(c("InstanceGroup"), zonal("instanceGroups/manual"), { instances: [link(zonal("instances/web-1"))] }, "this routes-to google_compute_instance"),
  google_compute_instance_group_manager: box(c("InstanceGroupManager"), zonal("instanceGroupManagers/web-mig"), {
    version: [{ instance_template: template }], instance_group: group, auto_healing_policies: [{ health_check: tcp.replace("/v1/", "/beta/") }],
  }, "this depends-on google_compute_instance_template", "this depends-on google_compute_health_check"),
  google_compute_region_instance_group_manager: box(c("InstanceGroupManager"), regional("instanceGroupManagers/r-mig"), { version: [{ instance_template: template }] }, "this depends-on google_compute_instance_template"),
  google_compute_autoscaler: box(c("Autoscaler"), zonal("autoscalers/web"), { target: link(zonal("instanceGroupManagers/web-mig")) }, "google_compute_instance_group_manager managed-by this"),
  google_compute_region_autoscaler: box(c("Autoscaler"), regional("autoscalers/r"), { target: link(regional("instanceGroupManagers/r-mig")) }, "google_compute_region_instance_group_manager managed-by this"),
  google_compute_disk: box(c("Disk"), disk, { zone, disk_encryption_key: [{ kms_key_self_link: key }], snapshot: link(global("snapshots/seed")) }, "this encrypted-by google_kms_crypto_key", "this depends-on google_compute_snapshot#seed"),
  google_compute_region_disk: box(c("Disk"), regional("disks/rdata")),
  google_compute_attached_disk: joint({ instance: zonal("instances/db-1"), disk }, "google_compute_instance#named depends-on google_compute_disk"),
  google_compute_snapshot: box(c("Snapshot"), global("snapshots/nightly"), { source_disk: link(disk) }, "google_compute_disk backs-up-to this"),
  "google_compute_snapshot#seed": box(c("Snapshot"), global("snapshots/seed")),
  google_compute_image: box(c("Image"), global("images/base"), { source_snapshot: link(global("snapshots/seed")) }, "this depends-on google_compute_snapshot#seed"),
  google_compute_resource_policy: box(c("ResourcePolicy"), regional("resourcePolicies/daily")),
  google_compute_disk_resource_policy_attachment: joint({ disk: "data", name: "daily", zone }, "google_compute_disk managed-by google_compute_resource_policy"),

  google_compute_forwarding_rule: box(c("ForwardingRule"), regional("forwardingRules/internal"), { backend_service: link(regional("backendServices/r")), subnetwork: subnet, network: vpc, ip_address: "10.10.0.9" },
    "this routes-to google_compute_region_backend_service", "google_compute_subnetwork contains this"),
  google_compute_global_forwarding_rule: box(c("GlobalForwardingRule"), global("forwardingRules/www"), { target: global("targetHttpsProxies/www"), ip_address: "203.0.113.30" },
    "this routes-to google_compute_target_https_proxy", "this depends-on google_compute_global_address#www"),
  google_compute_target_http_proxy: proxy("TargetHttpProxy", global("targetHttpProxies/www"), "this routes-to google_compute_url_map"),
  google_compute_target_https_proxy: box(c("TargetHttpsProxy"), global("targetHttpsProxies/www"), { url_map: link(global("urlMaps/www")), ssl_certificates: [link(global("sslCertificates/www"))] },
    "this routes-to google_compute_url_map", "this depends-on google_compute_managed_ssl_certificate"),
  google_compute_target_ssl_proxy: box(c("TargetSslProxy"), global("targetSslProxies/ssl"), { backend_service: service }, "this routes-to google_compute_backend_service"),
  google_compute_target_tcp_proxy: box(c("TargetTcpProxy"), global("targetTcpProxies/tcp"), { backend_service: service }, "this routes-to google_compute_backend_service"),
  google_compute_region_target_http_proxy: proxy("TargetHttpProxy", regional("targetHttpProxies/r"), "this routes-to google_compute_region_url_map"),
  google_compute_region_target_https_proxy: proxy("TargetHttpsProxy", regional("targetHttpsProxies/r"), "this routes-to google_compute_region_url_map"),
  google_compute_url_map: box(c("UrlMap"), global("urlMaps/www"), { default_service: service, path_matcher: [{ path_rule: [{ service: link(global("backendBuckets/static")) }] }] },
    "this routes-to google_compute_backend_service", "this routes-to google_compute_backend_bucket"),
  google_compute_region_url_map: box(c("UrlMap"), regional("urlMaps/internal"), { default_service: link(regional("backendServices/r")) }, "this routes-to google_compute_region_backend_service"),
  google_compute_backend_service: box(c("BackendService"), global("backendServices/web"), { backend: [{ group }], health_checks: [tcp], security_policy: link(global("securityPolicies/armor")) },
    "this routes-to google_compute_instance_group_manager", "this depends-on google_compute_health_check", "this secured-by google_compute_security_policy"),
  google_compute_region_backend_service: box(c("BackendService"), regional("backendServices/r"), { backend: [{ group: link(regional("networkEndpointGroups/run")) }] }, "this routes-to google_compute_region_network_endpoint_group"),
  google_compute_backend_bucket: box(c("BackendBucket"), global("backendBuckets/static"), { bucket_name: "shop-photos" }, "this routes-to google_storage_bucket"),
  google_compute_health_check: box(c("HealthCheck"), global("healthChecks/tcp")),
  google_compute_region_health_check: box(c("HealthCheck"), regional("healthChecks/r")),
  google_compute_http_health_check: box(c("HttpHealthCheck"), global("httpHealthChecks/basic")),
  google_compute_https_health_check: box(c("HttpsHealthCheck"), global("httpsHealthChecks/basic")),
  google_compute_target_pool: box(c("TargetPool"), regional("targetPools/pool"), { instances: [`${zone}/web-1`], health_checks: [link(global("httpHealthChecks/basic"))] },
    "this routes-to google_compute_instance", "this depends-on google_compute_http_health_check"),
  google_compute_target_instance: box(c("TargetInstance"), zonal("targetInstances/t"), { instance: link(zonal("instances/web-1")) }, "this routes-to google_compute_instance"),
  google_compute_network_endpoint_group: box(c("NetworkEndpointGroup"), zonal("networkEndpointGroups/pods"), { subnetwork: subnet }, "google_compute_subnetwork contains this"),
  google_compute_region_network_endpoint_group: box(c("NetworkEndpointGroup"), regional("networkEndpointGroups/run"), { cloud_run: [{ service: "api" }] }, "this routes-to google_cloud_run_v2_service"),
  google_compute_global_network_endpoint_group: box(c("NetworkEndpointGroup"), global("networkEndpointGroups/inet")),
  google_compute_security_policy: box(c("SecurityPolicy"), global("securityPolicies/armor")),
  google_compute_ssl_certificate: box(c("SslCertificate"), global("sslCertificates/own"), { private_key: "never-shown-3f9a" }),
  google_compute_region_ssl_certificate: box(c("SslCertificate"), regional("sslCertificates/r")),
  google_compute_managed_ssl_certificate: box(c("SslCertificate"), global("sslCertificates/www")),
  google_compute_ssl_policy: box(c("SslPolicy"), global("sslPolicies/modern")),
  google_certificate_manager_certificate: box("certificatemanager.googleapis.com/Certificate", located("certificates/www", "global")),
  google_certificate_manager_certificate_map: box("certificatemanager.googleapis.com/CertificateMap", located("certificateMaps/www", "global")),
};
