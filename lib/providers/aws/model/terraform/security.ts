import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { globalArn } from "../arn";
import { text } from "./attribute-text";
import { accessRefs, trustRefs } from "./policy-refs";
import { box, end, global, globalId, joins, named, part, regionalId } from "./row";
import { assumes, dependsOn, encryptedBy, quietly } from "./refs";

const role = "AWS::IAM::Role";
const user = "AWS::IAM::User";
const group = "AWS::IAM::Group";
const policy = "AWS::IAM::ManagedPolicy";

/** Who may do what. */
export const awsIdentities: TerraformTypes = {
  aws_iam_role: box(role, [quietly(dependsOn("managed_policy_arns[]")), quietly(dependsOn("permissions_boundary"))], {
    ...named("name"),
    id: (attributes, context) => roleArn(attributes, context),
    refsOf: (attributes, context) => [...trustRefs(attributes, context), ...accessRefs("inline_policy[].policy")(attributes)],
  }),
  aws_iam_service_linked_role: box(role, [], named("name")),
  aws_iam_role_policy: { ...part("role", "inlinePolicies", [], role), refsOf: accessRefs("policy") },
  aws_iam_role_policy_attachment: joins(end("role", role), "depends-on", end("policy_arn")),
  aws_iam_policy: box(policy, [], { ...named("name"), refsOf: accessRefs("policy") }),
  aws_iam_policy_attachment: joins(end("roles[]", role), "depends-on", end("policy_arn")),
  aws_iam_instance_profile: box("AWS::IAM::InstanceProfile", [assumes("role", role)], named("name")),
  aws_iam_user: box(user, [quietly(dependsOn("permissions_boundary"))], named("name")),
  aws_iam_user_policy: { ...part("user", "inlinePolicies", [], user), refsOf: accessRefs("policy") },
  aws_iam_user_policy_attachment: joins(end("user", user), "depends-on", end("policy_arn")),
  aws_iam_user_login_profile: part("user", "loginProfile", [], user),
  aws_iam_group: box(group, [], named("name")),
  aws_iam_group_policy: { ...part("group", "inlinePolicies", [], group), refsOf: accessRefs("policy") },
  aws_iam_group_policy_attachment: joins(end("group", group), "depends-on", end("policy_arn")),
  aws_iam_group_membership: joins(end("users[]", user), "depends-on", end("group", group)),
  aws_iam_user_group_membership: joins(end("user", user), "depends-on", end("groups[]", group)),
  aws_iam_access_key: box("AWS::IAM::AccessKey", [dependsOn("user", user)], {
    // The key's own id is half of a credential: it is known by its user, and by when it was made where that is told.
    id: (attributes, context) => globalArn(context, "iam", `user/${text(attributes, "user") ?? ""}/access-key/${text(attributes, "create_date") ?? context.address}`),
    name: (attributes) => `${text(attributes, "user") ?? "access"} key`,
    state: (attributes) => text(attributes, "status"),
    ...global,
  }),
  aws_iam_openid_connect_provider: box("AWS::IAM::OIDCProvider", [], named("url")),
  aws_iam_saml_provider: box("AWS::IAM::SAMLProvider", [], named("name")),
  aws_iam_server_certificate: box("AWS::IAM::ServerCertificate", [], named("name")),
  aws_cognito_user_pool: box("AWS::Cognito::UserPool", [], named("name")),
  aws_cognito_user_pool_client: part("user_pool_id", "clients"),
  aws_cognito_user_pool_domain: part("user_pool_id", "domains", [dependsOn("certificate_arn")]),
};

/** Keys, secrets, certificates and what guards the doors. */
export const awsProtection: TerraformTypes = {
  aws_kms_key: box("AWS::KMS::Key", [], named("description", "key_id")),
  aws_kms_alias: part(["target_key_id", "target_key_arn"], "aliases"),
  aws_kms_replica_key: box("AWS::KMS::ReplicaKey", [dependsOn("primary_key_arn")], named("description", "key_id")),
  aws_secretsmanager_secret: box("AWS::SecretsManager::Secret", [encryptedBy("kms_key_id")], named("name")),
  aws_secretsmanager_secret_version: part(["secret_id", "secret_arn"], "versions"),
  aws_secretsmanager_secret_rotation: part("secret_id", "rotation", [{ path: "rotation_lambda_arn", kind: "depends-on" }]),
  aws_secretsmanager_secret_policy: part("secret_arn", "policy"),
  aws_ssm_parameter: box("AWS::SSM::Parameter", [encryptedBy("key_id")], { id: regionalId("ssm", "parameter", "name"), ...named("name") }),
  aws_acm_certificate: box("AWS::CertificateManager::Certificate", [], { ...named("domain_name"), state: (attributes) => text(attributes, "status") }),
  aws_acm_certificate_validation: part("certificate_arn", "validation"),
  aws_wafv2_web_acl: box("AWS::WAFv2::WebACL"),
  aws_wafv2_web_acl_association: joins(end("resource_arn"), "secured-by", end("web_acl_arn")),
  aws_wafv2_ip_set: box("AWS::WAFv2::IPSet"),
  aws_wafv2_web_acl_logging_configuration: part("resource_arn", "logging", [{ path: "log_destination_configs[]", kind: "writes" }]),
  aws_guardduty_detector: box("AWS::GuardDuty::Detector", [], named("id")),
  aws_securityhub_account: box("AWS::SecurityHub::Hub", [], { ...named("id"), id: regionalId("securityhub", "hub/") }),
  aws_organizations_account: box("AWS::Organizations::Account", [], global),
  aws_organizations_organizational_unit: box("AWS::Organizations::OrganizationalUnit", [], global),
  aws_ram_resource_share: box("AWS::RAM::ResourceShare"),
  aws_cloudfront_origin_access_identity: box("AWS::CloudFront::CloudFrontOriginAccessIdentity", [], {
    id: globalId("cloudfront", "origin-access-identity/"), ...named("comment", "id"), ...global,
    aliases: (attributes) => ["iam_arn", "cloudfront_access_identity_path", "s3_canonical_user_id"].map((key) => text(attributes, key) ?? ""),
  }),
};

/** Older providers wrote no ARN for what else is known by path and name. */
function roleArn(attributes: Parameters<typeof text>[0], context: { partition: string; account: string }): string | null {
  const arn = text(attributes, "arn");
  const name = text(attributes, "name");
  if (arn !== null) return arn;
  return name === null ? null : globalArn(context, "iam", `role${text(attributes, "path") ?? "/"}${name}`);
}
