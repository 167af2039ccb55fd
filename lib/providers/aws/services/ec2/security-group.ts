import { paginateDescribeSecurityGroups } from "@aws-sdk/client-ec2";
import type { IpPermission, SecurityGroup } from "@aws-sdk/client-ec2";
import { internet } from "../../../../core/resource/collected";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { ec2ArnIn } from "../../collector";
import { properties, tagsOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

export const securityGroup = defineCollector<AwsSession, SecurityGroup>({
  id: "aws.ec2.security-group",
  type: "AWS::EC2::SecurityGroup",
  scope: "region",
  permissions: ["ec2:DescribeSecurityGroups"],
  async *list({ session, region, signal }) {
    const pages = paginateDescribeSecurityGroups({ client: session.clients.ec2(region), pageSize: 1000 }, {}, { abortSignal: signal });
    for await (const { SecurityGroups = [] } of pages) yield* SecurityGroups;
  },
  toResource(raw, context) {
    const id = required(raw.GroupId, "GroupId");
    const tags = tagsOf(raw.Tags);
    return {
      id: raw.SecurityGroupArn ?? ec2ArnIn(context, "security-group", id, raw.OwnerId),
      name: tags.Name || raw.GroupName || id,
      tags,
      properties: properties({
        groupId: id,
        groupName: raw.GroupName,
        description: raw.Description,
        ingress: raw.IpPermissions?.map(toRule),
        egress: raw.IpPermissionsEgress?.map(toRule),
      }),
    };
  },
  aliases: (raw) => [raw.GroupId],
  refs: (raw) => [
    raw.VpcId && { kind: "contains", target: raw.VpcId, path: "VpcId", direction: "in" },
    ...(raw.IpPermissions ?? []).flatMap(ingressRefs),
    ...(raw.IpPermissionsEgress ?? []).flatMap(egressRefs),
  ],
});

/** `fromPort` and `toPort` are null where the protocol has no ports or all are meant; protocol `-1` is every protocol. */
function toRule(rule: IpPermission) {
  return {
    protocol: rule.IpProtocol,
    fromPort: rule.FromPort ?? null,
    toPort: rule.ToPort ?? null,
    cidrBlocks: [...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp), ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6)],
    groups: rule.UserIdGroupPairs?.map(({ GroupId }) => GroupId),
    prefixLists: rule.PrefixListIds?.map(({ PrefixListId }) => PrefixListId),
  };
}

function ingressRefs(rule: IpPermission): Ref[] {
  const path = "IpPermissions[]";
  const open: Ref[] = [];
  if (rule.IpRanges?.some(({ CidrIp }) => CidrIp === "0.0.0.0/0")) open.push({ kind: "allows", target: internet, path: `${path}.IpRanges[].CidrIp`, direction: "in" });
  if (rule.Ipv6Ranges?.some(({ CidrIpv6 }) => CidrIpv6 === "::/0")) open.push({ kind: "allows", target: internet, path: `${path}.Ipv6Ranges[].CidrIpv6`, direction: "in" });
  return [...open, ...namedRefs(rule, path).map((ref): Ref => ({ ...ref, direction: "in" }))];
}

/** Every group starts with egress open to everybody: that is told in its properties and would only be noise as a line. */
function egressRefs(rule: IpPermission): Ref[] {
  return namedRefs(rule, "IpPermissionsEgress[]");
}

function namedRefs(rule: IpPermission, path: string): Ref[] {
  const groups = (rule.UserIdGroupPairs ?? []).flatMap(({ GroupId }): Ref[] =>
    GroupId ? [{ kind: "allows", target: GroupId, targetType: "AWS::EC2::SecurityGroup", path: `${path}.UserIdGroupPairs[].GroupId` }] : [],
  );
  // Most prefix lists are AWS's own: no box for those.
  const lists = (rule.PrefixListIds ?? []).flatMap(({ PrefixListId }): Ref[] =>
    PrefixListId ? [{ kind: "allows", target: PrefixListId, path: `${path}.PrefixListIds[].PrefixListId`, outside: false }] : [],
  );
  return [...groups, ...lists];
}
