import { AssociateAddressCommand, AllocateAddressCommand, AttachVolumeCommand, CreateVolumeCommand, RunInstancesCommand } from "@aws-sdk/client-ec2";
import { CreateListenerCommand, CreateLoadBalancerCommand, CreateRuleCommand, CreateTargetGroupCommand, RegisterTargetsCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { CreateFunctionCommand } from "@aws-sdk/client-lambda";
import { CreateDBInstanceCommand, CreateDBSubnetGroupCommand } from "@aws-sdk/client-rds";
import { CreateBucketCommand, PutBucketEncryptionCommand, PutBucketNotificationConfigurationCommand, PutBucketTaggingCommand, PutPublicAccessBlockCommand } from "@aws-sdk/client-s3";
import type { S3Client } from "@aws-sdk/client-s3";
import { made } from "./made";
import type { EstateRegion, SeedClients } from "./seed";
import { named, zones } from "./seed-network";
import type { Network } from "./seed-network";
import type { Roles } from "./seed-roles";

/** Must show up nowhere in what a discovery finds. */
export const canaries = { environment: "CANARY-lambda-environment", userData: "CANARY-user-data", password: "CANARY-db-password" } as const;

/** An archive without files: functions are only listed here. */
const emptyZip = Uint8Array.from([0x50, 0x4b, 0x05, 0x06, ...new Array<number>(18).fill(0)]);

const tags = [{ Key: "project", Value: "shop" }];

/** A key of the account that nothing lists. */
export function keyArn(region: string): string {
  return `arn:aws:kms:${region}:123456789012:key/11111111-2222-3333-4444-555555555555`;
}

export async function seedWorkload(clients: SeedClients, place: EstateRegion, network: Network, roles: Roles): Promise<void> {
  const instances = await seedInstances(clients, place, network, roles);
  await seedBalancer(clients.elbv2, network, instances);
  const databaseHost = await seedDatabase(clients, place, network);
  const functionArn = await seedFunction(clients, place, network, roles, databaseHost);
  await seedBucket(clients.s3, place, functionArn);
}

/** An instance with a data volume in each zone's app subnet, and one with a fixed address in the first public subnet. */
async function seedInstances({ ec2 }: SeedClients, { region }: EstateRegion, network: Network, { instanceProfileArn }: Roles): Promise<string[]> {
  const run = async (name: string, SubnetId: string | undefined, group: string): Promise<string> => {
    const { Instances } = await ec2.send(
      new RunInstancesCommand({
        ImageId: "ami-12c6146b",
        InstanceType: "t3.medium",
        MinCount: 1,
        MaxCount: 1,
        SubnetId,
        SecurityGroupIds: [group],
        IamInstanceProfile: { Arn: instanceProfileArn },
        UserData: Buffer.from(canaries.userData).toString("base64"),
        TagSpecifications: named("instance", name),
      }),
    );
    return made(Instances?.[0]?.InstanceId);
  };
  const apps: string[] = [];
  for (const [index, zone] of zones.entries()) {
    const instance = await run(`app-${zone}`, network.app[index], network.groups.app);
    const volume = await ec2.send(
      new CreateVolumeCommand({ AvailabilityZone: `${region}${zone}`, Size: 100, VolumeType: "gp3", Encrypted: true, KmsKeyId: keyArn(region), TagSpecifications: named("volume", `data-${zone}`) }),
    );
    await ec2.send(new AttachVolumeCommand({ InstanceId: instance, VolumeId: volume.VolumeId, Device: "/dev/sdf" }));
    apps.push(instance);
  }
  const bastion = await run("bastion", network.public[0], network.groups.balancer);
  const address = await ec2.send(new AllocateAddressCommand({ Domain: "vpc", TagSpecifications: named("elastic-ip", "bastion") }));
  await ec2.send(new AssociateAddressCommand({ InstanceId: bastion, AllocationId: address.AllocationId }));
  return apps;
}

async function seedBalancer(elbv2: ElasticLoadBalancingV2Client, network: Network, instances: readonly string[]): Promise<void> {
  const created = await elbv2.send(
    new CreateLoadBalancerCommand({ Name: "shop", Type: "application", Scheme: "internet-facing", Subnets: network.public, SecurityGroups: [network.groups.balancer], Tags: tags }),
  );
  const targetGroup = async (name: string): Promise<string> => {
    const group = await elbv2.send(
      new CreateTargetGroupCommand({ Name: name, Protocol: "HTTP", Port: 8080, VpcId: network.vpcId, TargetType: "instance", HealthCheckPath: "/healthz", Tags: tags }),
    );
    return made(group.TargetGroups?.[0]?.TargetGroupArn);
  };
  const web = await targetGroup("web");
  const api = await targetGroup("api");
  await elbv2.send(new RegisterTargetsCommand({ TargetGroupArn: web, Targets: instances.map((Id) => ({ Id })) }));
  await elbv2.send(new RegisterTargetsCommand({ TargetGroupArn: api, Targets: instances.slice(0, 1).map((Id) => ({ Id })) }));
  const listener = await elbv2.send(
    new CreateListenerCommand({
      LoadBalancerArn: made(created.LoadBalancers?.[0]?.LoadBalancerArn),
      Protocol: "HTTP",
      Port: 80,
      DefaultActions: [{ Type: "forward", TargetGroupArn: web }],
    }),
  );
  await elbv2.send(
    new CreateRuleCommand({
      ListenerArn: made(listener.Listeners?.[0]?.ListenerArn),
      Priority: 10,
      Conditions: [{ Field: "path-pattern", Values: ["/api/*"] }],
      Actions: [{ Type: "forward", TargetGroupArn: api }],
    }),
  );
}

async function seedDatabase({ rds }: SeedClients, { region }: EstateRegion, network: Network): Promise<string> {
  await rds.send(new CreateDBSubnetGroupCommand({ DBSubnetGroupName: "shop-data", DBSubnetGroupDescription: "data tier", SubnetIds: network.data }));
  const created = await rds.send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: "shop-db",
      Engine: "postgres",
      DBInstanceClass: "db.r6g.large",
      AllocatedStorage: 200,
      MultiAZ: true,
      StorageEncrypted: true,
      KmsKeyId: keyArn(region),
      DBSubnetGroupName: "shop-data",
      VpcSecurityGroupIds: [network.groups.data],
      MasterUsername: "shop",
      MasterUserPassword: canaries.password,
      Tags: tags,
    }),
  );
  return made(created.DBInstance?.Endpoint?.Address);
}

