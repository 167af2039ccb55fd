import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { text } from "./attribute-text";
import { arnAt, box, end, joins, named, part } from "./row";
import { arnsIn, arnsOnly, assumes, connectsTo, dependsOn, encryptedBy, hostName, inside, invokes, picked, quietly, reads, refTo, routesTo, securedBy, writes } from "./refs";

const rule = "AWS::Events::Rule";
const restApi = "AWS::ApiGateway::RestApi";
const httpApi = "AWS::ApiGatewayV2::Api";
const ofRestApi = (property: string, refs: Parameters<typeof part>[2] = []) => part("rest_api_id", property, refs, restApi);
const ofHttpApi = (property: string, refs: Parameters<typeof part>[2] = []) => part("api_id", property, refs, httpApi);

const deadLetter = { ...refTo("routes-to", "redrive_policy"), pick: arnsIn };

/** Messages, streams and what reacts to them. */
export const awsMessaging: TerraformTypes = {
  aws_sns_topic: box("AWS::SNS::Topic", [encryptedBy("kms_master_key_id")]),
  // Addresses of people are none of a diagram's business, and web addresses may hold a token.
  aws_sns_topic_subscription: joins(end("topic_arn"), "connects-to", end("endpoint", undefined, (endpoint) => (endpoint.startsWith("http") ? hostName(endpoint) : arnsOnly(endpoint)))),
  aws_sns_topic_policy: part("arn", "policy"),
  aws_sqs_queue: box("AWS::SQS::Queue", [deadLetter, encryptedBy("kms_master_key_id")], { ...named("name"), aliases: (attributes) => [text(attributes, "url") ?? ""] }),
  aws_sqs_queue_policy: part("queue_url", "policy"),
  aws_sqs_queue_redrive_policy: part("queue_url", "redrivePolicy", [deadLetter]),
  aws_kinesis_stream: box("AWS::Kinesis::Stream", [encryptedBy("kms_key_id")]),
  aws_kinesis_firehose_delivery_stream: box("AWS::KinesisFirehose::DeliveryStream", [
    reads("kinesis_source_configuration[].kinesis_stream_arn"),
    writes("extended_s3_configuration[].bucket_arn"),
    writes("s3_configuration[].bucket_arn"),
    writes("opensearch_configuration[].domain_arn"),
    writes("elasticsearch_configuration[].domain_arn"),
    assumes("extended_s3_configuration[].role_arn"),
    assumes("kinesis_source_configuration[].role_arn"),
  ]),
  aws_sfn_state_machine: box("AWS::StepFunctions::StateMachine", [assumes("role_arn"), picked(quietly(invokes("definition")), (definition) => arnsIn(definition).filter((arn) => !/:states:.*:::/.test(arn)))]),
  aws_cloudwatch_event_bus: box("AWS::Events::EventBus"),
  aws_cloudwatch_event_rule: box(rule, [{ ...inside("event_bus_name", "AWS::Events::EventBus"), pick: (bus) => (bus === "default" ? [] : [bus.replace(/^.*event-bus\//, "")]) }, assumes("role_arn")]),
  aws_cloudwatch_event_target: joins(end("rule", rule), "invokes", end("arn")),
  aws_scheduler_schedule: box("AWS::Scheduler::Schedule", [invokes("target[].arn"), assumes("target[].role_arn"), writes("target[].dead_letter_config[].arn")]),
  aws_mq_broker: box("AWS::AmazonMQ::Broker", [inside("subnet_ids[]"), securedBy("security_groups[]"), encryptedBy("encryption_options[].kms_key_id")], named("broker_name")),
  aws_msk_cluster: box("AWS::MSK::Cluster", [connectsTo("broker_node_group_info[].client_subnets[]"), securedBy("broker_node_group_info[].security_groups[]"), encryptedBy("encryption_info[].encryption_at_rest_kms_key_arn")], named("cluster_name")),
};

/** API Gateway, both generations. */
export const awsApis: TerraformTypes = {
  aws_api_gateway_rest_api: box(restApi, [quietly(connectsTo("endpoint_configuration[].vpc_endpoint_ids[]"))], {
    id: regionalApi("restapis/"),
    aliases: (attributes, context) => [`${text(attributes, "id") ?? ""}.execute-api.${context.region ?? ""}.amazonaws.com`, text(attributes, "execution_arn") ?? ""],
  }),
  aws_api_gateway_resource: ofRestApi("resources"),
  aws_api_gateway_method: ofRestApi("methods", [quietly(dependsOn("authorizer_id"))]),
  aws_api_gateway_integration: ofRestApi("integrations", [picked(invokes("uri"), integrationTargets), dependsOn("connection_id"), assumes("credentials")]),
  aws_api_gateway_authorizer: ofRestApi("authorizers", [picked(invokes("authorizer_uri"), integrationTargets), dependsOn("provider_arns[]")]),
  aws_api_gateway_deployment: ofRestApi("deployments"),
  aws_api_gateway_method_settings: ofRestApi("methodSettings"),
  aws_api_gateway_method_response: ofRestApi("methodResponses"),
  aws_api_gateway_integration_response: ofRestApi("integrationResponses"),
  aws_api_gateway_model: ofRestApi("models"),
  aws_api_gateway_request_validator: ofRestApi("requestValidators"),
  aws_api_gateway_rest_api_policy: ofRestApi("policy"),
  aws_api_gateway_stage: ofRestApi("stages", [securedBy("web_acl_arn"), writes("access_log_settings[].destination_arn")]),
  aws_api_gateway_vpc_link: box("AWS::ApiGateway::VpcLink", [routesTo("target_arns[]")], { id: regionalApi("vpclinks/") }),
  aws_api_gateway_domain_name: box("AWS::ApiGateway::DomainName", [dependsOn("certificate_arn"), dependsOn("regional_certificate_arn")], {
    ...named("domain_name"),
    id: regionalApi("domainnames/", "domain_name"),
    aliases: (attributes) => [text(attributes, "regional_domain_name") ?? "", text(attributes, "cloudfront_domain_name") ?? ""],
  }),
  aws_api_gateway_base_path_mapping: joins(end("domain_name", "AWS::ApiGateway::DomainName"), "routes-to", end("api_id", restApi)),
  aws_apigatewayv2_api: box(httpApi, [], {
    id: regionalApi("apis/"),
    aliases: (attributes) => [text(attributes, "execution_arn") ?? "", (text(attributes, "api_endpoint") ?? "").replace(/^[a-z]+:\/\//, "")],
  }),
  aws_apigatewayv2_route: ofHttpApi("routes"),
  aws_apigatewayv2_integration: ofHttpApi("integrations", [picked(invokes("integration_uri"), integrationTargets), dependsOn("connection_id"), assumes("credentials_arn")]),
  aws_apigatewayv2_authorizer: ofHttpApi("authorizers", [picked(invokes("authorizer_uri"), integrationTargets)]),
  aws_apigatewayv2_stage: ofHttpApi("stages", [writes("access_log_settings[].destination_arn")]),
  aws_apigatewayv2_deployment: ofHttpApi("deployments"),
  aws_apigatewayv2_model: ofHttpApi("models"),
  aws_apigatewayv2_vpc_link: box("AWS::ApiGatewayV2::VpcLink", [connectsTo("subnet_ids[]"), securedBy("security_group_ids[]")], { id: regionalApi("vpclinks/") }),
  aws_apigatewayv2_domain_name: box("AWS::ApiGatewayV2::DomainName", [dependsOn("domain_name_configuration[].certificate_arn")], { ...named("domain_name"), id: regionalApi("domainnames/", "domain_name") }),
  aws_apigatewayv2_api_mapping: joins(end("domain_name", "AWS::ApiGatewayV2::DomainName"), "routes-to", end("api_id", httpApi)),
};

/** Their ARNs have no account: `arn:aws:apigateway:eu-west-1::/restapis/a1b2c3`. */
function regionalApi(resource: string, attribute = "id"): NonNullable<ReturnType<typeof box>["id"]> {
  return (attributes, context) => {
    const id = text(attributes, attribute);
    const given = arnAt("arn")(attributes, context);
    // Version 2's `arn` is the API's; version 1 of the provider had none.
    if (given !== null && given.includes(":apigateway:")) return given;
    return id === null || context.region === null ? null : `arn:${context.partition || "aws"}:apigateway:${context.region}::/${resource}${id}`;
  };
}

/** `…:lambda:path/2015-03-31/functions/arn:aws:lambda:…:function:f/invocations` → the function. Web addresses → their host. */
function integrationTargets(uri: string): string[] {
  const lambda = /functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1];
  if (lambda !== undefined) return [lambda];
  if (uri.startsWith("http")) return hostName(uri);
  return uri.startsWith("arn:") && !uri.includes(":apigateway:") ? [uri] : [];
}
