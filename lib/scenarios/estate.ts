import { EstateWriter, type Place } from "./estate-writer";
import type { Collected, Ref } from "../core/resource/collected";
import { seededRandom } from "./seeded-random";

export interface EstateOptions {
  /** How many resources, exactly. */
  size: number;
  seed?: number;
}

const regions = ["eu-west-1", "us-east-1", "eu-central-1", "ap-south-1"] as const;

/**
 * A made-up AWS estate of any size: accounts, regions, networks, subnets, about 1.7 relationships a resource besides the
 * nesting, and hubs (roles, keys, security groups) that many things share. The same options give the same estate.
 * What refers and what is referred to use the cloud's short ids, so that linking has its real work to do.
 */
export function generateEstate({ size, seed = 1 }: EstateOptions): Collected[] {
  const estate = new Estate(size, seed);
  return estate.generate();
}

class Estate {
  readonly #random;
  readonly #writer;

  constructor(size: number, seed: number) {
    this.#random = seededRandom(seed * 7919 + size);
    this.#writer = new EstateWriter(size);
  }

  generate(): Collected[] {
    for (let account = 1; !this.#writer.isFull; account++) this.#account(String(100_000_000_000 + account));
    return this.#writer.collected;
  }

  #account(account: string): void {
    const writer = this.#writer;
    const nowhere: Place = { account, region: null };
    const roles = this.#many(2, 6, () => writer.add("AWS::IAM::Role", nowhere, []));
    for (const region of regions.slice(0, this.#random.whole(1, 3))) this.#region({ account, region }, roles);
  }

  #region(place: Place, roles: string[]): void {
    const random = this.#random;
    const writer = this.#writer;
    const keys = this.#many(1, 3, () => writer.add("AWS::KMS::Key", place, []));
    const encrypted = (share: number, path = "KmsKeyId"): Ref | null => (random.chance(share) ? to("encrypted-by", random.hub(keys), path) : null);
    const buckets = this.#many(2, 8, () => writer.add("AWS::S3::Bucket", place, [encrypted(0.7)]));
    const queues = this.#many(1, 5, () => writer.add("AWS::SQS::Queue", place, [encrypted(0.6)]));
    const tables = this.#many(0, 4, () => writer.add("AWS::DynamoDB::Table", place, [encrypted(0.8)]));
    this.#many(2, 10, () =>
      writer.add("AWS::Lambda::Function", place, [
        to("assumes", random.hub(roles), "Role"),
        random.chance(0.6) ? to("reads", random.any(buckets), "Environment.BUCKET", "derived") : null,
        random.chance(0.5) ? to("reads", random.any(queues), "EventSourceArn") : null,
        random.chance(0.5) ? to("writes", random.any(tables), "Environment.TABLE", "derived") : null,
      ]),
    );
    for (let count = random.whole(1, 2); count > 0; count--) this.#network(place, { roles, keys, buckets });
  }

  #network(place: Place, shared: { roles: string[]; keys: string[]; buckets: string[] }): void {
    const random = this.#random;
    const writer = this.#writer;
    if (writer.isFull) return;
    const network = writer.add("AWS::EC2::VPC", place, []);
    const within = (path: string): Ref | null => inside(network, path);
    const gateway = writer.add("AWS::EC2::InternetGateway", place, [to("connects-to", network, "Attachments[].VpcId")]);
    const groups: string[] = [];
    this.#many(3, 9, () => groups.push(writer.add("AWS::EC2::SecurityGroup", place, [within("VpcId"), random.chance(0.4) ? to("allows", random.hub(groups), "IpPermissions") : null])));
    const tiers = this.#many(3, 6, () => writer.add("AWS::EC2::Subnet", place, [within("VpcId")]));
    const nat = writer.add("AWS::EC2::NatGateway", place, [inside(tiers[0], "SubnetId")]);
    for (const subnet of tiers) {
      writer.add("AWS::EC2::RouteTable", place, [within("VpcId"), to("routes-to", subnet, "Associations[].SubnetId"), to("routes-to", random.chance(0.5) ? gateway : nat, "Routes[]")]);
    }
    const databases: string[] = [];
    const machines: string[] = [];
    for (const subnet of tiers) this.#subnet(place, subnet, { ...shared, groups, databases, machines });
    for (let count = random.whole(1, 3); count > 0 && machines.length > 0; count--) {
      const targets = this.#many(2, 8, () => random.any(machines));
      writer.add("AWS::ElasticLoadBalancingV2::LoadBalancer", place, [
        inside(random.any(tiers), "AvailabilityZones[].SubnetId"),
        to("secured-by", random.hub(groups), "SecurityGroups[]"),
        ...targets.map((target) => to("routes-to", target, "TargetHealthDescriptions[].Target.Id")),
      ]);
    }
  }

  #subnet(place: Place, subnet: string, near: { roles: string[]; keys: string[]; buckets: string[]; groups: string[]; databases: string[]; machines: string[] }): void {
    const random = this.#random;
    const writer = this.#writer;
    // Few big subnets, many small ones.
    const count = Math.max(2, Math.round(3 / (1 - 0.85 * random.next())));
    for (let index = 0; index < count && !writer.isFull; index++) {
      const common = [inside(subnet, "SubnetId"), to("secured-by", random.hub(near.groups), "SecurityGroups[].GroupId")];
      const kind = random.next();
      if (kind < 0.55) {
        const machine = writer.add("AWS::EC2::Instance", place, [
          ...common,
          random.chance(0.8) ? to("assumes", random.hub(near.roles), "IamInstanceProfile.Arn") : null,
          random.chance(0.25) ? to("connects-to", random.any(near.databases), "UserData", "derived") : null,
          random.chance(0.15) ? to("reads", random.hub(near.buckets), "UserData", "derived") : null,
        ]);
        near.machines.push(machine);
        writer.add("AWS::EC2::Volume", place, [to("connects-to", machine, "Attachments[].InstanceId"), to("encrypted-by", random.hub(near.keys), "KmsKeyId")]);
      } else if (kind < 0.8) {
        writer.add("AWS::EC2::NetworkInterface", place, [...common, random.chance(0.7) ? to("connects-to", random.any(near.machines), "Attachment.InstanceId") : null]);
      } else {
        near.databases.push(writer.add("AWS::RDS::DBInstance", place, [...common, to("encrypted-by", random.hub(near.keys), "KmsKeyId")]));
      }
    }
  }

  /** Between `from` and `to` of something, as far as there is room. */
  #many<T>(from: number, to: number, make: () => T): T[] {
    const made: T[] = [];
    for (let count = this.#random.whole(from, to); count > 0 && !this.#writer.isFull; count--) made.push(make());
    return made.filter((item) => item !== undefined);
  }
}

function to(kind: Ref["kind"], target: string | undefined, path: string, certainty: Ref["certainty"] = "declared"): Ref | null {
  return target === undefined || target === "" ? null : { kind, target, path, certainty };
}

function inside(container: string | undefined, path: string): Ref | null {
  return container === undefined || container === "" ? null : { kind: "contains", target: container, path, direction: "in" };
}
