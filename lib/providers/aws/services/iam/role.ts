import { paginateGetAccountAuthorizationDetails } from "@aws-sdk/client-iam";
import type { RoleDetail } from "@aws-sdk/client-iam";
import { internet, nameAlias } from "../../../../core/resource/collected";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import { properties, tagsOf, timeOf } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";
import { trustedPrincipals } from "./trusted-principals";
import type { TrustedPrincipal } from "./trusted-principals";

const type = "AWS::IAM::Role";
const path = "AssumeRolePolicyDocument.Statement[].Principal";

export const role = defineCollector<AwsSession, RoleDetail>({
  id: "aws.iam.role",
  type,
  scope: "global",
  permissions: ["iam:GetAccountAuthorizationDetails"],
  async *list({ session, region, signal }) {
    // The one listing that holds tags, trust policies and instance profiles at once.
    const pages = paginateGetAccountAuthorizationDetails({ client: session.clients.iam(region), pageSize: 1000 }, { Filter: ["Role"] }, { abortSignal: signal });
    for await (const { RoleDetailList = [] } of pages) yield* RoleDetailList;
  },
  toResource(raw) {
    const id = required(raw.Arn, "Arn");
    const trusted = trustedPrincipals(raw.AssumeRolePolicyDocument ?? "");
    return {
      id,
      name: raw.RoleName ?? id,
      tags: tagsOf(raw.Tags),
      createdAt: timeOf(raw.CreateDate),
      properties: properties({
        path: raw.Path,
        roleId: raw.RoleId,
        trusts: trusted.map(({ kind, value }) => (kind === "everybody" ? kind : value)),
        managedPolicies: raw.AttachedManagedPolicies?.map(({ PolicyArn }) => PolicyArn),
        inlinePolicies: raw.RolePolicyList?.map(({ PolicyName }) => PolicyName),
        permissionsBoundary: raw.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
      }),
    };
  },
  // What an instance names is its profile: the role's other spelling, as nothing else can be done with a profile.
  aliases: (raw) => [raw.RoleName && nameAlias(type, raw.RoleName), ...(raw.InstanceProfileList ?? []).map(({ Arn }) => Arn)],
  refs: (raw, { account }) => trustedPrincipals(raw.AssumeRolePolicyDocument ?? "").map((principal) => trustRef(principal, account)),
});

function trustRef({ kind, value }: TrustedPrincipal, account: string): Ref | null {
  if (kind === "everybody") return { kind: "assumes", target: internet, path, direction: "in" };
  if (kind === "Federated") return { kind: "assumes", target: value, targetType: federationOf(value), path: `${path}.Federated`, direction: "in" };
  // AWS's own services assume most roles: told in the properties, and only noise as boxes.
  if (kind !== "AWS") return null;
  const arn = /^\d{12}$/.test(value) ? `arn:aws:iam::${value}:root` : value;
  // The account itself: IAM policies decide who. An id instead of an ARN is a principal that was deleted.
  if (!arn.startsWith("arn:") || arn.endsWith(`:${account}:root`)) return null;
  return { kind: "assumes", target: arn, targetType: typeOf(arn), path: `${path}.AWS`, direction: "in" };
}

function federationOf(value: string): string | undefined {
  if (value.includes(":oidc-provider/")) return "AWS::IAM::OIDCProvider";
  return value.includes(":saml-provider/") ? "AWS::IAM::SAMLProvider" : undefined;
}

/** What is drawn for a principal that nobody listed. */
function typeOf(arn: string): string | undefined {
  if (arn.endsWith(":root")) return "AWS::Organizations::Account";
  if (arn.includes(":role/")) return type;
  return arn.includes(":user/") ? "AWS::IAM::User" : undefined;
}
