import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { awsArn } from "../arn";
import { text } from "./attribute-text";
import { box, end, global, joins, named } from "./row";
import { arnsOnly, connectsTo, dependsOn, derived, hostName, inside, invokes, picked, quietly, routesTo, securedBy, writes } from "./refs";

const zone = "AWS::Route53::HostedZone";

/** Names and edge locations: how the outside world finds what runs inside. */
export const awsDelivery: TerraformTypes = {
  aws_cloudfront_distribution: box("AWS::CloudFront::Distribution", [
    picked(routesTo("origin[].domain_name"), hostName),
    dependsOn("viewer_certificate[].acm_certificate_arn"),
    dependsOn("viewer_certificate[].iam_certificate_id"),
    picked(securedBy("web_acl_id"), arnsOnly),
    invokes("default_cache_behavior[].lambda_function_association[].lambda_arn"),
    invokes("ordered_cache_behavior[].lambda_function_association[].lambda_arn"),
    dependsOn("default_cache_behavior[].function_association[].function_arn"),
    quietly(dependsOn("origin[].origin_access_control_id")),
    quietly(dependsOn("origin[].s3_origin_config[].origin_access_identity")),
    picked(writes("logging_config[].bucket"), hostName),
  ], { name: (attributes) => firstOf(attributes.aliases) ?? text(attributes, "domain_name"), state: (attributes) => text(attributes, "status") }),
  aws_cloudfront_origin_access_control: box("AWS::CloudFront::OriginAccessControl", [], { ...global, ...named("name") }),
  aws_cloudfront_function: box("AWS::CloudFront::Function", [], { ...global, ...named("name") }),
  aws_route53_zone: box(zone, [connectsTo("vpc[].vpc_id")], {
    ...named("name"),
    ...global,
    id: (attributes, context) => text(attributes, "arn") ?? awsArn({ partition: context.partition, service: "route53", resource: `hostedzone/${text(attributes, "zone_id") ?? text(attributes, "id") ?? ""}` }),
    aliases: (attributes) => [text(attributes, "zone_id") ?? ""],
  }),
  aws_route53_zone_association: joins(end("zone_id"), "connects-to", end("vpc_id")),
  aws_route53_record: box("AWS::Route53::RecordSet", [
    inside("zone_id"),
    picked(routesTo("alias[].name"), hostName),
    derived(quietly(picked(routesTo("records[]"), (value) => (/^[\d.]+$/.test(value) ? [value] : hostName(value))))),
    dependsOn("health_check_id"),
  ], { ...global, ...named("fqdn", "name"), id: recordId, aliases: (attributes) => [text(attributes, "fqdn") ?? ""] }),
  aws_route53_health_check: box("AWS::Route53::HealthCheck", [], { ...global, ...named("fqdn", "reference_name", "id") }),
  aws_service_discovery_private_dns_namespace: box("AWS::ServiceDiscovery::PrivateDnsNamespace", [inside("vpc"), dependsOn("hosted_zone")], named("name")),
  aws_service_discovery_service: box("AWS::ServiceDiscovery::Service", [inside("dns_config[].namespace_id")], named("name")),
};

/** Route 53 has no ARN for records; this one starts with their zone's. */
function recordId(attributes: Parameters<typeof text>[0], context: { partition: string }): string | null {
  const [zoneId, name, type] = [text(attributes, "zone_id"), text(attributes, "fqdn") ?? text(attributes, "name"), text(attributes, "type")];
  if (zoneId === null || name === null || type === null) return null;
  const variant = text(attributes, "set_identifier");
  return awsArn({ partition: context.partition, service: "route53", resource: `hostedzone/${zoneId}/recordset/${name}/${type}${variant === null ? "" : `/${variant}`}` });
}

function firstOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  return typeof first === "string" ? first : null;
}
