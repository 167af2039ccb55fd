import type { CollectedResource } from "../../core/resource/collected";
import { aws, type AwsPlace } from "./aws";
import { from, openToInternet, to } from "./thing";

export interface Edge {
  certificate: CollectedResource;
  zone: CollectedResource;
  items: CollectedResource[];
}

/** What customers meet first: names, the content network, its firewall and certificate. All of it lives in us-east-1. */
export function awsEdge(place: AwsPlace, origins: { shop: CollectedResource; site: CollectedResource; images: CollectedResource }): Edge {
  const certificate = aws(place, "AWS::CertificateManager::Certificate", "acm:certificate/7d0c5f1e-2a44-4c1b-9a53-0f6b1e8d4c21", "shop.larkfield.example", {
    state: "ISSUED",
    properties: { domainName: "shop.larkfield.example", notAfter: "2027-03-01T12:00:00Z" },
  });
  const firewall = aws(place, "AWS::WAFv2::WebACL", "wafv2:global/webacl/shop/4c9e2b7a-1d35-4f02-8b6e-9a0d7c5e3f14", "shop", { properties: { scope: "CLOUDFRONT", rules: 6 } });
  const distribution = aws(place, "AWS::CloudFront::Distribution", "cloudfront::distribution/E1LARKFIELD42", "shop.larkfield.example", {
    state: "Deployed",
    properties: { domainName: "d111111abcdef8.cloudfront.net", aliases: ["shop.larkfield.example"], priceClass: "PriceClass_100" },
    links: [
      openToInternet("DomainName"),
      to("routes-to", origins.shop, "Origins[].DomainName"), to("routes-to", origins.site, "Origins[].DomainName"), to("routes-to", origins.images, "Origins[].DomainName"),
      to("secured-by", firewall, "WebACLId"), to("depends-on", certificate, "ViewerCertificate.ACMCertificateArn"),
    ],
  });
  const zone = aws(place, "AWS::Route53::HostedZone", "route53:::hostedzone/Z0LARKFIELD0EXAMPLE", "larkfield.example", {
    properties: { privateZone: false, recordCount: 23 },
    links: [to("routes-to", distribution, "ResourceRecordSets[].AliasTarget.DNSName")],
  });
  return { certificate, zone, items: [certificate, firewall, distribution, zone] };
}

/** Keys to the payment provider and the database; only their names are known. */
export function awsSecret(place: AwsPlace, name: string, suffix: string, key: CollectedResource): CollectedResource {
  return aws(place, "AWS::SecretsManager::Secret", `secretsmanager:secret:${name}-${suffix}`, name, {
    properties: { rotationEnabled: true },
    links: [to("encrypted-by", key, "KmsKeyId")],
  });
}

/** The role that the delivery pipeline and a partner may take: the partner's account is not ours to list. */
export function awsDelivery(place: AwsPlace, invoices: CollectedResource, trail: CollectedResource): CollectedResource[] {
  const provider = aws(place, "AWS::IAM::OIDCProvider", "iam::oidc-provider/token.actions.example", "token.actions.example");
  const deploy = aws(place, "AWS::IAM::Role", "iam::role/ci-deploy", "ci-deploy", { links: [from("assumes", provider, "AssumeRolePolicyDocument.Principal.Federated")] });
  const partner = aws(place, "AWS::IAM::Role", "iam::role/partner-accounting", "partner-accounting", {
    links: [
      { kind: "assumes", target: "arn:aws:iam::999988887777:role/ledgerly-import", targetType: "AWS::IAM::Role", path: "AssumeRolePolicyDocument.Principal.AWS", direction: "in" },
      to("reads", invoices, "Policies[].Statement[].Resource"),
    ],
  });
  const log = aws(place, "AWS::CloudTrail::Trail", "cloudtrail:trail/larkfield", "larkfield", { state: "logging", links: [to("writes", trail, "S3BucketName")] });
  return [provider, deploy, partner, log];
}
