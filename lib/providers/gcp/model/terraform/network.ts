import { valuesAt } from "../../../../core/resource/attribute-path";
import { internet } from "../../../../core/resource/collected";
import type { TerraformAttributes, TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { fullName } from "../resource-name";
import { compute } from "../compute-types";
import { association, byTag, end, fragment, google, hostAliases, inside, tagAliases, to, toHost, toLink, toServiceAccount } from "./row";

const global = "projects/{project}/global";
const regional = "projects/{project}/regions/{region}";
const inNetwork = inside("network", compute.network);

/** An enabled ingress rule that does not deny; without a direction a rule is ingress. */
function letsIn(rule: TerraformAttributes): boolean {
  const denies = Array.isArray(rule["deny"]) && rule["deny"].length > 0;
  return !denies && rule["direction"] !== "EGRESS" && rule["disabled"] !== true;
}

function openRange(value: string): string[] {
  return value === "0.0.0.0/0" || value === "::/0" ? [internet] : [];
}

function nextHopGateway(value: string): string[] {
  if (value.endsWith("default-internet-gateway")) return [internet];
  const name = fullName(value, compute.service);
  return name === null ? [] : [name];
}

const addressUsers: TerraformRef = toLink("users[]", "depends-on", compute.service, { direction: "in", outside: false });

const tunnel: readonly TerraformRef[] = [
  to("vpn_gateway", "connects-to", compute.vpnGateway),
  to("target_vpn_gateway", "connects-to", compute.targetVpnGateway),
  to("peer_gcp_gateway", "connects-to", compute.vpnGateway),
  to("peer_external_gateway", "connects-to", compute.externalVpnGateway),
  to("router", "depends-on", compute.router),
  toHost("peer_ip", "connects-to"),
];

export const networkTypes: TerraformTypes = {
  google_compute_network: google(compute.network, `${global}/networks/{name}`),
  google_compute_subnetwork: google(compute.subnetwork, `${regional}/subnetworks/{name}`, [inNetwork]),
  google_compute_network_peering: association("peers-with", end("network", compute.network), end("peer_network", compute.network)),
  google_compute_network_peering_routes_config: fragment("peeringRoutes", end("network", compute.network)),
  google_service_networking_connection: fragment("serviceNetworking", end("network", compute.network), [
    to("reserved_peering_ranges[]", "depends-on", compute.globalAddress),
  ]),
  google_compute_shared_vpc_host_project: fragment("sharedVpcHost", end("project", "cloudresourcemanager.googleapis.com/Project")),
  google_compute_shared_vpc_service_project: association(
    "connects-to",
    end("service_project", "cloudresourcemanager.googleapis.com/Project"),
    end("host_project", "cloudresourcemanager.googleapis.com/Project"),
  ),

  google_compute_firewall: google("compute.googleapis.com/Firewall", `${global}/firewalls/{name}`, [
    inNetwork,
    { path: "source_ranges[]", kind: "allows", direction: "in", pick: openRange, when: letsIn },
    toServiceAccount("source_service_accounts[]", { kind: "allows", direction: "in", when: letsIn, outside: false }),
    toServiceAccount("target_service_accounts[]", { kind: "secured-by", direction: "in", outside: false }),
    byTag("machine", "target_tags[]", "secured-by", { direction: "in" }),
    byTag("machine", "source_tags[]", "allows", { direction: "in", when: letsIn }),
  ], { aliases: tagAliases("rule", "target_tags[]"), state: (attributes) => (attributes["disabled"] === true ? "disabled" : null) }),
  google_compute_network_firewall_policy: google(compute.firewallPolicy, `${global}/firewallPolicies/{name}`),
  google_compute_region_network_firewall_policy: google(compute.firewallPolicy, `${regional}/firewallPolicies/{name}`),
  google_compute_network_firewall_policy_rule: fragment("rules", end("firewall_policy", compute.firewallPolicy)),
  google_compute_network_firewall_policy_association: association("secured-by", end("attachment_target", compute.network), end("firewall_policy", compute.firewallPolicy)),

  google_compute_route: google("compute.googleapis.com/Route", `${global}/routes/{name}`, [
    inNetwork,
    { path: "next_hop_gateway", kind: "routes-to", pick: nextHopGateway },
    to("next_hop_instance", "routes-to", compute.instance),
    to("next_hop_vpn_tunnel", "routes-to", compute.vpnTunnel),
    to("next_hop_network", "routes-to", compute.network),
    toLink("next_hop_ilb", "routes-to", compute.service),
  ]),
  google_compute_router: google(compute.router, `${regional}/routers/{name}`, [inNetwork]),
  google_compute_router_nat: fragment("nats", end("router", compute.router), [
    to("subnetwork[].name", "routes-to", compute.subnetwork, { direction: "in" }),
    to("nat_ips[]", "depends-on", compute.address),
  ]),
  google_compute_router_interface: fragment("interfaces", end("router", compute.router), [to("vpn_tunnel", "connects-to", compute.vpnTunnel)]),
  google_compute_router_peer: fragment("bgpPeers", end("router", compute.router)),

  google_compute_address: google(compute.address, `${regional}/addresses/{name}`, [inside("subnetwork", compute.subnetwork), addressUsers], {
    aliases: hostAliases("address"),
  }),
  google_compute_global_address: google(compute.globalAddress, `${global}/addresses/{name}`, [inNetwork, addressUsers], { aliases: hostAliases("address") }),

  google_compute_vpn_gateway: google(compute.targetVpnGateway, `${regional}/targetVpnGateways/{name}`, [inNetwork]),
  google_compute_ha_vpn_gateway: google(compute.vpnGateway, `${regional}/vpnGateways/{name}`, [inNetwork], {
    aliases: hostAliases("vpn_interfaces[].ip_address"),
  }),
  google_compute_external_vpn_gateway: google(compute.externalVpnGateway, `${global}/externalVpnGateways/{name}`, [
    toHost("interface[].ip_address", "connects-to"),
  ]),
  google_compute_vpn_tunnel: google(compute.vpnTunnel, `${regional}/vpnTunnels/{name}`, tunnel, {
    state: (attributes) => valuesAt(attributes, "detailed_status")[0] ?? null,
  }),
  google_compute_interconnect_attachment: google("compute.googleapis.com/InterconnectAttachment", `${regional}/interconnectAttachments/{name}`, [
    to("router", "connects-to", compute.router),
    to("interconnect", "connects-to", "compute.googleapis.com/Interconnect"),
  ]),
  google_vpc_access_connector: google("vpcaccess.googleapis.com/Connector", "projects/{project}/locations/{region}/connectors/{name}", [
    to("network", "connects-to", compute.network),
    to("subnet[].name", "connects-to", compute.subnetwork),
  ]),
  google_compute_service_attachment: google("compute.googleapis.com/ServiceAttachment", `${regional}/serviceAttachments/{name}`, [
    toLink("target_service", "routes-to", compute.service),
    to("nat_subnets[]", "connects-to", compute.subnetwork),
  ]),

  google_dns_managed_zone: google("dns.googleapis.com/ManagedZone", "projects/{project}/managedZones/{name}", [
    to("private_visibility_config[].networks[].network_url", "connects-to", compute.network),
    to("peering_config[].target_network[].network_url", "connects-to", compute.network),
  ]),
  google_dns_record_set: fragment("records", end("managed_zone", "dns.googleapis.com/ManagedZone"), [toHost("rrdatas[]", "routes-to")]),
  google_dns_policy: google("dns.googleapis.com/Policy", "projects/{project}/policies/{name}", [to("networks[].network_url", "connects-to", compute.network)]),
};
