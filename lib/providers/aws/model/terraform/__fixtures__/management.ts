import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { at, edge, iam, partOf, withArn, without } from "./fixture";

const role = iam("role/app/web");

export const managementFixtures: TerraformFixtures = {
  aws_cloudwatch_log_group: withArn("AWS::Logs::LogGroup", at("logs", "log-group:/shop/web"), "/shop/web", { id: "/shop/web", name: "/shop/web", kms_key_id: at("kms", "key/1a") }, ["this encrypted-by aws_kms_key"]),
  aws_cloudwatch_log_stream: partOf("aws_cloudwatch_log_group", { id: "one", name: "one", log_group_name: "/shop/web" }),
  aws_cloudwatch_log_metric_filter: partOf("aws_cloudwatch_log_group", { id: "errors", name: "errors", log_group_name: "/shop/web" }),
  aws_cloudwatch_log_subscription_filter: edge("aws_cloudwatch_log_group writes aws_kinesis_stream", { id: "cwlsf-1", log_group_name: "/shop/web", destination_arn: at("kinesis", "stream/events") }),
  aws_cloudwatch_metric_alarm: withArn("AWS::CloudWatch::Alarm", at("cloudwatch", "alarm:cpu"), "cpu", { id: "cpu", alarm_name: "cpu", alarm_actions: [at("sns", "alerts")], dimensions: { InstanceId: "i-0a1" } }, ["this invokes aws_sns_topic"]),
  aws_cloudwatch_composite_alarm: withArn("AWS::CloudWatch::CompositeAlarm", at("cloudwatch", "alarm:all"), "all", { alarm_name: "all", alarm_actions: [at("sns", "alerts")] }, ["this invokes aws_sns_topic"]),
  aws_cloudwatch_dashboard: without("AWS::CloudWatch::Dashboard", "arn:aws:cloudwatch::111122223333:dashboard/ops", "ops", { dashboard_name: "ops", dashboard_arn: "arn:aws:cloudwatch::111122223333:dashboard/ops" }),
  aws_cloudtrail: withArn("AWS::CloudTrail::Trail", at("cloudtrail", "trail/audit"), "audit", { name: "audit", s3_bucket_name: "shop-logs", cloud_watch_logs_group_arn: at("logs", "log-group:/shop/web:*"), cloud_watch_logs_role_arn: role, kms_key_id: at("kms", "key/1a") }, ["this writes aws_s3_bucket#logs", "this writes aws_cloudwatch_log_group", "this assumes aws_iam_role", "this encrypted-by aws_kms_key"]),
  aws_config_configuration_recorder: without("AWS::Config::ConfigurationRecorder", at("config", "configuration-recorder/default"), "default", { id: "default", name: "default", role_arn: role }, ["this assumes aws_iam_role"]),
  aws_config_delivery_channel: without("AWS::Config::DeliveryChannel", at("config", "delivery-channel/default"), "default", { id: "default", name: "default", s3_bucket_name: "shop-logs" }, ["this writes aws_s3_bucket#logs"]),
  aws_cloudformation_stack: without("AWS::CloudFormation::Stack", at("cloudformation", "stack/base/1a"), "base", { id: at("cloudformation", "stack/base/1a"), name: "base", parameters: { Size: "large" } }),
  aws_codebuild_project: withArn("AWS::CodeBuild::Project", at("codebuild", "project/build"), "build", { id: at("codebuild", "project/build"), name: "build", service_role: role, vpc_config: [{ vpc_id: "vpc-0a1", subnets: ["subnet-0a1"], security_group_ids: ["sg-0a1"] }] }, ["this assumes aws_iam_role", "aws_vpc contains this", "this connects-to aws_subnet"]),
  aws_codepipeline: withArn("AWS::CodePipeline::Pipeline", at("codepipeline", "ship"), "ship", { id: "ship", name: "ship", role_arn: role, artifact_store: [{ location: "shop-logs", type: "S3" }] }, ["this assumes aws_iam_role", "this writes aws_s3_bucket#logs"]),
  aws_codedeploy_app: withArn("AWS::CodeDeploy::Application", at("codedeploy", "application:web"), "web", { id: "1a:web", name: "web" }),
  aws_ssm_document: withArn("AWS::SSM::Document", at("ssm", "document/patch"), "patch", { id: "patch", name: "patch" }),
  aws_resourcegroups_group: withArn("AWS::ResourceGroups::Group", at("resource-groups", "group/shop"), "shop", { id: "shop", name: "shop" }),
  aws_appautoscaling_target: partOf("aws_ecs_service", { id: "service/shop/web", resource_id: "service/shop/web", max_capacity: 8 }),
  aws_appautoscaling_policy: partOf("aws_ecs_service", { id: "cpu", name: "cpu", resource_id: "service/shop/web" }),
  aws_appautoscaling_scheduled_action: partOf("aws_dynamodb_table", { id: "night", resource_id: "table/orders" }),
};

