import { DescribeTagsCommand, paginateDescribeLoadBalancers } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { LoadBalancer } from "@aws-sdk/client-elastic-load-balancing-v2";
import { nameAlias } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import type { AwsContext } from "../../collector";
import { detail } from "../../detail";
import { placedIn, securedBy } from "../../placement-refs";
import { properties, tagsOf, timeOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";

const type = "AWS::ElasticLoadBalancingV2::LoadBalancer";

interface TaggedLoadBalancer {
  balancer: LoadBalancer;
  /** undefined = could not be read. */
  tags: Record<string, string> | undefined;
}

export const loadBalancer = defineCollector<AwsSession, TaggedLoadBalancer>({
  id: "aws.elasticloadbalancing.load-balancer",
  type,
  scope: "region",
  permissions: ["elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTags"],
  async *list(context) {
    for await (const page of loadBalancerPages(context)) {
      const tags = await elbTags(context, page.map(({ LoadBalancerArn }) => LoadBalancerArn));
      for (const balancer of page) yield { balancer, tags: tags?.get(balancer.LoadBalancerArn ?? "") };
    }
  },
  toResource({ balancer: raw, tags }) {
    const id = required(raw.LoadBalancerArn, "LoadBalancerArn");
    return {
      id,
      name: raw.LoadBalancerName ?? id,
      state: raw.State?.Code ?? null,
      ...(tags === undefined ? {} : { tags }),
      createdAt: timeOf(raw.CreatedTime),
      properties: properties({
        kind: raw.Type,
        scheme: raw.Scheme,
        dnsName: raw.DNSName,
        ipAddressType: raw.IpAddressType,
        zones: raw.AvailabilityZones?.map(({ ZoneName }) => ZoneName),
      }),
    };
  },
  aliases: ({ balancer: raw }) => {
    const host = raw.DNSName?.toLowerCase();
    return [host, host && `dualstack.${host}`, raw.LoadBalancerName && nameAlias(type, raw.LoadBalancerName)];
  },
  refs: ({ balancer: raw }) => [
    ...placedIn(
      { ids: (raw.AvailabilityZones ?? []).map(({ SubnetId }) => SubnetId), path: "AvailabilityZones[].SubnetId" },
      { id: raw.VpcId, path: "VpcId" },
    ),
    ...securedBy(raw.SecurityGroups, "SecurityGroups[]"),
  ],
});

/** Also asked for by the listeners, which AWS lists one load balancer at a time. */
export async function* loadBalancerPages({ session, region, signal }: AwsContext): AsyncGenerator<LoadBalancer[]> {
  const pages = paginateDescribeLoadBalancers({ client: session.clients.elbv2(region), pageSize: 400 }, {}, { abortSignal: signal });
  for await (const { LoadBalancers = [] } of pages) yield LoadBalancers;
}

/** Tags by ARN, 20 at a time (the API's limit); undefined when they could not be read. */
export async function elbTags(context: AwsContext, arns: readonly (string | undefined)[]): Promise<Map<string, Record<string, string>> | undefined> {
  const wanted = arns.filter((arn): arn is string => Boolean(arn));
  const client = context.session.clients.elbv2(context.region);
  const tags = new Map<string, Record<string, string>>();
  for (let start = 0; start < wanted.length; start += 20) {
    const answer = await detail(context, () =>
      client.send(new DescribeTagsCommand({ ResourceArns: wanted.slice(start, start + 20) }), { abortSignal: context.signal }),
    );
    if (answer === undefined) return undefined;
    for (const { ResourceArn, Tags } of answer?.TagDescriptions ?? []) if (ResourceArn) tags.set(ResourceArn, tagsOf(Tags));
  }
  return tags;
}
