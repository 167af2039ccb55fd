import { paginateDescribeListeners, paginateDescribeRules } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Action, Listener, LoadBalancer, Rule } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import type { AwsContext } from "../../collector";
import { detail, withDetails } from "../../detail";
import { properties } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";
import { loadBalancerPages } from "./load-balancer";

interface RuledListener {
  listener: Listener;
  /** Without the default rule, which is the listener's own actions. undefined = could not be read. */
  rules: Rule[] | undefined;
}

export const listener = defineCollector<AwsSession, RuledListener>({
  id: "aws.elasticloadbalancing.listener",
  type: "AWS::ElasticLoadBalancingV2::Listener",
  scope: "region",
  permissions: ["elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeRules"],
  parts: ["rules"],
  async *list(context) {
    for await (const page of loadBalancerPages(context)) {
      for await (const listeners of withDetails(page, (balancer) => listenersOf(context, balancer))) yield* listeners;
    }
  },
  toResource({ listener: raw, rules }) {
    const id = required(raw.ListenerArn, "ListenerArn");
    return {
      id,
      name: [raw.Protocol, raw.Port].filter((part) => part !== undefined).join(" ") || id,
      properties: properties({
        protocol: raw.Protocol,
        port: raw.Port,
        sslPolicy: raw.SslPolicy,
        defaultActions: raw.DefaultActions?.map(({ Type }) => Type),
        rules: rules?.map(({ Priority, Conditions, Actions }) => ({
          priority: Priority,
          conditions: Conditions?.map(({ Field, Values }) => ({ field: Field, values: Values })),
          actions: Actions?.map(({ Type }) => Type),
        })),
      }),
    };
  },
  refs: ({ listener: raw }) => [
    raw.LoadBalancerArn && { kind: "contains", target: raw.LoadBalancerArn, path: "LoadBalancerArn", direction: "in" },
    ...(raw.DefaultActions ?? []).flatMap((action) => actionRefs(action, "DefaultActions[]")),
    ...(raw.Certificates ?? []).map(({ CertificateArn }): Ref | undefined =>
      CertificateArn === undefined ? undefined : { kind: "depends-on", target: CertificateArn, path: "Certificates[].CertificateArn" },
    ),
  ],
  partRefs: ({ rules = [] }) => ({
    rules: rules.flatMap(({ Actions = [] }) => Actions.flatMap((action) => actionRefs(action, "Rules[].Actions[]"))),
  }),
});

async function listenersOf(context: AwsContext, balancer: LoadBalancer): Promise<RuledListener[]> {
  const client = context.session.clients.elbv2(context.region);
  const pages = paginateDescribeListeners({ client, pageSize: 400 }, { LoadBalancerArn: balancer.LoadBalancerArn }, { abortSignal: context.signal });
  const found: RuledListener[] = [];
  for await (const { Listeners = [] } of pages) {
    for (const item of Listeners) {
      // Only application load balancers have rules beside the default action.
      found.push({ listener: item, rules: balancer.Type === "application" ? await rulesOf(context, item) : [] });
    }
  }
  return found;
}

async function rulesOf(context: AwsContext, item: Listener): Promise<Rule[] | undefined> {
  const client = context.session.clients.elbv2(context.region);
  const rules = await detail(context, async () => {
    const found: Rule[] = [];
    const pages = paginateDescribeRules({ client, pageSize: 400 }, { ListenerArn: item.ListenerArn }, { abortSignal: context.signal });
    for await (const { Rules = [] } of pages) found.push(...Rules.filter(({ IsDefault }) => !IsDefault));
    return found;
  }, "rules");
  return rules === null ? [] : rules;
}

/** A forward to one target group is told twice by AWS, in `TargetGroupArn` and in `ForwardConfig`: the edge is the same. */
function actionRefs({ TargetGroupArn, ForwardConfig, AuthenticateCognitoConfig }: Action, path: string): Ref[] {
  const refs: Ref[] = [];
  if (TargetGroupArn) refs.push({ kind: "routes-to", target: TargetGroupArn, path: `${path}.TargetGroupArn` });
  for (const { TargetGroupArn: arn } of ForwardConfig?.TargetGroups ?? []) {
    if (arn) refs.push({ kind: "routes-to", target: arn, path: `${path}.ForwardConfig.TargetGroups[].TargetGroupArn` });
  }
  const pool = AuthenticateCognitoConfig?.UserPoolArn;
  if (pool) refs.push({ kind: "depends-on", target: pool, path: `${path}.AuthenticateCognitoConfig.UserPoolArn` });
  return refs;
}
