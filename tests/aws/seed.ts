import { EC2Client } from "@aws-sdk/client-ec2";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { RDSClient } from "@aws-sdk/client-rds";
import { S3Client } from "@aws-sdk/client-s3";
import { deleteDefaultVpcs } from "./seed-defaults";
import { seedNetwork } from "./seed-network";
import { seedRoles } from "./seed-roles";
import { seedWorkload } from "./seed-workload";

/** What the seed makes everywhere, said once for the tests. */
export const account = "123456789012";
export const estate = [
  { region: "eu-west-1", cidrPrefix: "10.10", bucket: "shop-assets-eu" },
  { region: "us-east-1", cidrPrefix: "10.20", bucket: "shop-assets-us" },
] as const;

export type EstateRegion = (typeof estate)[number];

export interface SeedClients {
  ec2: EC2Client;
  elbv2: ElasticLoadBalancingV2Client;
  rds: RDSClient;
  s3: S3Client;
  lambda: LambdaClient;
  iam: IAMClient;
}

/**
 * A shop of three tiers (public, app, data) in two availability zones of two regions: load balancer, instances, database,
 * function and bucket in each, roles for all. `endpoint` is moto's; its account starts empty but for default VPCs.
 */
export async function seed(endpoint: string): Promise<void> {
  await deleteDefaultVpcs((region) => clientsFor(endpoint, region).ec2);
  const roles = await seedRoles(clientsFor(endpoint, "us-east-1").iam);
  for (const place of estate) {
    const clients = clientsFor(endpoint, place.region);
    await seedWorkload(clients, place, await seedNetwork(clients.ec2, place), roles);
  }
}

function clientsFor(endpoint: string, region: string): SeedClients {
  const options = { endpoint, region, credentials: { accessKeyId: "testing", secretAccessKey: "testing" } };
  return {
    ec2: new EC2Client(options),
    elbv2: new ElasticLoadBalancingV2Client(options),
    rds: new RDSClient(options),
    s3: new S3Client({ ...options, forcePathStyle: true }),
    lambda: new LambdaClient(options),
    iam: new IAMClient(options),
  };
}
