/** EC2 ids say by their prefix what they are. */
const awsIdPrefixes: Record<string, string> = {
  acl: "AWS::EC2::NetworkAcl",
  ami: "AWS::EC2::Image",
  cgw: "AWS::EC2::CustomerGateway",
  eipalloc: "AWS::EC2::EIP",
  eni: "AWS::EC2::NetworkInterface",
  fs: "AWS::EFS::FileSystem",
  i: "AWS::EC2::Instance",
  igw: "AWS::EC2::InternetGateway",
  lt: "AWS::EC2::LaunchTemplate",
  nat: "AWS::EC2::NatGateway",
  pcx: "AWS::EC2::VPCPeeringConnection",
  rtb: "AWS::EC2::RouteTable",
  sg: "AWS::EC2::SecurityGroup",
  snap: "AWS::EC2::Snapshot",
  subnet: "AWS::EC2::Subnet",
  tgw: "AWS::EC2::TransitGateway",
  vgw: "AWS::EC2::VPNGateway",
  vol: "AWS::EC2::Volume",
  vpc: "AWS::EC2::VPC",
  vpce: "AWS::EC2::VPCEndpoint",
  vpn: "AWS::EC2::VPNConnection",
};

/** `service:kind` of an ARN whose resource is `kind/…` or `kind:…`, or `service` where every resource is of one type. */
const arnTypes: Record<string, string> = {
  "acm:certificate": "AWS::CertificateManager::Certificate",
  "dynamodb:table": "AWS::DynamoDB::Table",
  "ec2:image": "AWS::EC2::Image",
  "ec2:instance": "AWS::EC2::Instance",
  "ec2:security-group": "AWS::EC2::SecurityGroup",
  "ec2:subnet": "AWS::EC2::Subnet",
  "ec2:volume": "AWS::EC2::Volume",
  "ec2:vpc": "AWS::EC2::VPC",
  "ecr:repository": "AWS::ECR::Repository",
  "ecs:cluster": "AWS::ECS::Cluster",
  "ecs:task-definition": "AWS::ECS::TaskDefinition",
  "eks:cluster": "AWS::EKS::Cluster",
  "elasticloadbalancing:loadbalancer": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "elasticloadbalancing:targetgroup": "AWS::ElasticLoadBalancingV2::TargetGroup",
  "iam:instance-profile": "AWS::IAM::InstanceProfile",
  "iam:policy": "AWS::IAM::ManagedPolicy",
  "iam:role": "AWS::IAM::Role",
  "iam:user": "AWS::IAM::User",
  "kms:key": "AWS::KMS::Key",
  "lambda:function": "AWS::Lambda::Function",
  "logs:log-group": "AWS::Logs::LogGroup",
  "rds:cluster": "AWS::RDS::DBCluster",
  "rds:db": "AWS::RDS::DBInstance",
  s3: "AWS::S3::Bucket",
  "secretsmanager:secret": "AWS::SecretsManager::Secret",
  sns: "AWS::SNS::Topic",
  sqs: "AWS::SQS::Queue",
  "states:stateMachine": "AWS::StepFunctions::StateMachine",
};

/**
 * The type that a cloud's own address names: an ARN, an EC2 id, an ARM id (`Microsoft.Network/virtualNetworks/subnets`) or a
 * GCP full resource name. null when it does not tell. The spelling may differ in case from the catalogue's.
 */
export function typeOfAddress(address: string): string | null {
  if (address.startsWith("arn:")) return arnType(address);
  if (/^\/(subscriptions|providers)\//i.test(address)) return armType(address);
  const google = /^\/\/([^/]+)\/.*?([^/]+)\/[^/]+$/.exec(address);
  if (google) return `${google[1]}/${singular(google[2] ?? "")}`;
  const [, prefix = ""] = /^([a-z]+)-[0-9a-f]{8,17}$/.exec(address) ?? [];
  return Object.hasOwn(awsIdPrefixes, prefix) ? (awsIdPrefixes[prefix] ?? null) : null;
}

function arnType(arn: string): string | null {
  const [, , service = "", , , ...resource] = arn.split(":");
  const [kind = ""] = resource.join(":").split(/[/:]/);
  for (const key of [`${service}:${kind}`, service]) if (Object.hasOwn(arnTypes, key)) return arnTypes[key] ?? null;
  return null;
}

function armType(id: string): string | null {
  if (/^\/subscriptions\/[^/]+$/i.test(id)) return "Microsoft.Resources/subscriptions";
  if (/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i.test(id)) return "Microsoft.Resources/resourceGroups";
  const [, namespace, path] = /.*\/providers\/([^/]+)\/(.+)$/i.exec(id) ?? [];
  if (namespace === undefined || path === undefined) return null;
  return [namespace, ...path.split("/").filter((_part, index) => index % 2 === 0)].join("/");
}

function singular(collection: string): string {
  return collection.replace(/ies$/, "y").replace(/(ss|x|ch)es$/, "$1").replace(/([^s])s$/, "$1");
}
