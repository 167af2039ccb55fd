import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { at, edge, iam, partOf, withArn, without } from "./fixture";

const lambda = at("lambda", "function:resize");
const invocation = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${lambda}/invocations`;
const rest = (attributes: Parameters<typeof partOf>[1], edges: readonly string[] = []) => partOf("aws_api_gateway_rest_api", { rest_api_id: "a1b2c3", ...attributes }, edges);
const http = (attributes: Parameters<typeof partOf>[1], edges: readonly string[] = []) => partOf("aws_apigatewayv2_api", { api_id: "d4e5f6", ...attributes }, edges);

export const messagingFixtures: TerraformFixtures = {
  aws_sns_topic: withArn("AWS::SNS::Topic", at("sns", "alerts"), "alerts", { id: at("sns", "alerts"), name: "alerts", kms_master_key_id: at("kms", "key/1a") }, ["this encrypted-by aws_kms_key"]),
  aws_sns_topic_subscription: edge("aws_sns_topic connects-to aws_sqs_queue", { id: "sub-1", arn: at("sns", "alerts:sub-1"), topic_arn: at("sns", "alerts"), protocol: "sqs", endpoint: at("sqs", "jobs") }),
  aws_sns_topic_policy: partOf("aws_sns_topic", { id: at("sns", "alerts"), arn: at("sns", "alerts"), policy: "{}" }),
  aws_sqs_queue: withArn("AWS::SQS::Queue", at("sqs", "jobs"), "jobs", { id: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs", url: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs", name: "jobs", redrive_policy: JSON.stringify({ deadLetterTargetArn: at("sqs", "jobs-dead"), maxReceiveCount: 5 }), kms_master_key_id: "alias/aws/sqs" }, ["this routes-to aws_sqs_queue#dead"]),
  "aws_sqs_queue#dead": withArn("AWS::SQS::Queue", at("sqs", "jobs-dead"), "jobs-dead", { id: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs-dead", name: "jobs-dead" }),
  aws_sqs_queue_policy: partOf("aws_sqs_queue", { id: "p-1", queue_url: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs", policy: "{}" }),
  aws_sqs_queue_redrive_policy: partOf("aws_sqs_queue", { id: "p-2", queue_url: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs", redrive_policy: JSON.stringify({ deadLetterTargetArn: at("sqs", "jobs-dead") }) }, ["aws_sqs_queue routes-to aws_sqs_queue#dead"]),
  aws_kinesis_stream: withArn("AWS::Kinesis::Stream", at("kinesis", "stream/events"), "events", { name: "events", kms_key_id: "alias/aws/kinesis" }),
  aws_kinesis_firehose_delivery_stream: withArn("AWS::KinesisFirehose::DeliveryStream", at("firehose", "deliverystream/lake"), "lake", { name: "lake", kinesis_source_configuration: [{ kinesis_stream_arn: at("kinesis", "stream/events"), role_arn: iam("role/app/web") }], extended_s3_configuration: [{ bucket_arn: "arn:aws:s3:::shop-logs", role_arn: iam("role/app/web") }] }, ["this reads aws_kinesis_stream", "this writes aws_s3_bucket#logs", "this assumes aws_iam_role"]),
  aws_sfn_state_machine: withArn("AWS::StepFunctions::StateMachine", at("states", "stateMachine:order"), "order", { id: at("states", "stateMachine:order"), name: "order", role_arn: iam("role/app/web"), definition: JSON.stringify({ StartAt: "A", States: { A: { Type: "Task", Resource: lambda, End: true } } }) }, ["this assumes aws_iam_role", "this invokes aws_lambda_function"]),
  aws_cloudwatch_event_bus: withArn("AWS::Events::EventBus", at("events", "event-bus/shop"), "shop", { id: "shop", name: "shop" }),
  aws_cloudwatch_event_rule: withArn("AWS::Events::Rule", at("events", "rule/shop/nightly"), "nightly", { id: "shop/nightly", name: "nightly", event_bus_name: "shop", schedule_expression: "cron(0 3 * * ? *)" }, ["aws_cloudwatch_event_bus contains this"]),
  aws_cloudwatch_event_target: edge("aws_cloudwatch_event_rule invokes aws_lambda_function", { id: "nightly-t1", rule: "nightly", arn: lambda, target_id: "t1" }),
  aws_scheduler_schedule: withArn("AWS::Scheduler::Schedule", at("scheduler", "schedule/default/tidy"), "tidy", { id: "default/tidy", name: "tidy", target: [{ arn: lambda, role_arn: iam("role/app/web") }] }, ["this invokes aws_lambda_function", "this assumes aws_iam_role"]),
  aws_mq_broker: withArn("AWS::AmazonMQ::Broker", at("mq", "broker:rabbit:b-1"), "rabbit", { id: "b-1", broker_name: "rabbit", subnet_ids: ["subnet-0a1"], security_groups: ["sg-0a1"], user: [{ username: "app", password: "not-to-be-shown" }] }, ["aws_subnet contains this", "this secured-by aws_security_group"]),
  aws_msk_cluster: withArn("AWS::MSK::Cluster", at("kafka", "cluster/log/1a"), "log", { cluster_name: "log", broker_node_group_info: [{ client_subnets: ["subnet-0a1", "subnet-0a2"], security_groups: ["sg-0a1"] }] }, ["this connects-to aws_subnet", "aws_vpc contains this"]),
};

export const apiFixtures: TerraformFixtures = {
  aws_api_gateway_rest_api: withArn("AWS::ApiGateway::RestApi", "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3", "images", { id: "a1b2c3", name: "images", execution_arn: at("execute-api", "a1b2c3") }),
  aws_api_gateway_resource: rest({ id: "r1", path: "/images" }),
  aws_api_gateway_method: rest({ id: "m1", http_method: "GET", authorizer_id: "" }),
  aws_api_gateway_integration: rest({ id: "i1", type: "AWS_PROXY", uri: invocation }, ["aws_api_gateway_rest_api invokes aws_lambda_function"]),
  aws_api_gateway_authorizer: rest({ id: "au1", provider_arns: [at("cognito-idp", "userpool/eu-west-1_abc")] }, ["aws_api_gateway_rest_api depends-on aws_cognito_user_pool"]),
  aws_api_gateway_deployment: rest({ id: "d1" }),
  aws_api_gateway_method_settings: rest({ id: "s1" }),
  aws_api_gateway_method_response: rest({ id: "mr1" }),
  aws_api_gateway_integration_response: rest({ id: "ir1" }),
  aws_api_gateway_model: rest({ id: "mo1", name: "Image" }),
  aws_api_gateway_request_validator: rest({ id: "v1" }),
  aws_api_gateway_rest_api_policy: rest({ id: "a1b2c3", policy: "{}" }),
  aws_api_gateway_stage: rest({ id: "ags-1", stage_name: "live", web_acl_arn: at("wafv2", "regional/webacl/edge/1a") }, ["aws_api_gateway_rest_api secured-by aws_wafv2_web_acl"]),
  aws_api_gateway_vpc_link: without("AWS::ApiGateway::VpcLink", "arn:aws:apigateway:eu-west-1::/vpclinks/vl1", "inner", { id: "vl1", name: "inner", target_arns: [at("elasticloadbalancing", "loadbalancer/app/web/1a")] }, ["this routes-to aws_lb"]),
  aws_api_gateway_domain_name: withArn("AWS::ApiGateway::DomainName", "arn:aws:apigateway:eu-west-1::/domainnames/api.example.com", "api.example.com", { id: "api.example.com", domain_name: "api.example.com", regional_certificate_arn: at("acm", "certificate/1a") }, ["this depends-on aws_acm_certificate"]),
  aws_api_gateway_base_path_mapping: edge("aws_api_gateway_domain_name routes-to aws_api_gateway_rest_api", { id: "api.example.com/", domain_name: "api.example.com", api_id: "a1b2c3" }),
  aws_apigatewayv2_api: withArn("AWS::ApiGatewayV2::Api", "arn:aws:apigateway:eu-west-1::/apis/d4e5f6", "orders", { id: "d4e5f6", name: "orders", api_endpoint: "https://d4e5f6.execute-api.eu-west-1.amazonaws.com" }),
  aws_apigatewayv2_route: http({ id: "rt1", route_key: "GET /orders" }),
  aws_apigatewayv2_integration: http({ id: "in1", integration_uri: lambda, connection_id: "vl2" }, ["aws_apigatewayv2_api invokes aws_lambda_function", "aws_apigatewayv2_api depends-on aws_apigatewayv2_vpc_link"]),
  aws_apigatewayv2_authorizer: http({ id: "az1", authorizer_uri: invocation }, ["aws_apigatewayv2_api invokes aws_lambda_function"]),
  aws_apigatewayv2_stage: http({ id: "$default", access_log_settings: [{ destination_arn: at("logs", "log-group:/shop/web") }] }, ["aws_apigatewayv2_api writes aws_cloudwatch_log_group"]),
  aws_apigatewayv2_deployment: http({ id: "dp1" }),
  aws_apigatewayv2_model: http({ id: "md1" }),
  aws_apigatewayv2_vpc_link: withArn("AWS::ApiGatewayV2::VpcLink", "arn:aws:apigateway:eu-west-1::/vpclinks/vl2", "inner2", { id: "vl2", name: "inner2", subnet_ids: ["subnet-0a1"], security_group_ids: ["sg-0a1"] }, ["this connects-to aws_subnet", "this secured-by aws_security_group"]),
  aws_apigatewayv2_domain_name: withArn("AWS::ApiGatewayV2::DomainName", "arn:aws:apigateway:eu-west-1::/domainnames/o.example.com", "o.example.com", { id: "o.example.com", domain_name: "o.example.com", domain_name_configuration: [{ certificate_arn: at("acm", "certificate/1a") }] }, ["this depends-on aws_acm_certificate"]),
  aws_apigatewayv2_api_mapping: edge("aws_apigatewayv2_domain_name routes-to aws_apigatewayv2_api", { id: "map1", domain_name: "o.example.com", api_id: "d4e5f6" }),
};

export const deliveryFixtures: TerraformFixtures = {
  aws_cloudfront_distribution: withArn("AWS::CloudFront::Distribution", "arn:aws:cloudfront::111122223333:distribution/E1", "www.example.com", { id: "E1", domain_name: "d1.cloudfront.net", aliases: ["www.example.com"], origin: [{ domain_name: "shop-assets.s3.eu-west-1.amazonaws.com", origin_access_control_id: "OAC1" }, { domain_name: "web-1.eu-west-1.elb.amazonaws.com", custom_header: [{ name: "X-Origin", value: "not-to-be-shown" }] }], viewer_certificate: [{ acm_certificate_arn: at("acm", "certificate/1a") }], web_acl_id: at("wafv2", "regional/webacl/edge/1a") }, ["this routes-to aws_s3_bucket", "this routes-to aws_lb", "this depends-on aws_acm_certificate", "this secured-by aws_wafv2_web_acl", "this depends-on aws_cloudfront_origin_access_control"]),
  aws_cloudfront_origin_access_control: withArn("AWS::CloudFront::OriginAccessControl", "arn:aws:cloudfront::111122223333:origin-access-control/OAC1", "s3", { id: "OAC1", name: "s3" }),
  aws_cloudfront_function: withArn("AWS::CloudFront::Function", "arn:aws:cloudfront::111122223333:function/redirect", "redirect", { id: "redirect", name: "redirect" }),
  aws_route53_zone: withArn("AWS::Route53::HostedZone", "arn:aws:route53:::hostedzone/Z1", "example.com", { id: "Z1", zone_id: "Z1", name: "example.com", vpc: [{ vpc_id: "vpc-0a1" }] }, ["this connects-to aws_vpc"]),
  aws_route53_zone_association: edge("aws_route53_zone connects-to aws_vpc#peer", { id: "Z1:vpc-0b2", zone_id: "Z1", vpc_id: "vpc-0b2" }),
  aws_route53_record: without("AWS::Route53::RecordSet", "arn:aws:route53:::hostedzone/Z1/recordset/www.example.com/A", "www.example.com", { id: "Z1_www_A", zone_id: "Z1", name: "www", fqdn: "www.example.com", type: "A", alias: [{ name: "dualstack.web-1.eu-west-1.elb.amazonaws.com.", zone_id: "Z32" }] }, ["aws_route53_zone contains this", "this routes-to aws_lb"]),
  "aws_route53_record#ip": without("AWS::Route53::RecordSet", "arn:aws:route53:::hostedzone/Z1/recordset/vpn.example.com/A", "vpn.example.com", { id: "Z1_vpn_A", zone_id: "Z1", name: "vpn", fqdn: "vpn.example.com", type: "A", records: ["203.0.113.7"] }, ["this routes-to aws_eip"]),
  aws_route53_health_check: withArn("AWS::Route53::HealthCheck", "arn:aws:route53:::healthcheck/1a", "www.example.com", { id: "hc-1a", fqdn: "www.example.com" }),
  aws_service_discovery_private_dns_namespace: withArn("AWS::ServiceDiscovery::PrivateDnsNamespace", at("servicediscovery", "namespace/ns-1"), "local", { id: "ns-1", name: "local", vpc: "vpc-0a1", hosted_zone: "Z1" }, ["aws_vpc contains this", "this depends-on aws_route53_zone"]),
  aws_service_discovery_service: withArn("AWS::ServiceDiscovery::Service", at("servicediscovery", "service/srv-1"), "web", { id: "srv-1", name: "web", dns_config: [{ namespace_id: "ns-1" }] }, ["aws_service_discovery_private_dns_namespace contains this"]),
};
