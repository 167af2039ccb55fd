import {
  DeleteInternetGatewayCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DescribeInternetGatewaysCommand,
  DescribeRegionsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  DetachInternetGatewayCommand,
} from "@aws-sdk/client-ec2";
import type { EC2Client } from "@aws-sdk/client-ec2";
import { made } from "./made";

/** Every region of a new account has a default VPC with a subnet a zone. */
export async function deleteDefaultVpcs(ec2: (region: string) => EC2Client): Promise<void> {
  const { Regions = [] } = await ec2("us-east-1").send(new DescribeRegionsCommand({}));
  await Promise.all(Regions.map(({ RegionName }) => emptyRegion(ec2(made(RegionName)))));
}

async function emptyRegion(ec2: EC2Client): Promise<void> {
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({ Filters: [{ Name: "is-default", Values: ["true"] }] }));
  for (const { VpcId } of Vpcs) {
    const inVpc = { Filters: [{ Name: "vpc-id", Values: [made(VpcId)] }] };
    const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand(inVpc));
    for (const { SubnetId } of Subnets) await ec2.send(new DeleteSubnetCommand({ SubnetId }));
    const attached = { Filters: [{ Name: "attachment.vpc-id", Values: [made(VpcId)] }] };
    const { InternetGateways = [] } = await ec2.send(new DescribeInternetGatewaysCommand(attached));
    for (const { InternetGatewayId } of InternetGateways) {
      await ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId }));
      await ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId }));
    }
    await ec2.send(new DeleteVpcCommand({ VpcId }));
  }
}