async function seedFunction({ lambda }: SeedClients, { bucket }: EstateRegion, network: Network, { functionRoleArn }: Roles, databaseHost: string): Promise<string> {
  const created = await lambda.send(
    new CreateFunctionCommand({
      FunctionName: "resize-images",
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: functionRoleArn,
      Code: { ZipFile: emptyZip },
      // moto makes up the VPC of a function, so one in several subnets would be drawn in a VPC that is not there.
      VpcConfig: { SubnetIds: network.app.slice(0, 1), SecurityGroupIds: [network.groups.app] },
      Environment: { Variables: { ASSETS_BUCKET: bucket, DATABASE_URL: `postgres://shop:${canaries.environment}@${databaseHost}/shop`, API_TOKEN: canaries.environment } },
      Tags: { project: "shop" },
    }),
  );
  return made(created.FunctionArn);
}

async function seedBucket(s3: S3Client, { region, bucket: Bucket }: EstateRegion, LambdaFunctionArn: string): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket, ...(region === "us-east-1" ? {} : { CreateBucketConfiguration: { LocationConstraint: region } }) }));
  await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: tags } }));
  await s3.send(
    new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }] } }),
  );
  await s3.send(
    new PutPublicAccessBlockCommand({
      Bucket,
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
    }),
  );
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket,
      NotificationConfiguration: { LambdaFunctionConfigurations: [{ LambdaFunctionArn, Events: ["s3:ObjectCreated:*"] }] },
    }),
  );
}
