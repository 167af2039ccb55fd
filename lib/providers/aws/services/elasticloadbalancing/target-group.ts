import { DescribeTargetHealthCommand, paginateDescribeTargetGroups } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { TargetGroup, TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import type { AwsContext } from "../../collector";
import { detail, withDetails } from "../../detail";
import { parseArn, awsArn } from "../../model/arn";
import { properties } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";
import { elbTags } from "./load-balancer";
import { networkInterfaceType, privateAddress } from "../ec2/network-interface";

interface WatchedTargetGroup {
  group: TargetGroup;
  /** undefined = could not be read. */
  targets: TargetHealthDescription[] | undefined;
  tags: Record<string, string> | undefined;
}

export const targetGroup = defineCollector<AwsSession, WatchedTargetGroup>({
  id: "aws.elasticloadbalancing.target-group",
  type: "AWS::ElasticLoadBalancingV2::TargetGroup",
  scope: "region",
  permissions: ["elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth", "elasticloadbalancing:DescribeTags"],
  parts: ["targets"],
  async *list(context) {
    const { session, region, signal } = context;
    const pages = paginateDescribeTargetGroups({ client: session.clients.elbv2(region), pageSize: 400 }, {}, { abortSignal: signal });
    for await (const { TargetGroups = [] } of pages) {
      const tags = await elbTags(context, TargetGroups.map(({ TargetGroupArn }) => TargetGroupArn));
      yield* withDetails(TargetGroups, async (group) => ({
        group,
        targets: await targetsOf(context, group),
        tags: tags?.get(group.TargetGroupArn ?? ""),
      }));
    }
  },
  toResource({ group: raw, targets, tags }) {
    const id = required(raw.TargetGroupArn, "TargetGroupArn");
    return {
      id,
      name: raw.TargetGroupName ?? id,
      ...(targets === undefined ? {} : { state: healthOf(targets) }),
      ...(tags === undefined ? {} : { tags }),
      properties: properties({
        targetType: raw.TargetType,
        protocol: raw.Protocol,
        port: raw.Port,
        healthCheck: raw.HealthCheckEnabled === false ? null : { protocol: raw.HealthCheckProtocol, port: raw.HealthCheckPort, path: raw.HealthCheckPath },
        targets: targets?.map(({ Target, TargetHealth }) => ({ id: Target?.Id, port: Target?.Port, health: TargetHealth?.State, reason: TargetHealth?.Reason })),
      }),
    };
  },
  refs: ({ group: raw }) => [raw.VpcId && { kind: "contains", target: raw.VpcId, path: "VpcId", direction: "in" }],
  partRefs: ({ group, targets = [] }) => ({ targets: targets.map((description) => targetRef(group, description)) }),
});

async function targetsOf(context: AwsContext, group: TargetGroup): Promise<TargetHealthDescription[] | undefined> {
  const client = context.session.clients.elbv2(context.region);
  const health = new DescribeTargetHealthCommand({ TargetGroupArn: group.TargetGroupArn });
  const answer = await detail(context, () => client.send(health, { abortSignal: context.signal }), "targets");
  return answer === undefined ? undefined : (answer?.TargetHealthDescriptions ?? []);
}

function healthOf(targets: readonly TargetHealthDescription[]): string {
  if (targets.length === 0) return "no targets";
  const healthy = targets.filter(({ TargetHealth }) => TargetHealth?.State === "healthy").length;
  return `${healthy} of ${targets.length} healthy`;
}

function targetRef({ TargetType, VpcId }: TargetGroup, { Target }: TargetHealthDescription): Ref | null {
  const id = Target?.Id;
  if (!id) return null;
  const ref: Ref = { kind: "routes-to", target: id, path: "TargetHealthDescriptions[].Target.Id" };
  // `all` marks an address outside the VPC, such as a server on premises.
  if (TargetType === "ip" && VpcId && Target.AvailabilityZone !== "all") {
    return { ...ref, target: privateAddress(VpcId, id), targetType: networkInterfaceType, outside: false };
  }
  return TargetType === "lambda" ? { ...ref, target: unqualified(id) } : ref;
}

/** A function's ARN without version or alias: `…:function:name`. */
function unqualified(arn: string): string {
  const parsed = parseArn(arn);
  return parsed === null ? arn : awsArn({ ...parsed, resource: parsed.resource.split(":").slice(0, 2).join(":") });
}
