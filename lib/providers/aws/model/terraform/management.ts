import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { text } from "./attribute-text";
import { arnAt, box, end, joins, named, part, regionalId } from "./row";
import { arnsOnly, assumes, connectsTo, dependsOn, encryptedBy, inside, invokes, picked, quietly, reads, securedBy, writes } from "./refs";

const logGroup = "AWS::Logs::LogGroup";
const bucket = "AWS::S3::Bucket";

/** Watching, building and describing what runs. */
export const awsManagement: TerraformTypes = {
  aws_cloudwatch_log_group: box(logGroup, [encryptedBy("kms_key_id")], { ...named("name"), id: (attributes) => text(attributes, "arn")?.replace(/:\*$/, "") ?? null }),
  aws_cloudwatch_log_stream: part("log_group_name", "streams", [], logGroup),
  aws_cloudwatch_log_metric_filter: part("log_group_name", "metricFilters", [], logGroup),
  aws_cloudwatch_log_subscription_filter: joins(end("log_group_name", logGroup), "writes", end("destination_arn")),
  aws_cloudwatch_metric_alarm: box("AWS::CloudWatch::Alarm", ["alarm_actions[]", "ok_actions[]", "insufficient_data_actions[]"].map((path) => picked(quietly(invokes(path)), arnsOnly)), named("alarm_name")),
  aws_cloudwatch_composite_alarm: box("AWS::CloudWatch::CompositeAlarm", [picked(quietly(invokes("alarm_actions[]")), arnsOnly)], named("alarm_name")),
  aws_cloudwatch_dashboard: box("AWS::CloudWatch::Dashboard", [], { ...named("dashboard_name"), id: arnAt("dashboard_arn") }),
  aws_cloudtrail: box("AWS::CloudTrail::Trail", [writes("s3_bucket_name", bucket), picked(writes("cloud_watch_logs_group_arn"), (arn) => [arn.replace(/:\*$/, "")]), assumes("cloud_watch_logs_role_arn"), encryptedBy("kms_key_id")], named("name")),
  aws_config_configuration_recorder: box("AWS::Config::ConfigurationRecorder", [assumes("role_arn")], { ...named("name"), id: regionalId("config", "configuration-recorder/", "name") }),
  aws_config_delivery_channel: box("AWS::Config::DeliveryChannel", [writes("s3_bucket_name", bucket), quietly(writes("sns_topic_arn"))], { ...named("name"), id: regionalId("config", "delivery-channel/", "name") }),
  aws_cloudformation_stack: box("AWS::CloudFormation::Stack", [assumes("iam_role_arn")], { ...named("name"), id: arnAt("id") }),
  aws_codebuild_project: box("AWS::CodeBuild::Project", [assumes("service_role"), inside("vpc_config[].vpc_id"), connectsTo("vpc_config[].subnets[]"), securedBy("vpc_config[].security_group_ids[]"), encryptedBy("encryption_key")], named("name")),
  aws_codepipeline: box("AWS::CodePipeline::Pipeline", [assumes("role_arn"), writes("artifact_store[].location", bucket)], named("name")),
  aws_codedeploy_app: box("AWS::CodeDeploy::Application", [], named("name")),
  aws_ssm_document: box("AWS::SSM::Document", [], { ...named("name"), id: regionalId("ssm", "document/", "name") }),
  aws_resourcegroups_group: box("AWS::ResourceGroups::Group", [], named("name")),
  // Who is asked, where, and what the provider offers: no things of the estate.
  aws_caller_identity: { as: "hidden" },
  aws_region: { as: "hidden" },
  aws_partition: { as: "hidden" },
  aws_availability_zone: { as: "hidden" },
  aws_availability_zones: { as: "hidden" },
  aws_canonical_user_id: { as: "hidden" },
  aws_default_tags: { as: "hidden" },
  aws_iam_policy_document: { as: "hidden" },
  aws_iam_session_context: { as: "hidden" },
  aws_iam_account_alias: { as: "hidden" },
  aws_iam_account_password_policy: { as: "hidden" },
  aws_ip_ranges: { as: "hidden" },
  aws_elb_service_account: { as: "hidden" },
  aws_billing_service_account: { as: "hidden" },
  aws_ecr_authorization_token: { as: "hidden" },
  aws_eks_cluster_auth: { as: "hidden" },
  aws_ec2_instance_type: { as: "hidden" },
  aws_ec2_instance_type_offerings: { as: "hidden" },
};

/** Data in bulk: catalogues, jobs and queries. */
export const awsAnalytics: TerraformTypes = {
  aws_glue_catalog_database: box("AWS::Glue::Database", [], named("name")),
  aws_glue_catalog_table: box("AWS::Glue::Table", [inside("database_name", "AWS::Glue::Database")], named("name")),
  aws_glue_crawler: box("AWS::Glue::Crawler", [assumes("role", "AWS::IAM::Role"), writes("database_name", "AWS::Glue::Database"), picked(quietly(reads("s3_target[].path", bucket)), bucketOf)], named("name")),
  aws_glue_job: box("AWS::Glue::Job", [assumes("role_arn")], named("name")),
  aws_athena_workgroup: box("AWS::Athena::WorkGroup", [picked(quietly(writes("configuration[].result_configuration[].output_location", bucket)), bucketOf)], named("name")),
  aws_athena_database: box("AWS::Glue::Database", [quietly(reads("bucket", bucket))], { ...named("name"), id: regionalId("glue", "database/", "name") }),
  aws_athena_named_query: part("database", "namedQueries", [], "AWS::Glue::Database"),
  aws_emr_cluster: box("AWS::EMR::Cluster", [inside("ec2_attributes[].subnet_id"), securedBy("ec2_attributes[].emr_managed_master_security_group"), assumes("service_role", "AWS::IAM::Role"), quietly(assumes("ec2_attributes[].instance_profile"))], named("name")),
  aws_sagemaker_notebook_instance: box("AWS::SageMaker::NotebookInstance", [inside("subnet_id"), securedBy("security_groups[]"), assumes("role_arn"), encryptedBy("kms_key_id")], named("name")),
  aws_sagemaker_endpoint: box("AWS::SageMaker::Endpoint", [dependsOn("endpoint_config_name", "AWS::SageMaker::EndpointConfig")], named("name")),
  aws_sagemaker_endpoint_configuration: box("AWS::SageMaker::EndpointConfig", [dependsOn("production_variants[].model_name", "AWS::SageMaker::Model")], named("name")),
  aws_sagemaker_model: box("AWS::SageMaker::Model", [assumes("execution_role_arn"), connectsTo("vpc_config[].subnets[]"), securedBy("vpc_config[].security_group_ids[]")], named("name")),
};

/** Auto scaling of what is not an EC2 group: `service/shop/web`, `table/orders`. */
export const awsScaling: TerraformTypes = {
  aws_appautoscaling_target: part("resource_id", "scalingTarget"),
  aws_appautoscaling_policy: part("resource_id", "scalingPolicies"),
  aws_appautoscaling_scheduled_action: part("resource_id", "scalingSchedules"),
};

function bucketOf(address: string): string[] {
  const name = /^s3:\/\/([^/]+)/.exec(address)?.[1];
  return name === undefined ? [] : [name];
}
