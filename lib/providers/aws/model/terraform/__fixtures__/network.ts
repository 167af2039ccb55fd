import type { TerraformFixtures } from "../../../../../core/terraform-fixture";

export const networkFixtures: TerraformFixtures = {
  aws_vpc: {
    attributes: { id: "vpc-0a1", arn: "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1", cidr_block: "10.0.0.0/16", tags: { Name: "shop" } },
    expect: { type: "AWS::EC2::VPC", id: "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1", name: "shop", region: "eu-west-1" },
  },
  aws_subnet: {
    attributes: { id: "subnet-0a1", vpc_id: "vpc-0a1", availability_zone: "eu-west-1a", cidr_block: "10.0.1.0/24", tags: { Name: "web-a" } },
    expect: { type: "AWS::EC2::Subnet", id: "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1", name: "web-a", edges: ["aws_vpc contains this"] },
  },
};
