import { AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import type { IAMClient } from "@aws-sdk/client-iam";
import { made } from "./made";

export interface Roles {
  instanceProfileArn: string;
  functionRoleArn: string;
}

/** A role each for instances and functions, one for another account, and one for a build service that signs in by OIDC. */
export async function seedRoles(iam: IAMClient): Promise<Roles> {
  await role(iam, "shop-app", { Service: "ec2.amazonaws.com" });
  const functionRoleArn = await role(iam, "shop-resize", { Service: "lambda.amazonaws.com" });
  await role(iam, "auditor", { AWS: "arn:aws:iam::210987654321:root" });
  await role(iam, "deploy", { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" });
  const profile = await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "shop-app-profile" }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: "shop-app-profile", RoleName: "shop-app" }));
  return { instanceProfileArn: made(profile.InstanceProfile?.Arn), functionRoleArn };
}

async function role(iam: IAMClient, RoleName: string, Principal: Record<string, string>): Promise<string> {
  const Action = "Federated" in Principal ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole";
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action }] };
  const Tags = [{ Key: "project", Value: "shop" }];
  const created = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(document), Tags }));
  return made(created.Role?.Arn);
}
