import { awsArn } from "../../model/arn";
import type { Ref } from "../../../../core/resource/collected";

interface Place {
  partition: string;
  region: string;
  account: string;
}

const path = "Description";

/**
 * AWS makes interfaces on behalf of its services and says for whom only in the description; the forms are those AWS writes
 * ("Interface for NAT Gateway nat-…", "ELB app/name/id", "AWS Lambda VPC ENI-name-uuid"). null when it is none of them.
 */
export function interfaceOwner(description: string, { partition, region, account }: Place): Ref | null {
  const managed = (target: string, targetType?: string): Ref => ({ kind: "managed-by", target, path, certainty: "derived", ...(targetType === undefined ? {} : { targetType }) });

  const nat = /^Interface for NAT Gateway (nat-[0-9a-f]+)$/.exec(description)?.[1];
  if (nat !== undefined) return managed(nat);

  const balancer = /^ELB ((?:app|net|gwy)\/[^/\s]+\/[0-9a-f]+)$/.exec(description)?.[1];
  if (balancer !== undefined) return managed(awsArn({ partition, service: "elasticloadbalancing", region, account, resource: `loadbalancer/${balancer}` }));

  const classic = /^ELB ([^/\s]+)$/.exec(description)?.[1];
  if (classic !== undefined) return managed(classic, "AWS::ElasticLoadBalancing::LoadBalancer");

  const endpoint = /^VPC Endpoint Interface (vpce-[0-9a-f]+)$/.exec(description)?.[1];
  if (endpoint !== undefined) return managed(endpoint);

  const lambda = /^AWS Lambda VPC ENI-(.+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(description)?.[1];
  if (lambda !== undefined) return managed(lambda, "AWS::Lambda::Function");

  const mount = /^EFS mount target for (fs-[0-9a-f]+)/.exec(description)?.[1];
  if (mount !== undefined) return managed(mount);

  const search = /^ES ([a-z][a-z0-9-]+)$/.exec(description)?.[1];
  return search === undefined ? null : managed(search, "AWS::OpenSearchService::Domain");
}
