import type { JsonObject } from "../core/json";
import { seededRandom } from "./seeded-random";

const account = "100000000001";
const region = "eu-west-1";

interface StateResource {
  mode: "managed";
  type: string;
  name: string;
  provider: string;
  instances: { index_key?: number; schema_version: number; attributes: JsonObject; sensitive_attributes: never[]; dependencies: string[] }[];
}

/**
 * The text of a Terraform state, format v4, with `size` instances of AWS resources: networks of three subnets with machines,
 * volumes, databases and functions, `count` and `dependencies`, ids that refer to each other. The same size gives the same text.
 */
export function terraformState(size: number): string {
  const random = seededRandom(size);
  const resources: StateResource[] = [];
  let left = size;
  for (let stack = 0; left > 0; stack++) {
    for (const resource of stackOf(stack, random.whole(8, 30))) {
      resource.instances = resource.instances.slice(0, left);
      left -= resource.instances.length;
      if (resource.instances.length > 0) resources.push(resource);
    }
  }
  const state = { version: 4, terraform_version: "1.9.8", serial: 1, lineage: `00000000-0000-4000-8000-${String(size).padStart(12, "0")}`, outputs: {}, resources, check_results: null };
  return `${JSON.stringify(state, null, 2)}\n`;
}

function stackOf(stack: number, machines: number): StateResource[] {
  const short = (prefix: string, number: number): string => `${prefix}-${(stack * 1000 + number).toString(16).padStart(17, "0")}`;
  const arn = (service: string, path: string): string => `arn:aws:${service}:${region}:${account}:${path}`;
  const network = short("vpc", 0);
  const group = short("sg", 0);
  const role = `stack-${stack}`;
  const roleArn = `arn:aws:iam::${account}:role/${role}`;
  const name = (type: string): string => `${type}.stack_${stack}`;
  const counted = (count: number, attributes: (index: number) => JsonObject): JsonObject[] => Array.from({ length: count }, (_, index) => attributes(index));
  const resource = (type: string, instances: JsonObject[], dependencies: string[]): StateResource => ({
    mode: "managed",
    type,
    name: `stack_${stack}`,
    provider: `provider["registry.terraform.io/hashicorp/aws"]`,
    instances: instances.map((attributes, index) => ({
      ...(instances.length > 1 ? { index_key: index } : {}),
      schema_version: 1,
      attributes: { ...attributes, tags: { Name: `${type}-${stack}-${index}`, Stack: String(stack) } },
      sensitive_attributes: [],
      dependencies: dependencies.map(name),
    })),
  });
  const subnetOf = (index: number): string => short("subnet", index % 3);
  return [
    resource("aws_vpc", [{ id: network, arn: arn("ec2", `vpc/${network}`), cidr_block: `10.${stack % 256}.0.0/16` }], []),
    resource("aws_subnet", counted(3, (index) => ({ id: subnetOf(index), arn: arn("ec2", `subnet/${subnetOf(index)}`), vpc_id: network, availability_zone: `${region}${"abc".charAt(index)}`, cidr_block: `10.${stack % 256}.${index}.0/24` })), ["aws_vpc"]),
    resource("aws_security_group", [{ id: group, arn: arn("ec2", `security-group/${group}`), name: `stack-${stack}`, vpc_id: network, ingress: [], egress: [] }], ["aws_vpc"]),
    resource("aws_iam_role", [{ id: role, arn: roleArn, name: role, assume_role_policy: "{}" }], []),
    resource("aws_s3_bucket", counted(2, (index) => ({ id: `bucket-${stack}-${index}`, bucket: `bucket-${stack}-${index}`, arn: `arn:aws:s3:::bucket-${stack}-${index}`, region })), []),
    resource("aws_instance", counted(machines, (index) => ({ id: short("i", index), arn: arn("ec2", `instance/${short("i", index)}`), subnet_id: subnetOf(index), vpc_security_group_ids: [group], instance_type: "m5.large", availability_zone: `${region}a`, instance_state: "running" })), ["aws_security_group", "aws_subnet", "aws_vpc"]),
    resource("aws_ebs_volume", counted(machines, (index) => ({ id: short("vol", index), arn: arn("ec2", `volume/${short("vol", index)}`), availability_zone: `${region}a`, size: 100, encrypted: true })), []),
    resource("aws_lambda_function", counted(3, (index) => ({ id: `function-${stack}-${index}`, function_name: `function-${stack}-${index}`, arn: arn("lambda", `function:function-${stack}-${index}`), role: roleArn, runtime: "nodejs22.x", environment: [{ variables: { BUCKET: `bucket-${stack}-0` } }], vpc_config: [] })), ["aws_iam_role"]),
    resource("aws_db_instance", [{ id: `db-${stack}`, identifier: `db-${stack}`, arn: arn("rds", `db:db-${stack}`), engine: "postgres", instance_class: "db.r5.large", vpc_security_group_ids: [group], multi_az: true }], ["aws_security_group"]),
  ];
}
