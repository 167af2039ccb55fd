import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { text } from "./attribute-text";
import { box, ec2Id, end, joins, named, part } from "./row";
import { assumes, connectsTo, dependsOn, encryptedBy, inside, picked, quietly, refTo, reversed, routesTo, securedBy, withoutWildcard } from "./refs";

const instanceProfile = "AWS::IAM::InstanceProfile";
const lambda = "AWS::Lambda::Function";
const group = "AWS::AutoScaling::AutoScalingGroup";

// Most images are public: one that nobody listed is no part of the estate.
const image = quietly(dependsOn("ami"));

const instanceRefs = [
  inside("subnet_id"),
  securedBy("vpc_security_group_ids[]"),
  // Disks made with the machine are no resources of the state: drawn only where something lists them.
  quietly(dependsOn("root_block_device[].volume_id")),
  quietly(dependsOn("ebs_block_device[].volume_id")),
  assumes("iam_instance_profile", instanceProfile),
  image,
  dependsOn("launch_template[].id"),
];

const launchRefs = [
  quietly(dependsOn("image_id")),
  securedBy("vpc_security_group_ids[]"),
  securedBy("security_groups[]"),
  securedBy("network_interfaces[].security_groups[]"),
  assumes("iam_instance_profile[].arn"),
  assumes("iam_instance_profile[].name", instanceProfile),
];

/** Machines, their disks and images, and what starts them. */
export const awsCompute: TerraformTypes = {
  aws_instance: box("AWS::EC2::Instance", [...instanceRefs, dependsOn("network_interface[].network_interface_id")], { id: ec2Id("instance"), state: (attributes) => text(attributes, "instance_state") }),
  aws_spot_instance_request: box("AWS::EC2::Instance", instanceRefs, {
    id: ec2Id("instance", "spot_instance_id"),
    aliases: (attributes) => [text(attributes, "spot_instance_id") ?? ""],
    state: (attributes) => text(attributes, "instance_state"),
  }),
  aws_ebs_volume: box("AWS::EC2::Volume", [encryptedBy("kms_key_id"), quietly(dependsOn("snapshot_id"))], { id: ec2Id("volume") }),
  aws_volume_attachment: joins(end("instance_id"), "depends-on", end("volume_id")),
  aws_ebs_snapshot: box("AWS::EC2::Snapshot", [reversed(refTo("backs-up-to", "volume_id")), encryptedBy("kms_key_id")], { id: ec2Id("snapshot") }),
  aws_ami: box("AWS::EC2::Image", [quietly(dependsOn("ebs_block_device[].snapshot_id"))], { id: ec2Id("image") }),
  aws_ami_copy: box("AWS::EC2::Image", [quietly(dependsOn("source_ami_id")), encryptedBy("kms_key_id")], { id: ec2Id("image") }),
  aws_launch_template: box("AWS::EC2::LaunchTemplate", launchRefs, { id: ec2Id("launch-template"), ...named("name") }),
  aws_launch_configuration: box("AWS::AutoScaling::LaunchConfiguration", [...launchRefs, assumes("iam_instance_profile", instanceProfile)], named("name")),
  aws_autoscaling_group: box(group, [
    connectsTo("vpc_zone_identifier[]"),
    dependsOn("launch_template[].id"),
    dependsOn("mixed_instances_policy[].launch_template[].launch_template_specification[].launch_template_id"),
    dependsOn("launch_configuration", "AWS::AutoScaling::LaunchConfiguration"),
    reversed(refTo("routes-to", "target_group_arns[]")),
    reversed(refTo("routes-to", "load_balancers[]", "AWS::ElasticLoadBalancing::LoadBalancer")),
  ], named("name")),
  aws_autoscaling_attachment: joins(end(["lb_target_group_arn", "alb_target_group_arn", "elb"]), "routes-to", end("autoscaling_group_name", group)),
  aws_autoscaling_policy: part("autoscaling_group_name", "scalingPolicies", [], group),
  aws_autoscaling_schedule: part("autoscaling_group_name", "schedules", [], group),
  aws_autoscaling_lifecycle_hook: part("autoscaling_group_name", "lifecycleHooks", [assumes("role_arn")], group),
  aws_key_pair: box("AWS::EC2::KeyPair", [], { id: ec2Id("key-pair", "key_pair_id"), ...named("key_name") }),
  aws_placement_group: box("AWS::EC2::PlacementGroup", [], { id: ec2Id("placement-group", "name") }),
  aws_elastic_beanstalk_application: box("AWS::ElasticBeanstalk::Application"),
  aws_elastic_beanstalk_environment: box("AWS::ElasticBeanstalk::Environment", [
    inside("application", "AWS::ElasticBeanstalk::Application"),
    reversed(refTo("managed-by", "autoscaling_groups[]", group)),
  ]),
  aws_batch_compute_environment: box("AWS::Batch::ComputeEnvironment", [assumes("service_role"), connectsTo("compute_resources[].subnets[]"), securedBy("compute_resources[].security_group_ids[]"), dependsOn("ecs_cluster_arn")], named("compute_environment_name", "name")),
  aws_batch_job_queue: box("AWS::Batch::JobQueue", [dependsOn("compute_environments[]"), dependsOn("compute_environment_order[].compute_environment")]),
};

/** Functions and what calls them. */
export const awsFunctions: TerraformTypes = {
  aws_lambda_function: box(lambda, [
    assumes("role"),
    inside("vpc_config[].vpc_id"),
    connectsTo("vpc_config[].subnet_ids[]"),
    securedBy("vpc_config[].security_group_ids[]"),
    routesTo("dead_letter_config[].target_arn"),
    encryptedBy("kms_key_arn"),
    dependsOn("file_system_config[].arn"),
    picked(quietly(dependsOn("layers[]")), (layer) => [layer.replace(/:\d+$/, "")]),
    { path: "image_uri", kind: "depends-on", outside: false, pick: (uri) => [uri.replace(/[:@][^/]*$/, "")] },
    quietly(dependsOn("s3_bucket", "AWS::S3::Bucket")),
  ], named("function_name")),
  aws_lambda_alias: part("function_name", "aliases", [], lambda),
  aws_lambda_function_url: part("function_name", "url", [], lambda),
  aws_lambda_function_event_invoke_config: part("function_name", "asyncInvocation", [routesTo("destination_config[].on_failure[].destination"), routesTo("destination_config[].on_success[].destination")], lambda),
  aws_lambda_provisioned_concurrency_config: part("function_name", "provisionedConcurrency", [], lambda),
  aws_lambda_permission: joins(end("source_arn", undefined, invokerOf), "invokes", end("function_name", lambda)),
  aws_lambda_event_source_mapping: joins(end(["event_source_arn", "self_managed_event_source[].endpoints.KAFKA_BOOTSTRAP_SERVERS"]), "invokes", end(["function_arn", "function_name"], lambda)),
  aws_lambda_layer_version: box("AWS::Lambda::LayerVersion", [], { ...named("layer_name"), aliases: (attributes) => [text(attributes, "layer_arn") ?? ""] }),
};

/** `arn:aws:execute-api:eu-west-1:1:a1b2c3/*` → the API's id; another ARN without its wildcard. */
function invokerOf(arn: string): string[] {
  const api = /^arn:[^:]+:execute-api:[^:]*:[^:]*:([^/*]+)/.exec(arn)?.[1];
  return [api ?? withoutWildcard(arn)];
}
