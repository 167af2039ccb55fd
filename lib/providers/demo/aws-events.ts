import type { CollectedResource } from "../../core/resource/collected";
import { aws, type AwsPlace } from "./aws";
import type { AwsNetwork } from "./aws-network";
import { all, from, inside, to, type Moment } from "./thing";

export interface Messaging {
  orders: CollectedResource;
  deadLetters: CollectedResource;
  events: CollectedResource;
  mail: CollectedResource;
  carts: CollectedResource;
  items: CollectedResource[];
}

/** Queues with their dead letters, the topic that tells of orders, and the table of carts. */
export function awsMessaging(place: AwsPlace, key: CollectedResource): Messaging {
  const deadLetters = aws(place, "AWS::SQS::Queue", "sqs:orders-dead", "orders-dead");
  const orders = aws(place, "AWS::SQS::Queue", "sqs:orders", "orders", {
    properties: { visibilityTimeoutSeconds: 60 },
    links: [to("routes-to", deadLetters, "RedrivePolicy.deadLetterTargetArn"), to("encrypted-by", key, "KmsMasterKeyId")],
  });
  const mail = aws(place, "AWS::SQS::Queue", "sqs:mail", "mail", { links: [to("routes-to", deadLetters, "RedrivePolicy.deadLetterTargetArn")] });
  const events = aws(place, "AWS::SNS::Topic", "sns:order-events", "order-events", {
    links: [...all("routes-to", [orders, mail], "Subscriptions[].Endpoint"), to("encrypted-by", key, "KmsMasterKeyId")],
  });
  const carts = aws(place, "AWS::DynamoDB::Table", "dynamodb:table/carts", "carts", {
    state: "ACTIVE",
    properties: { billingMode: "PAY_PER_REQUEST" },
    links: [to("encrypted-by", key, "SSEDescription.KMSMasterKeyArn")],
  });
  return { orders, deadLetters, events, mail, carts, items: [orders, deadLetters, events, mail, carts] };
}

export interface Buckets {
  images: CollectedResource;
  site: CollectedResource;
  invoices: CollectedResource;
  logs: CollectedResource;
  items: CollectedResource[];
}

export function awsBuckets(place: AwsPlace, key: CollectedResource): Buckets {
  const bucket = (name: string, log: CollectedResource | null): CollectedResource =>
    aws(place, "AWS::S3::Bucket", `s3:::larkfield-${name}`, `larkfield-${name}`, {
      properties: { versioning: "Enabled", publicAccessBlocked: true },
      links: [log ? to("writes", log, "Logging.TargetBucket") : null],
    });
  const logs = bucket("access-logs", null);
  const [images, site, invoices] = [bucket("product-images", logs), bucket("shop-site", logs), bucket("invoices", logs)];
  invoices.refs.push(to("encrypted-by", key, "Encryption.Rules[].KMSMasterKeyID"));
  return { images, site, invoices, logs, items: [images, site, invoices, logs] };
}

/** Functions around the shop, what starts them, and the one role that they share. */
export function awsFunctions(place: AwsPlace, network: AwsNetwork, group: CollectedResource, messaging: Messaging, buckets: Buckets, moment: Moment): CollectedResource[] {
  const now = moment === "now";
  const role = aws(place, "AWS::IAM::Role", "iam::role/shop-functions", "shop-functions");
  const lambda = (name: string, runtime: string, links: CollectedResource["refs"]): CollectedResource =>
    aws(place, "AWS::Lambda::Function", `lambda:function:${name}`, name, {
      state: "Active",
      properties: { runtime, memorySizeMb: 512, timeoutSeconds: 30 },
      links: [to("assumes", role, "Role"), ...links],
    });
  const rule = aws(place, "AWS::Events::Rule", "events:rule/nightly-export", "nightly-export", { state: "ENABLED", properties: { scheduleExpression: "cron(15 2 * * ? *)" } });
  const refund = aws(place, "AWS::StepFunctions::StateMachine", "states:stateMachine:refund", "refund", { state: "ACTIVE", properties: { type: "STANDARD" } });
  const functions = [
    lambda("resize-images", "nodejs22.x", [from("invokes", buckets.images, "NotificationConfiguration.LambdaFunctionArn"), to("writes", buckets.images, "Policies[].Statement[].Resource")]),
    lambda("send-mail", "nodejs22.x", [from("invokes", messaging.mail, "EventSourceArn")]),
    lambda("export-invoices", now ? "python3.13" : "python3.11", [from("invokes", rule, "Targets[].Arn"), to("reads", buckets.invoices, "Policies[].Statement[].Resource")]),
    lambda("fulfil-order", "nodejs22.x", [
      from("invokes", messaging.orders, "EventSourceArn"), to("reads", messaging.carts, "Policies[].Statement[].Resource"),
      inside(network.vpc, "VpcConfig.VpcId"), ...all("connects-to", network.app, "VpcConfig.SubnetIds[]"), to("secured-by", group, "VpcConfig.SecurityGroupIds[]"),
    ]),
    lambda("refund-payment", "nodejs22.x", [from("invokes", refund, "definition.States[].Resource")]),
    // Retired this week: its work moved into the payments API.
    ...(now ? [] : [lambda("fraud-check", "nodejs18.x", [from("invokes", messaging.events, "Subscriptions[].Endpoint")])]),
  ];
  const alarms = [
    aws(place, "AWS::CloudWatch::Alarm", "cloudwatch:alarm:orders-dead-not-empty", "orders-dead-not-empty", {
      state: now ? "ALARM" : "OK",
      links: [to("depends-on", messaging.deadLetters, "Dimensions[].QueueName"), to("invokes", messaging.events, "AlarmActions[]")],
    }),
  ];
  return [rule, refund, role, ...functions, ...alarms];
}
