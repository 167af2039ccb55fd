import type { TerraformTypes } from "../../../../core/terraform-type";
import { ec2Arn } from "../arn";
import { text } from "./attribute-text";

export const awsNetwork: TerraformTypes = {
  aws_vpc: { as: "resource", type: "AWS::EC2::VPC", id: (attributes, context) => ec2Arn(context, "vpc", text(attributes, "id") ?? "") },
  aws_subnet: { as: "resource", type: "AWS::EC2::Subnet", id: (attributes, context) => ec2Arn(context, "subnet", text(attributes, "id") ?? ""), refs: [{ path: "vpc_id", kind: "contains", direction: "in" }] },
};
