import type { CollectedResource } from "../../core/resource/collected";
import { gcp, global, regional } from "./gcp";
import { all, from, inside, openToInternet, to } from "./thing";

const compute = (kind: string): string => `compute.googleapis.com/${kind}`;

export interface GcpNetwork {
  network: CollectedResource;
  subnets: { gke: CollectedResource; run: CollectedResource; batch: CollectedResource };
  gateway: CollectedResource;
  /** The address at which other clouds reach the gateway. */
  address: string;
  items: CollectedResource[];
}

/** One VPC in one region, a NAT for what has no address of its own, and two tunnels to AWS. */
export function gcpNetwork(awsAddress: string): GcpNetwork {
  const network = gcp(compute("Network"), global("networks/data"), { properties: { routingMode: "REGIONAL", autoCreateSubnetworks: false } });
  const router = gcp(compute("Router"), regional("routers/data-router"), { properties: { asn: 64514 }, links: [inside(network, "network")] });
  const subnet = (name: string, range: string): CollectedResource =>
    gcp(compute("Subnetwork"), regional(`subnetworks/${name}`), { properties: { ipCidrRange: range, privateIpGoogleAccess: true }, links: [inside(network, "network"), to("routes-to", router, "nats[].subnetworks[].name")] });
  const subnets = { gke: subnet("gke", "10.70.0.0/20"), run: subnet("run", "10.70.16.0/24"), batch: subnet("batch", "10.70.32.0/22") };
  const rule = (name: string, open: boolean): CollectedResource =>
    gcp(compute("Firewall"), global(`firewalls/${name}`), { properties: { direction: "INGRESS" }, links: [inside(network, "network"), open ? openToInternet("sourceRanges[]") : null] });
  const rules = [rule("allow-health-checks", false), rule("allow-ssh-anywhere", true)];
  const natAddress = gcp(compute("Address"), regional("addresses/nat"), { state: "IN_USE", properties: { address: "198.51.100.41" }, links: [from("depends-on", router, "nats[].natIps[]")] });
  const address = "198.51.100.40";
  const gateway = gcp(compute("VpnGateway"), regional("vpnGateways/to-aws"), { properties: { ipAddress: address }, links: [inside(network, "network")] });
  const aws = gcp(compute("ExternalVpnGateway"), global("externalVpnGateways/aws-shop"), { properties: { ipAddress: awsAddress, redundancyType: "TWO_IPS_REDUNDANCY" } });
  const tunnels = ["to-aws-0", "to-aws-1"].map((name) =>
    gcp(compute("VpnTunnel"), regional(`vpnTunnels/${name}`), {
      state: "ESTABLISHED",
      properties: { ikeVersion: 2 },
      links: [to("connects-to", gateway, "vpnGateway"), to("connects-to", aws, "peerExternalGateway"), ...all("depends-on", [router], "router")],
    }),
  );
  return { network, subnets, gateway, address, items: [network, router, ...Object.values(subnets), ...rules, natAddress, gateway, aws, ...tunnels] };
}

/** The chain of a global load balancer, from its address to its backends. */
export function gcpBalancer(backends: { api: CollectedResource; bucket: CollectedResource }): CollectedResource[] {
  const address = gcp(compute("GlobalAddress"), global("addresses/insights"), { state: "IN_USE", properties: { address: "198.51.100.50" } });
  const armor = gcp(compute("SecurityPolicy"), global("securityPolicies/insights"), { properties: { rules: 4 } });
  const certificate = gcp(compute("SslCertificate"), global("sslCertificates/insights"), { state: "ACTIVE", properties: { domains: ["insights.larkfield.example"] } });
  const endpoints = gcp(compute("NetworkEndpointGroup"), regional("networkEndpointGroups/recommend-api"), { properties: { networkEndpointType: "SERVERLESS" }, links: [to("routes-to", backends.api, "cloudRun.service")] });
  const service = gcp(compute("BackendService"), global("backendServices/recommend-api"), { links: [to("routes-to", endpoints, "backends[].group"), to("secured-by", armor, "securityPolicy")] });
  const files = gcp(compute("BackendBucket"), global("backendBuckets/reports"), { links: [to("routes-to", backends.bucket, "bucketName")] });
  const map = gcp(compute("UrlMap"), global("urlMaps/insights"), { links: [to("routes-to", service, "defaultService"), to("routes-to", files, "pathMatchers[].pathRules[].service")] });
  const proxy = gcp(compute("TargetHttpsProxy"), global("targetHttpsProxies/insights"), { links: [to("routes-to", map, "urlMap"), to("depends-on", certificate, "sslCertificates[]")] });
  const rule = gcp(compute("GlobalForwardingRule"), global("forwardingRules/insights"), {
    properties: { ipAddress: "198.51.100.50", portRange: "443-443" },
    links: [to("routes-to", proxy, "target"), to("depends-on", address, "IPAddress"), openToInternet("loadBalancingScheme")],
  });
  const zone = gcp("dns.googleapis.com/ManagedZone", `projects/larkfield-data/managedZones/insights`, { properties: { dnsName: "insights.larkfield.example.", visibility: "public" }, links: [to("routes-to", address, "rrdatas[]")] });
  return [address, armor, certificate, endpoints, service, files, map, proxy, rule, zone];
}
