import { awsCollectors } from "./services";

export interface IamPolicy {
  Version: "2012-10-17";
  Statement: { Sid: string; Effect: "Allow"; Action: string[]; Resource: "*" }[];
}

/** What connecting asks for; sts:GetCallerIdentity needs no permission. */
const connecting = ["ec2:DescribeRegions"];

/** The least that lets every collector see everything: all of it reads, and none of it reads what is stored in the resources. */
export function readOnlyPolicy(): IamPolicy {
  const actions = new Set([...connecting, ...awsCollectors.flatMap(({ permissions }) => permissions)]);
  return { Version: "2012-10-17", Statement: [{ Sid: "CloudVizRead", Effect: "Allow", Action: [...actions].sort(), Resource: "*" }] };
}