export const analyticsFixtures: TerraformFixtures = {
  aws_glue_catalog_database: withArn("AWS::Glue::Database", at("glue", "database/lake"), "lake", { id: "111122223333:lake", name: "lake" }),
  aws_glue_catalog_table: withArn("AWS::Glue::Table", at("glue", "table/lake/orders"), "orders", { id: "111122223333:lake:orders", name: "orders", database_name: "lake" }, ["aws_glue_catalog_database contains this"]),
  aws_glue_crawler: withArn("AWS::Glue::Crawler", at("glue", "crawler/lake"), "lake", { id: "lake", name: "lake", role: "web", database_name: "lake", s3_target: [{ path: "s3://shop-logs/raw" }] }, ["this assumes aws_iam_role", "this writes aws_glue_catalog_database", "this reads aws_s3_bucket#logs"]),
  aws_glue_job: withArn("AWS::Glue::Job", at("glue", "job/clean"), "clean", { id: "clean", name: "clean", role_arn: role }, ["this assumes aws_iam_role"]),
  aws_athena_workgroup: withArn("AWS::Athena::WorkGroup", at("athena", "workgroup/team"), "team", { id: "team", name: "team", configuration: [{ result_configuration: [{ output_location: "s3://shop-logs/athena" }] }] }, ["this writes aws_s3_bucket#logs"]),
  aws_athena_database: without("AWS::Glue::Database", at("glue", "database/adhoc"), "adhoc", { id: "adhoc", name: "adhoc", bucket: "shop-logs" }, ["this reads aws_s3_bucket#logs"]),
  aws_athena_named_query: partOf("aws_athena_database", { id: "q1", name: "top", database: "adhoc", query: "select 1" }),
  aws_emr_cluster: withArn("AWS::EMR::Cluster", at("elasticmapreduce", "cluster/j-1"), "spark", { id: "j-1", name: "spark", service_role: "web", ec2_attributes: [{ subnet_id: "subnet-0a1", emr_managed_master_security_group: "sg-0a1" }] }, ["aws_subnet contains this", "this secured-by aws_security_group", "this assumes aws_iam_role"]),
  aws_sagemaker_notebook_instance: withArn("AWS::SageMaker::NotebookInstance", at("sagemaker", "notebook-instance/lab"), "lab", { id: "lab", name: "lab", subnet_id: "subnet-0a1", role_arn: role }, ["aws_subnet contains this", "this assumes aws_iam_role"]),
  aws_sagemaker_endpoint: withArn("AWS::SageMaker::Endpoint", at("sagemaker", "endpoint/rank"), "rank", { id: "rank", name: "rank", endpoint_config_name: "rank-v1" }, ["this depends-on aws_sagemaker_endpoint_configuration"]),
  aws_sagemaker_endpoint_configuration: withArn("AWS::SageMaker::EndpointConfig", at("sagemaker", "endpoint-config/rank-v1"), "rank-v1", { id: "rank-v1", name: "rank-v1", production_variants: [{ model_name: "rank-model" }] }, ["this depends-on aws_sagemaker_model"]),
  aws_sagemaker_model: withArn("AWS::SageMaker::Model", at("sagemaker", "model/rank-model"), "rank-model", { id: "rank-model", name: "rank-model", execution_role_arn: role }, ["this assumes aws_iam_role"]),
};
