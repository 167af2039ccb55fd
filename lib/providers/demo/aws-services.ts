import type { CollectedResource } from "../../core/resource/collected";
import { aws, balancerId, ec2, type AwsPlace } from "./aws";
import type { AwsNetwork } from "./aws-network";
import type { Shop } from "./aws-shop";
import { all, from, inside, to, type Moment } from "./thing";

interface Service {
  name: string;
  version: string;
  desired: number;
  reads?: CollectedResource[];
  writes?: CollectedResource[];
  uses?: CollectedResource[];
  secrets?: CollectedResource[];
}

export interface Stores {
  orders: CollectedResource;
  events: CollectedResource;
  carts: CollectedResource;
  databaseSecret: CollectedResource;
  pspSecret: CollectedResource;
  invoices: CollectedResource;
}

/** The shop's APIs: containers on Fargate behind the same load balancer as the web servers. */
export function awsServices(place: AwsPlace, network: AwsNetwork, shop: Shop, stores: Stores, moment: Moment): CollectedResource[] {
  const now = moment === "now";
  const cluster = aws(place, "AWS::ECS::Cluster", "ecs:cluster/shop-apis", "shop-apis", { state: "ACTIVE" });
  const group = ec2(place, "AWS::EC2::SecurityGroup", "shop-apis", {
    properties: { ipPermissions: [{ protocol: "tcp", port: 3000 }] },
    links: [inside(network.vpc, "VpcId"), from("allows", shop.groups.balancer, "IpPermissions[].UserIdGroupPairs[].GroupId")],
  });
  shop.groups.database.refs.push(from("allows", group, "IpPermissions[].UserIdGroupPairs[].GroupId"));
  const execution = aws(place, "AWS::IAM::Role", "iam::role/ecs-execution", "ecs-execution");
  const services: Service[] = [
    { name: "catalog-api", version: now ? "2.19.0" : "2.18.3", desired: now ? 4 : 3, uses: [shop.database, shop.cache], secrets: [stores.databaseSecret] },
    { name: "orders-api", version: "5.4.1", desired: 3, uses: [shop.database], writes: [stores.orders, stores.events], secrets: [stores.databaseSecret] },
    { name: "payments-api", version: now ? "1.9.0" : "1.8.7", desired: 2, uses: [shop.database], writes: [stores.events, stores.invoices], secrets: [stores.databaseSecret, stores.pspSecret] },
    ...(now ? [{ name: "carts-api", version: "0.3.0", desired: 2, reads: [stores.carts], writes: [stores.carts] }] : []),
  ];
  return [cluster, group, execution, ...services.flatMap((service) => serviceParts(place, network, { cluster, group, execution, shop }, service))];
}

interface Platform {
  cluster: CollectedResource;
  group: CollectedResource;
  execution: CollectedResource;
  shop: Shop;
}

function serviceParts(place: AwsPlace, network: AwsNetwork, platform: Platform, service: Service): CollectedResource[] {
  const { name } = service;
  const repository = aws(place, "AWS::ECR::Repository", `ecr:repository/${name}`, name, { properties: { imageTagMutability: "IMMUTABLE", scanOnPush: true } });
  const role = aws(place, "AWS::IAM::Role", `iam::role/${name}-task`, `${name}-task`, {
    links: [...all("reads", [...(service.reads ?? []), ...(service.secrets ?? [])], "Policies[].Statement[].Resource"), ...all("writes", service.writes ?? [], "Policies[].Statement[].Resource")],
  });
  const definition = aws(place, "AWS::ECS::TaskDefinition", `ecs:task-definition/${name}:${service.version.replaceAll(".", "")}`, name, {
    state: "ACTIVE",
    properties: { cpu: 512, memoryMb: 1024, image: `${name}:${service.version}`, networkMode: "awsvpc" },
    links: [to("assumes", role, "taskRoleArn"), to("assumes", platform.execution, "executionRoleArn"), to("depends-on", repository, "containerDefinitions[].image"),
      ...all("reads", service.secrets ?? [], "containerDefinitions[].secrets[].valueFrom")],
  });
  const running = aws(place, "AWS::ECS::Service", `ecs:service/shop-apis/${name}`, name, {
    state: "ACTIVE",
    properties: { launchType: "FARGATE", desiredCount: service.desired, version: service.version },
    links: [inside(platform.cluster, "clusterArn"), to("depends-on", definition, "taskDefinition"), to("secured-by", platform.group, "networkConfiguration.securityGroups[]"),
      ...all("connects-to", network.app, "networkConfiguration.subnets[]"),
      ...all("connects-to", service.uses ?? [], "containerDefinitions[].environment").map((link) => ({ ...link, certainty: "derived" as const }))],
  });
  const targets = aws(place, "AWS::ElasticLoadBalancingV2::TargetGroup", `elasticloadbalancing:targetgroup/${name}/${balancerId(place, name)}`, name, {
    properties: { port: 3000, protocol: "HTTP", targetType: "ip" },
    links: [inside(network.vpc, "VpcId"), to("routes-to", running, "loadBalancers[].targetGroupArn"), from("routes-to", platform.shop.listener, "Rules[].Actions[].TargetGroupArn")],
  });
  return [repository, role, definition, running, targets];
}
