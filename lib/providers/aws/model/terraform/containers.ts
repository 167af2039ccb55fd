import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { text } from "./attribute-text";
import { arnAt, box, end, joins, named, part } from "./row";
import { arnsIn, assumes, connectsTo, dependsOn, derived, encryptedBy, inside, picked, quietly, reads, refTo, reversed, securedBy } from "./refs";

const ecsCluster = "AWS::ECS::Cluster";
const eksCluster = "AWS::EKS::Cluster";
const repository = "AWS::ECR::Repository";

/** ECS, EKS and their registry. */
export const awsContainers: TerraformTypes = {
  aws_ecs_cluster: box(ecsCluster, [], { id: arnAt("id") }),
  aws_ecs_cluster_capacity_providers: part("cluster_name", "capacityProviders", [], ecsCluster),
  aws_ecs_capacity_provider: box("AWS::ECS::CapacityProvider", [reversed(refTo("managed-by", "auto_scaling_group_provider[].auto_scaling_group_arn"))]),
  aws_ecs_service: box("AWS::ECS::Service", [
    inside("cluster", ecsCluster),
    dependsOn("task_definition"),
    reversed(refTo("routes-to", "load_balancer[].target_group_arn")),
    reversed(refTo("routes-to", "load_balancer[].elb_name", "AWS::ElasticLoadBalancing::LoadBalancer")),
    connectsTo("network_configuration[].subnets[]"),
    securedBy("network_configuration[].security_groups[]"),
    dependsOn("service_registries[].registry_arn"),
  ], {
    id: arnAt("id"),
    // What auto scaling calls it.
    aliases: (attributes) => [`service/${(text(attributes, "cluster") ?? "").replace(/^.*\//, "")}/${text(attributes, "name") ?? ""}`],
  }),
  aws_ecs_task_definition: box("AWS::ECS::TaskDefinition", [
    assumes("task_role_arn"),
    assumes("execution_role_arn"),
    dependsOn("volume[].efs_volume_configuration[].file_system_id"),
    picked(quietly(dependsOn("container_definitions")), imagesIn),
    picked(quietly(reads("container_definitions")), (document) => arnsIn(document).filter((arn) => /:(secretsmanager|ssm):/.test(arn))),
  ], {
    ...named("family"),
    aliases: (attributes) => [text(attributes, "arn_without_revision"), `${text(attributes, "family") ?? ""}:${text(attributes, "revision") ?? ""}`].filter((alias) => alias !== null),
  }),
  aws_eks_cluster: box(eksCluster, [
    assumes("role_arn"),
    inside("vpc_config[].vpc_id"),
    connectsTo("vpc_config[].subnet_ids[]"),
    securedBy("vpc_config[].security_group_ids[]"),
    quietly(securedBy("vpc_config[].cluster_security_group_id")),
    encryptedBy("encryption_config[].provider[].key_arn"),
  ]),
  aws_eks_node_group: box("AWS::EKS::Nodegroup", [
    inside("cluster_name", eksCluster),
    assumes("node_role_arn"),
    connectsTo("subnet_ids[]"),
    dependsOn("launch_template[].id"),
    quietly(reversed(refTo("managed-by", "resources[].autoscaling_groups[].name", "AWS::AutoScaling::AutoScalingGroup"))),
  ], named("node_group_name")),
  aws_eks_fargate_profile: box("AWS::EKS::FargateProfile", [inside("cluster_name", eksCluster), assumes("pod_execution_role_arn"), connectsTo("subnet_ids[]")], named("fargate_profile_name")),
  aws_eks_addon: part("cluster_name", "addons", [assumes("service_account_role_arn")], eksCluster),
  aws_eks_access_entry: joins(end("principal_arn"), "depends-on", end("cluster_name", eksCluster)),
  aws_ecr_repository: box(repository, [encryptedBy("encryption_configuration[].kms_key")], { aliases: (attributes) => [text(attributes, "repository_url") ?? ""] }),
  aws_ecr_lifecycle_policy: part("repository", "lifecyclePolicy", [], repository),
  aws_ecr_repository_policy: part("repository", "policy", [derived(quietly(reversed(picked(refTo("allows", "policy"), arnsIn))))], repository),
};

/** Image addresses without their tag, as ECR gives a repository's. */
function imagesIn(definitions: string): string[] {
  const images = definitions.match(/\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/[A-Za-z0-9._/-]+/g) ?? [];
  return [...new Set(images)];
}
