import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { box, global, joint, link, located, part, project, region, regional, zonal } from "./build";

const c = (kind: string): string => `compute.googleapis.com/${kind}`;
const vpc = link(global("networks/vpc"));
const subnet = link(regional("subnetworks/front"));
const inVpc = "google_compute_network contains this";

export const networkFixtures: TerraformFixtures = {
  google_compute_network: box(c("Network"), global("networks/vpc")),
  "google_compute_network#other": box(c("Network"), global("networks/other")),
  google_compute_subnetwork: box(c("Subnetwork"), regional("subnetworks/front"), { network: vpc, region, ip_cidr_range: "10.10.0.0/20" }, inVpc),
  google_compute_network_peering: joint({ name: "p", network: vpc, peer_network: global("networks/other") }, "google_compute_network peers-with google_compute_network#other"),
  google_compute_network_peering_routes_config: part("google_compute_network", { network: "vpc", peering: "p" }),
  google_service_networking_connection: part("google_compute_network", { network: global("networks/vpc"), reserved_peering_ranges: ["private-range"] }, "google_compute_network depends-on google_compute_global_address"),
  google_compute_shared_vpc_host_project: part("google_project", { project }),
  google_compute_shared_vpc_service_project: joint({ host_project: project, service_project: "shop-data" }, "google_project#data connects-to google_project"),
  google_compute_firewall: box(c("Firewall"), global("firewalls/allow-https"), {
    network: "vpc", direction: "INGRESS", allow: [{ protocol: "tcp", ports: ["443"] }], source_ranges: ["0.0.0.0/0"],
    target_service_accounts: ["web@shop-prod.iam.gserviceaccount.com"],
  }, inVpc, "internet allows this", "google_service_account secured-by this"),
  "google_compute_firewall#tags": box(c("Firewall"), global("firewalls/from-web"), { network: "vpc", allow: [{ protocol: "tcp" }], source_tags: ["web"], target_tags: ["db"] },
    "google_compute_instance allows this", "google_compute_instance#named secured-by this", "google_compute_instance_from_template secured-by this"),
  "google_compute_firewall#denied": box(c("Firewall"), global("firewalls/nobody"), { network: "vpc", deny: [{ protocol: "all" }], source_ranges: ["0.0.0.0/0"] }),
  google_compute_network_firewall_policy: box(c("FirewallPolicy"), global("firewallPolicies/base")),
  google_compute_region_network_firewall_policy: box(c("FirewallPolicy"), regional("firewallPolicies/rbase")),
  google_compute_network_firewall_policy_rule: part("google_compute_network_firewall_policy", { firewall_policy: "base", priority: 100 }),
  google_compute_network_firewall_policy_association: joint({ attachment_target: vpc, firewall_policy: "base" }, "google_compute_network secured-by google_compute_network_firewall_policy"),
  google_compute_route: box(c("Route"), global("routes/out"), { network: vpc, next_hop_gateway: link(global("gateways/default-internet-gateway")) }, inVpc, "this routes-to internet"),
  google_compute_router: box(c("Router"), regional("routers/router"), { network: vpc, region }, inVpc),
  google_compute_router_nat: part("google_compute_router", { id: `${project}/${region}/router/nat`, router: "router", region, subnetwork: [{ name: subnet }], nat_ips: [link(regional("addresses/nat-ip"))] },
    "google_compute_subnetwork routes-to google_compute_router", "google_compute_router depends-on google_compute_address"),
  google_compute_router_interface: part("google_compute_router", { router: "router", region, vpn_tunnel: "tunnel" }, "google_compute_router connects-to google_compute_vpn_tunnel"),
  google_compute_router_peer: part("google_compute_router", { router: "router", region }),
  google_compute_address: box(c("Address"), regional("addresses/nat-ip"), { region, address: "203.0.113.20", users: [link(zonal("instances/web-1"))] }, "google_compute_instance depends-on this"),
  google_compute_global_address: box(c("GlobalAddress"), global("addresses/private-range"), { network: vpc, address: "10.99.0.0" }, inVpc),
  "google_compute_global_address#www": box(c("GlobalAddress"), global("addresses/www"), { address: "203.0.113.30" }),
  google_compute_vpn_gateway: box(c("TargetVpnGateway"), regional("targetVpnGateways/classic"), { network: vpc }, inVpc),
  google_compute_ha_vpn_gateway: box(c("VpnGateway"), regional("vpnGateways/ha"), { network: vpc }, inVpc),
  google_compute_external_vpn_gateway: box(c("ExternalVpnGateway"), global("externalVpnGateways/onprem"), { interface: [{ ip_address: "198.51.100.7" }] }),
  google_compute_vpn_tunnel: box(c("VpnTunnel"), regional("vpnTunnels/tunnel"), {
    vpn_gateway: link(regional("vpnGateways/ha")), peer_external_gateway: link(global("externalVpnGateways/onprem")), router: link(regional("routers/router")), shared_secret: "never-shown-3f9a",
  }, "this connects-to google_compute_ha_vpn_gateway", "this connects-to google_compute_external_vpn_gateway", "this depends-on google_compute_router"),
  google_compute_interconnect_attachment: box(c("InterconnectAttachment"), regional("interconnectAttachments/vlan"), { router: link(regional("routers/router")) }, "this connects-to google_compute_router"),
  google_vpc_access_connector: box("vpcaccess.googleapis.com/Connector", located("connectors/run"), { network: "vpc", region }, "this connects-to google_compute_network"),
  google_compute_service_attachment: box(c("ServiceAttachment"), regional("serviceAttachments/psc"), { target_service: link(regional("forwardingRules/internal")) }, "this routes-to google_compute_forwarding_rule"),
  google_dns_managed_zone: box("dns.googleapis.com/ManagedZone", `projects/${project}/managedZones/internal`, { private_visibility_config: [{ networks: [{ network_url: vpc }] }] }, "this connects-to google_compute_network"),
  google_dns_record_set: part("google_dns_managed_zone", { managed_zone: "internal", name: "www.example.com.", rrdatas: ["203.0.113.30"] }, "google_dns_managed_zone routes-to google_compute_global_address#www"),
  google_dns_policy: box("dns.googleapis.com/Policy", `projects/${project}/policies/inbound`, { networks: [{ network_url: vpc }] }, "this connects-to google_compute_network"),
};
