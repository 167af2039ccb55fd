import type { ResourceType } from "./resource-type";

/** AWS types by their CloudFormation names. */
export const awsTypes = {
  "AWS::EC2::VPC": { label: "VPC", category: "network", glyph: "network", frame: "network" },
  "AWS::EC2::Subnet": { label: "Subnet", category: "network", glyph: "subnet", frame: "subnet" },
  "AWS::EC2::RouteTable": { label: "Route table", category: "network", glyph: "route" },
  "AWS::EC2::InternetGateway": { label: "Internet gateway", category: "network", glyph: "gateway" },
  "AWS::EC2::NatGateway": { label: "NAT gateway", category: "network", glyph: "gateway" },
  "AWS::EC2::SecurityGroup": { label: "Security group", category: "security", glyph: "firewall" },
  "AWS::EC2::NetworkInterface": { label: "Network interface", category: "network", glyph: "interface" },
  "AWS::EC2::EIP": { label: "Elastic IP", category: "network", glyph: "ip" },
  "AWS::EC2::Instance": { label: "EC2 instance", category: "compute", glyph: "compute" },
  "AWS::EC2::Volume": { label: "EBS volume", category: "storage", glyph: "disk" },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": { label: "Load balancer", category: "network", glyph: "load-balancer" },
  "AWS::ElasticLoadBalancingV2::Listener": { label: "Listener", category: "network", glyph: "endpoint" },
  "AWS::ElasticLoadBalancingV2::TargetGroup": { label: "Target group", category: "network", glyph: "target" },
  "AWS::RDS::DBInstance": { label: "RDS instance", category: "database", glyph: "database" },
  "AWS::S3::Bucket": { label: "S3 bucket", category: "storage", glyph: "bucket" },
  "AWS::Lambda::Function": { label: "Lambda function", category: "compute", glyph: "function" },
  "AWS::IAM::Role": { label: "IAM role", category: "security", glyph: "identity" },
} as const satisfies Record<string, ResourceType>;
