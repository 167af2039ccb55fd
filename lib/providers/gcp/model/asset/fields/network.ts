import { internet } from "../../../../../core/resource/collected";
import { compute } from "../../compute-types";
import { fullName } from "../../resource-name";
import { inside, openTo, to, toHost, toLink, toServiceAccount } from "./field";
import type { Field, FieldContext, Fields } from "./field";

const inNetwork = inside("network", compute.network);
const addressUsers = toLink("users[]", "depends-on", compute.service, { direction: "in", outside: false });

/** An enabled ingress rule that does not deny; without a direction a rule is ingress. */
export function letsIn({ data }: Pick<FieldContext, "data">): boolean {
  const denies = Array.isArray(data.denied) && data.denied.length > 0;
  return !denies && data.direction !== "EGRESS" && data.disabled !== true;
}

function nextHopGateway(value: string): string[] {
  if (value.endsWith("default-internet-gateway")) return [internet];
  const name = fullName(value, compute.service);
  return name === null ? [] : [name];
}

const tunnel: readonly Field[] = [
  to("vpnGateway", "connects-to", compute.vpnGateway),
  to("targetVpnGateway", "connects-to", compute.targetVpnGateway),
  to("peerGcpGateway", "connects-to", compute.vpnGateway),
  to("peerExternalGateway", "connects-to", compute.externalVpnGateway),
  to("router", "depends-on", compute.router),
  toHost("peerIp", "connects-to"),
];

const address: readonly Field[] = [inside("subnetwork", compute.subnetwork), inNetwork, addressUsers];

export const networkFields: Fields = {
  [compute.network]: [
    to("peerings[].network", "peers-with", compute.network),
    to("firewallPolicy", "secured-by", compute.firewallPolicy),
    // Each subnetwork names its network; the list here repeats that.
    to("subnetworks[]", "contains", compute.subnetwork, { outside: false }),
  ],
  [compute.subnetwork]: [inNetwork],
  "compute.googleapis.com/Firewall": [
    inNetwork,
    openTo("sourceRanges[]", { when: letsIn }),
    toServiceAccount("sourceServiceAccounts[]", { kind: "allows", direction: "in", when: letsIn, outside: false }),
    toServiceAccount("targetServiceAccounts[]", { kind: "secured-by", direction: "in", outside: false }),
  ],
  [compute.firewallPolicy]: [
    toLink("associations[].attachmentTarget", "secured-by", compute.service, { direction: "in", outside: false }),
  ],
  "compute.googleapis.com/Route": [
    inNetwork,
    { path: "nextHopGateway", kind: "routes-to", pick: nextHopGateway },
    to("nextHopInstance", "routes-to", compute.instance),
    to("nextHopVpnTunnel", "routes-to", compute.vpnTunnel),
    to("nextHopNetwork", "routes-to", compute.network, { when: ({ values }) => values.first("nextHopPeering") === null && values.first("nextHopNetwork") !== values.first("network") }),
    toLink("nextHopIlb", "routes-to", compute.service),
    toHost("nextHopIp", "routes-to"),
  ],
  [compute.router]: [
    inNetwork,
    to("nats[].subnetworks[].name", "routes-to", compute.subnetwork, { direction: "in" }),
    to("nats[].natIps[]", "depends-on", compute.address),
    to("interfaces[].linkedVpnTunnel", "connects-to", compute.vpnTunnel),
    to("interfaces[].linkedInterconnectAttachment", "connects-to", "compute.googleapis.com/InterconnectAttachment"),
  ],
  [compute.address]: address,
  [compute.globalAddress]: address,
  [compute.targetVpnGateway]: [
    inNetwork,
    // The tunnel and the forwarding rule name the gateway themselves.
    to("tunnels[]", "connects-to", compute.vpnTunnel, { direction: "in", outside: false }),
    toLink("forwardingRules[]", "routes-to", compute.service, { direction: "in", outside: false }),
  ],
  [compute.vpnGateway]: [inNetwork],
  [compute.externalVpnGateway]: [toHost("interfaces[].ipAddress", "connects-to")],
  [compute.vpnTunnel]: tunnel,
  "compute.googleapis.com/Interconnect": [
    to("interconnectAttachments[]", "connects-to", "compute.googleapis.com/InterconnectAttachment", { direction: "in", outside: false }),
  ],
  "compute.googleapis.com/InterconnectAttachment": [
    to("router", "connects-to", compute.router),
    to("interconnect", "connects-to", "compute.googleapis.com/Interconnect"),
  ],
  "vpcaccess.googleapis.com/Connector": [
    to("network", "connects-to", compute.network, { pick: networkByName }),
    to("subnet.name", "connects-to", compute.subnetwork),
  ],
  "compute.googleapis.com/ServiceAttachment": [
    toLink("targetService", "routes-to", compute.service),
    toLink("producerForwardingRule", "routes-to", compute.service),
    to("natSubnets[]", "connects-to", compute.subnetwork),
  ],
  "dns.googleapis.com/ManagedZone": [
    to("privateVisibilityConfig.networks[].networkUrl", "connects-to", compute.network),
    to("peeringConfig.targetNetwork.networkUrl", "connects-to", compute.network),
  ],
  "dns.googleapis.com/ResourceRecordSet": [toHost("rrdatas[]", "routes-to"), toHost("rrdata[]", "routes-to")],
  "dns.googleapis.com/Policy": [to("networks[].networkUrl", "connects-to", compute.network)],
};

/** `default` means the network of that name in the resource's own project. */
export function networkByName(value: string, { project }: Pick<FieldContext, "project">): string[] {
  const name = fullName(value, compute.service) ?? (value.includes("/") || project === "" ? null : `//${compute.service}/projects/${project}/global/networks/${value}`);
  return name === null ? [value] : [name];
}
