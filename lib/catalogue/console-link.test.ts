import { expect, test } from "vitest";
import { hostileNames } from "../scenarios/hostile-names";
import { consoleLink } from "./console-link";

function link(id: string, given: { type?: string; account?: string; region?: string | null } = {}) {
  return consoleLink({ id, provider: "any", type: given.type ?? "", account: given.account ?? "", region: given.region ?? null });
}

test.each([
  ["arn:aws:ec2:eu-west-1:123456789012:instance/i-0a1b", {}, "https://console.aws.amazon.com/go/view?arn=arn%3Aaws%3Aec2%3Aeu-west-1%3A123456789012%3Ainstance%2Fi-0a1b"],
  ["arn:aws:s3:::logs", {}, "https://console.aws.amazon.com/go/view?arn=arn%3Aaws%3As3%3A%3A%3Alogs"],
  ["arn:aws-cn:s3:::logs", {}, "https://console.amazonaws.cn/go/view?arn=arn%3Aaws-cn%3As3%3A%3A%3Alogs"],
  ["arn:aws-us-gov:s3:::logs", {}, "https://console.amazonaws-us-gov.com/go/view?arn=arn%3Aaws-us-gov%3As3%3A%3A%3Alogs"],
  ["/subscriptions/s-1/resourcegroups/shop/providers/microsoft.web/sites/shop", { region: "westeurope" }, "https://portal.azure.com/#@/resource/subscriptions/s-1/resourcegroups/shop/providers/microsoft.web/sites/shop"],
  ["/subscriptions/s-1/resourcegroups/shop", { region: "usgovvirginia" }, "https://portal.azure.us/#@/resource/subscriptions/s-1/resourcegroups/shop"],
  ["//compute.googleapis.com/projects/p/zones/europe-west1-b/instances/web", { type: "compute.googleapis.com/Instance" }, "https://console.cloud.google.com/compute/instancesDetail/zones/europe-west1-b/instances/web?project=p"],
  ["//compute.googleapis.com/projects/p/regions/europe-west1/subnetworks/a", { type: "compute.googleapis.com/Subnetwork" }, "https://console.cloud.google.com/networking/subnetworks/details/europe-west1/a?project=p"],
  ["//storage.googleapis.com/logs", { type: "storage.googleapis.com/Bucket", account: "p" }, "https://console.cloud.google.com/storage/browser/logs?project=p"],
  ["//cloudkms.googleapis.com/projects/p/locations/eu/keyRings/r/cryptoKeys/k", { type: "cloudkms.googleapis.com/CryptoKey" }, "https://console.cloud.google.com/security/kms/key/manage/eu/r/k?project=p"],
])("%s", (id, given, url) => {
  expect(link(id, given)?.url).toBe(url);
});

test.each([
  ["tf:0000:aws_instance.web", {}],
  ["outside:vpc-1", {}],
  ["arn:aws-moon:s3:::logs", {}],
  ["arn:constructor:s3:::logs", {}],
  ["arn:aws:s3", {}],
  ["//pubsub.googleapis.com/projects/p/schemas/s", { type: "pubsub.googleapis.com/Schema" }],
  ["//storage.googleapis.com/logs", { type: "storage.googleapis.com/Bucket" }],
  ["//compute.googleapis.com/projects/p/instances/web", { type: "compute.googleapis.com/Instance" }],
  ["javascript:alert(1)", {}],
])("no link from %s", (id, given) => {
  expect(link(id, given)).toBeNull();
});

test("whatever a name holds, the link stays on the provider's host and in its place", () => {
  for (const name of [...hostileNames, "a?b#c", "../../x", "@evil.example", "a b"]) {
    const made = [
      link(`arn:aws:s3:::${name}`),
      link(`/subscriptions/s/resourcegroups/${name}`),
      link(`//storage.googleapis.com/${name}`, { type: "storage.googleapis.com/Bucket", account: name }),
    ].filter((one) => one !== null);
    for (const { url } of made) {
      const { protocol, host, username, pathname, searchParams } = new URL(url);
      expect(pathname).toMatch(/^\/(go\/view|storage\/browser\/[^/]*)?$/);
      expect(protocol).toBe("https:");
      expect(["console.aws.amazon.com", "portal.azure.com", "console.cloud.google.com"]).toContain(host);
      expect(username).toBe("");
      expect([...searchParams.keys()].filter((key) => key !== "arn" && key !== "project")).toEqual([]);
    }
  }
});
