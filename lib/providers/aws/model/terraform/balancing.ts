import type { TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { box, end, joins, named, part, regionalId } from "./row";
import { connectsTo, dependsOn, inside, routesTo, securedBy } from "./refs";

const actionTargets = (block: string): readonly TerraformRef[] => [
  routesTo(`${block}[].target_group_arn`),
  routesTo(`${block}[].forward[].target_group[].arn`),
  dependsOn(`${block}[].authenticate_cognito[].user_pool_arn`),
];

const loadBalancer = box("AWS::ElasticLoadBalancingV2::LoadBalancer", [
  inside("vpc_id"),
  connectsTo("subnets[]"),
  connectsTo("subnet_mapping[].subnet_id"),
  securedBy("security_groups[]"),
  { path: "access_logs[].bucket", kind: "writes", targetType: "AWS::S3::Bucket" },
]);

const listener = box("AWS::ElasticLoadBalancingV2::Listener", [inside("load_balancer_arn"), ...actionTargets("default_action"), dependsOn("certificate_arn")], {
  name: ({ protocol, port }) => [protocol, port].filter((word) => typeof word === "string" || typeof word === "number").join(" ") || null,
});

const targetGroup = box("AWS::ElasticLoadBalancingV2::TargetGroup", [inside("vpc_id")]);
const attachment = joins(end("target_group_arn"), "routes-to", end("target_id"));

/** Load balancers of both generations. */
export const awsBalancing: TerraformTypes = {
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  aws_lb_listener: listener,
  aws_alb_listener: listener,
  aws_lb_listener_rule: part("listener_arn", "rules", actionTargets("action")),
  aws_lb_listener_certificate: joins(end("listener_arn"), "depends-on", end("certificate_arn")),
  aws_lb_target_group: targetGroup,
  aws_alb_target_group: targetGroup,
  aws_lb_target_group_attachment: attachment,
  aws_alb_target_group_attachment: attachment,
  aws_elb: box("AWS::ElasticLoadBalancing::LoadBalancer", [routesTo("instances[]"), connectsTo("subnets[]"), securedBy("security_groups[]"), dependsOn("listener[].ssl_certificate_id")], { id: regionalId("elasticloadbalancing", "loadbalancer/", "name"), ...named("name") }),
  aws_elb_attachment: joins(end("elb", "AWS::ElasticLoadBalancing::LoadBalancer"), "routes-to", end("instance")),
  aws_globalaccelerator_accelerator: box("AWS::GlobalAccelerator::Accelerator"),
  aws_globalaccelerator_listener: part("accelerator_arn", "listeners"),
  aws_globalaccelerator_endpoint_group: {
    as: "fragment",
    owner: end("listener_arn", undefined, (arn) => [arn.replace(/\/listener\/.*$/, "")]),
    property: "endpoints",
    refs: [routesTo("endpoint_configuration[].endpoint_id")],
  },
};
