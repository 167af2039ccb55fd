import type { CollectedResource } from "../../core/resource/collected";
import { aws, balancerId, ec2, type AwsPlace } from "./aws";
import type { AwsNetwork } from "./aws-network";
import { all, from, inside, openToInternet, to } from "./thing";

/** What a shop's front and data tiers are made of; where the sizes differ between places, `ShopSize` says so. */
export interface ShopSize {
  /** Web servers, named web-1 and on; the state of each. */
  web: readonly string[];
  instanceType: string;
  databaseClass: string;
  multiAz: boolean;
}

export interface Shop {
  balancer: CollectedResource;
  groups: { balancer: CollectedResource; web: CollectedResource; database: CollectedResource; cache: CollectedResource };
  listener: CollectedResource;
  database: CollectedResource;
  cache: CollectedResource;
  webRole: CollectedResource;
  items: CollectedResource[];
}

/** Load balancer → target group → web servers → database and cache, each behind its own security group. */
export function awsShop(place: AwsPlace, network: AwsNetwork, size: ShopSize, key: CollectedResource, certificate: CollectedResource | null): Shop {
  const group = (name: string, properties: { port: number }, source: CollectedResource | null): CollectedResource =>
    ec2(place, "AWS::EC2::SecurityGroup", name, {
      properties: { ipPermissions: [{ protocol: "tcp", port: properties.port }] },
      links: [inside(network.vpc, "VpcId"), source ? from("allows", source, "IpPermissions[].UserIdGroupPairs[].GroupId") : openToInternet("IpPermissions[].IpRanges[].CidrIp")],
    });
  const balancerGroup = group("shop-alb", { port: 443 }, null);
  const webGroup = group("shop-web", { port: 8080 }, balancerGroup);
  const databaseGroup = group("shop-db", { port: 5432 }, webGroup);
  const cacheGroup = group("shop-cache", { port: 6379 }, webGroup);

  const webRole = aws(place, "AWS::IAM::Role", `iam::role/shop-web-${place.region}-${place.env}`, `shop-web-${place.region}-${place.env}`);
  const servers = size.web.map((state, index) => webServer(place, network, size, { name: `web-${index + 1}`, state, index, group: webGroup, role: webRole, key }));
  const number = balancerId(place, "shop");
  const targets = aws(place, "AWS::ElasticLoadBalancingV2::TargetGroup", `elasticloadbalancing:targetgroup/shop-web/${balancerId(place, "tg-web")}`, "shop-web", {
    properties: { port: 8080, protocol: "HTTP", targetType: "instance" },
    links: [inside(network.vpc, "VpcId"), ...all("routes-to", servers.map(({ instance }) => instance), "TargetHealth[].Target.Id")],
  });
  const balancer = aws(place, "AWS::ElasticLoadBalancingV2::LoadBalancer", `elasticloadbalancing:loadbalancer/app/shop/${number}`, "shop", {
    state: "active",
    properties: { scheme: "internet-facing", type: "application", dnsName: `shop-${number.slice(0, 9)}.${place.region}.elb.amazonaws.com` },
    links: [inside(network.vpc, "VpcId"), to("secured-by", balancerGroup, "SecurityGroups[]"), ...all("connects-to", network.public, "AvailabilityZones[].SubnetId")],
  });
  const listener = aws(place, "AWS::ElasticLoadBalancingV2::Listener", `elasticloadbalancing:listener/app/shop/${number}/${balancerId(place, "https")}`, "HTTPS 443", {
    properties: { port: 443, protocol: "HTTPS" },
    links: [inside(balancer, "LoadBalancerArn"), to("routes-to", targets, "DefaultActions[].TargetGroupArn"), certificate ? to("depends-on", certificate, "Certificates[].CertificateArn") : null],
  });

  const database = aws(place, "AWS::RDS::DBInstance", `rds:db:shop-${place.env}`, `shop-${place.env}`, {
    state: "available",
    zone: `${place.region}a`,
    properties: { engine: "postgres", engineVersion: "16.4", dbInstanceClass: size.databaseClass, multiAz: size.multiAz, allocatedStorageGb: 200, publiclyAccessible: false },
    links: [inside(network.vpc, "DBSubnetGroup.VpcId"), ...all("connects-to", network.data, "DBSubnetGroup.Subnets[]"), to("secured-by", databaseGroup, "VpcSecurityGroups[]"), to("encrypted-by", key, "KmsKeyId")],
  });
  const cache = aws(place, "AWS::ElastiCache::ReplicationGroup", `elasticache:replicationgroup:shop-sessions-${place.env}`, `shop-sessions-${place.env}`, {
    state: "available",
    properties: { engine: "redis", cacheNodeType: size.multiAz ? "cache.r7g.large" : "cache.t4g.small", automaticFailover: size.multiAz },
    links: [inside(network.vpc, "CacheSubnetGroup.VpcId"), ...all("connects-to", network.data, "CacheSubnetGroup.Subnets[]"), to("secured-by", cacheGroup, "SecurityGroups[]")],
  });
  for (const { instance } of servers) {
    instance.refs.push({ ...to("connects-to", database, "UserData"), certainty: "derived" }, { ...to("connects-to", cache, "UserData"), certainty: "derived" });
  }
  return {
    balancer, listener, database, cache, webRole,
    groups: { balancer: balancerGroup, web: webGroup, database: databaseGroup, cache: cacheGroup },
    items: [balancerGroup, webGroup, databaseGroup, cacheGroup, webRole, balancer, listener, targets, database, cache, ...servers.flatMap(({ instance, volume }) => [instance, volume])],
  };
}

interface WebServer {
  name: string;
  state: string;
  index: number;
  group: CollectedResource;
  role: CollectedResource;
  key: CollectedResource;
}

function webServer(place: AwsPlace, network: AwsNetwork, size: ShopSize, server: WebServer): { instance: CollectedResource; volume: CollectedResource } {
  const subnet = network.app[server.index % network.app.length] ?? network.vpc;
  const zone = place.region + (server.index % 2 === 0 ? "a" : "b");
  const volume = ec2(place, "AWS::EC2::Volume", `${server.name}-root`, {
    state: "in-use",
    zone,
    properties: { sizeGb: 40, volumeType: "gp3", encrypted: true },
    links: [to("encrypted-by", server.key, "KmsKeyId")],
  });
  const instance = ec2(place, "AWS::EC2::Instance", server.name, {
    state: server.state,
    zone,
    properties: { instanceType: size.instanceType, platform: "linux", privateIpAddress: addressIn(subnet, 20 + server.index) },
    links: [inside(subnet, "SubnetId"), to("secured-by", server.group, "SecurityGroups[].GroupId"), to("depends-on", volume, "BlockDeviceMappings[].Ebs.VolumeId"), to("assumes", server.role, "IamInstanceProfile.Arn")],
  });
  return { instance, volume };
}

/** The n-th address of a subnet of 256. */
function addressIn(subnet: CollectedResource, n: number): string {
  const block = subnet.resource.properties?.["cidrBlock"];
  return typeof block === "string" ? block.replace(/\.0\/24$/, `.${n}`) : "";
}

/** Keys of a place: one for data, whose id is a UUID as KMS makes them. */
export function kmsKey(place: AwsPlace, name: string, uuid: string): CollectedResource {
  return aws(place, "AWS::KMS::Key", `kms:key/${uuid}`, name, { state: "Enabled", properties: { keyManager: "CUSTOMER", rotation: true } });
}
