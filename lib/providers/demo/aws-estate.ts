import type { CollectedResource } from "../../core/resource/collected";
import { aws, ec2, type AwsPlace } from "./aws";
import { awsEdge, awsDelivery, awsSecret } from "./aws-edge";
import { awsBuckets, awsFunctions, awsMessaging } from "./aws-events";
import { awsNetwork, awsVpn, s3Endpoint } from "./aws-network";
import { awsServices } from "./aws-services";
import { awsShop, kmsKey } from "./aws-shop";
import { inside, openToInternet, to, type Moment } from "./thing";

const production = "111122223333";
const staging = "444455556666";
const ireland: AwsPlace = { account: production, region: "eu-west-1", env: "production", team: "shop" };
const virginia: AwsPlace = { account: production, region: "us-east-1", env: "production", team: "shop" };
const test: AwsPlace = { account: staging, region: "eu-west-1", env: "staging", team: "shop" };

export interface FarEnds {
  azure: { address: string; gateway: string };
  gcp: { address: string; gateway: string };
}

/** Larkfield's shop: two accounts, two regions. */
export function awsEstate(moment: Moment, far: FarEnds): CollectedResource[] {
  const main = mainRegion(moment, far);
  const second = secondRegion(moment, main.database);
  return [...main.items, ...second, ...stagingAccount(moment, main.vpc)];
}

function mainRegion(moment: Moment, far: FarEnds): { items: CollectedResource[]; vpc: CollectedResource; database: CollectedResource } {
  const now = moment === "now";
  const key = kmsKey(ireland, "shop-data", "3f1b6c9a-5e27-4d80-8a14-6b2c7d9e0f35");
  const network = awsNetwork(ireland, "shop", "10.20", 2);
  const buckets = awsBuckets(ireland, key);
  const certificate = aws(ireland, "AWS::CertificateManager::Certificate", "acm:certificate/b1e7a2d4-90c3-4f58-a6d1-3c5e8f7b2a09", "*.larkfield.example", { state: "ISSUED", properties: { domainName: "*.larkfield.example" } });
  const size = { web: now ? ["running", "running", "running"] : ["running", "running"], instanceType: now ? "m7g.large" : "m6g.large", databaseClass: "db.r7g.xlarge", multiAz: true };
  const shop = awsShop(ireland, network, size, key, certificate);
  const messaging = awsMessaging(ireland, key);
  const databaseSecret = awsSecret(ireland, "shop/database", "Ab12Cd", key);
  const pspSecret = awsSecret(ireland, "shop/payment-provider", "Ef34Gh", key);
  const edge = awsEdge(virginia, { shop: shop.balancer, site: buckets.site, images: buckets.images });
  const services = awsServices(ireland, network, shop, { orders: messaging.orders, events: messaging.events, carts: messaging.carts, databaseSecret, pspSecret, invoices: buckets.invoices }, moment);
  const vpn = awsVpn(ireland, network, [
    { name: "azure-corp", address: far.azure.address, connectsTo: far.azure.gateway },
    { name: "gcp-data", address: far.gcp.address, connectsTo: far.gcp.gateway },
  ]);
  const snapshot = aws(ireland, "AWS::RDS::DBSnapshot", "rds:snapshot:shop-production-before-16-4", "shop-production-before-16-4", {
    state: "available",
    links: [{ ...to("backs-up-to", shop.database, "DBInstanceIdentifier"), direction: "in" }],
  });
  const scaling = aws(ireland, "AWS::AutoScaling::AutoScalingGroup", "autoscaling:autoScalingGroup:0e9c4b7d-2f61-4a35-9d08-7c1e5b3a6f42:autoScalingGroupName/shop-web", "shop-web", {
    properties: { minSize: 2, maxSize: 6, desiredCapacity: size.web.length },
    links: shop.items.filter(({ resource }) => resource.type === "AWS::EC2::Instance").map((instance) => ({ ...to("managed-by", instance, "Instances[].InstanceId"), direction: "in" as const })),
  });
  const items = [
    key, ...network.items, s3Endpoint(ireland, network), ...buckets.items, certificate, ...shop.items, ...messaging.items, databaseSecret, pspSecret, ...edge.items, ...services, ...vpn, scaling,
    ...awsFunctions(ireland, network, shop.groups.web, messaging, buckets, moment),
    ...awsDelivery(ireland, buckets.invoices, buckets.logs),
    ...bastion(ireland, network.public[0] ?? network.vpc, network.vpc, now),
    ...(now ? [snapshot] : []),
  ];
  return { items, vpc: network.vpc, database: shop.database };
}

/** Left over from before the session manager: stopped, but its security group still lets everybody in. */
function bastion(place: AwsPlace, subnet: CollectedResource, vpc: CollectedResource, stopped: boolean): CollectedResource[] {
  const group = ec2(place, "AWS::EC2::SecurityGroup", "bastion-ssh", { properties: { ipPermissions: [{ protocol: "tcp", port: 22 }] }, links: [inside(vpc, "VpcId"), openToInternet("IpPermissions[].IpRanges[].CidrIp")] });
  const host = ec2(place, "AWS::EC2::Instance", "bastion", {
    state: stopped ? "stopped" : "running",
    zone: `${place.region}a`,
    properties: { instanceType: "t3.micro", platform: "linux" },
    links: [inside(subnet, "SubnetId"), to("secured-by", group, "SecurityGroups[].GroupId")],
  });
  return [group, host];
}

/** A smaller copy for American customers, with a replica of the database. */
function secondRegion(moment: Moment, primary: CollectedResource): CollectedResource[] {
  const key = kmsKey(virginia, "shop-data-us", "8c2d4e6f-1a3b-4c5d-9e7f-0a1b2c3d4e5f");
  const network = awsNetwork(virginia, "shop-us", "10.30", 1);
  const shop = awsShop(virginia, network, { web: ["running", "running"], instanceType: "m7g.large", databaseClass: moment === "now" ? "db.r7g.large" : "db.r6g.large", multiAz: false }, key, null);
  shop.database.refs.push({ ...to("replicates-to", primary, "ReadReplicaSourceDBInstanceIdentifier"), direction: "in" });
  return [key, ...network.items, ...shop.items];
}

/** Where changes are tried first; joined to production by a peering that nobody took down. */
function stagingAccount(moment: Moment, production: CollectedResource): CollectedResource[] {
  const key = kmsKey(test, "staging", "c5a7e9b1-3d2f-4e6a-8b0c-d4f6a8c0e2b4");
  const network = awsNetwork(test, "staging", "10.40", 1);
  const shop = awsShop(test, network, { web: moment === "now" ? ["stopped"] : ["running", "running"], instanceType: "t3.small", databaseClass: "db.t4g.medium", multiAz: false }, key, null);
  const peering = ec2(test, "AWS::EC2::VPCPeeringConnection", "staging-to-shop", {
    state: "active",
    links: [to("peers-with", network.vpc, "RequesterVpcInfo.VpcId"), to("peers-with", production, "AccepterVpcInfo.VpcId")],
  });
  return [key, ...network.items, ...shop.items, peering];
}
