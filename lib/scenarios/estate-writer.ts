import type { Collected, Ref } from "../core/resource/collected";

export interface Place {
  account: string;
  region: string | null;
}

/** How a type's ids are written: the ARN's service, what stands before the id there, and the short id's own prefix. */
const spellings = {
  "AWS::DynamoDB::Table": { service: "dynamodb", path: "table/", prefix: "table-" },
  "AWS::EC2::Instance": { service: "ec2", path: "instance/", prefix: "i-" },
  "AWS::EC2::InternetGateway": { service: "ec2", path: "internet-gateway/", prefix: "igw-" },
  "AWS::EC2::NatGateway": { service: "ec2", path: "natgateway/", prefix: "nat-" },
  "AWS::EC2::NetworkInterface": { service: "ec2", path: "network-interface/", prefix: "eni-" },
  "AWS::EC2::RouteTable": { service: "ec2", path: "route-table/", prefix: "rtb-" },
  "AWS::EC2::SecurityGroup": { service: "ec2", path: "security-group/", prefix: "sg-" },
  "AWS::EC2::Subnet": { service: "ec2", path: "subnet/", prefix: "subnet-" },
  "AWS::EC2::VPC": { service: "ec2", path: "vpc/", prefix: "vpc-" },
  "AWS::EC2::Volume": { service: "ec2", path: "volume/", prefix: "vol-" },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": { service: "elasticloadbalancing", path: "loadbalancer/app/", prefix: "web-" },
  "AWS::IAM::Role": { service: "iam", path: "role/", prefix: "role-" },
  "AWS::KMS::Key": { service: "kms", path: "key/", prefix: "key-" },
  "AWS::Lambda::Function": { service: "lambda", path: "function:", prefix: "function-" },
  "AWS::RDS::DBInstance": { service: "rds", path: "db:", prefix: "db-" },
  "AWS::S3::Bucket": { service: "s3", path: "", prefix: "bucket-" },
  "AWS::SQS::Queue": { service: "sqs", path: "", prefix: "queue-" },
} as const;

export type EstateType = keyof typeof spellings;

/** Collects resources up to a number. What is added beyond it is dropped, and has the empty id. */
export class EstateWriter {
  readonly collected: Collected[] = [];

  constructor(private readonly size: number) {}

  get isFull(): boolean {
    return this.collected.length >= this.size;
  }

  /** Returns the short id, under which others refer to it. */
  add(type: EstateType, place: Place, refs: readonly (Ref | null)[]): string {
    if (this.isFull) return "";
    const number = this.collected.length;
    const { service, path, prefix } = spellings[type];
    // Knuth's multiplicative hash: the ids look like a cloud's, and none comes twice (the factor is odd).
    const short = `${prefix}${(Math.imul(number + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, "0")}`;
    const isBucket = type === "AWS::S3::Bucket";
    this.collected.push({
      kind: "resource",
      collector: `scenario.${service}`,
      resource: {
        id: `arn:aws:${service}:${isBucket ? "" : (place.region ?? "")}:${isBucket ? "" : place.account}:${path}${short}`,
        provider: "aws",
        type,
        name: short,
        account: place.account,
        region: place.region,
        zone: place.region === null ? null : `${place.region}${"abc".charAt(number % 3)}`,
        state: number % 17 === 0 ? "stopped" : "available",
        tags: { Name: short, environment: number % 3 === 0 ? "production" : "staging", team: `team-${number % 7}` },
        properties: { number, description: `${type} number ${number}`, sizeGb: (number % 20) * 8, isPublic: number % 5 === 0 },
      },
      aliases: [short],
      refs: refs.filter((ref) => ref !== null),
    });
    return short;
  }
}
