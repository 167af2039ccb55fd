import { afterEach, expect, test, vi } from "vitest";
import { azureCredentials, azureSettings } from "../lib/providers/azure/connection-schema";
import { awsCredentials, awsSettings } from "../lib/providers/aws/connection-schema";
import { gcpCredentials, gcpSettings } from "../lib/providers/gcp/connection-schema";
import { providerIds } from "../lib/providers";
import { discoverInput } from "./discover-input";
import { UsageError } from "./exit";

const id = "aaaaaaaa-0000-0000-0000-000000000001";
const schemas = { aws: [awsCredentials, awsSettings], azure: [azureCredentials, azureSettings], gcp: [gcpCredentials, gcpSettings] } as const;

afterEach(() => vi.unstubAllEnvs());

test.each(providerIds)("%s: without a word, everything that the cloud's own credentials see", (provider) => {
  for (const name of ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"]) vi.stubEnv(name, undefined);
  const { credentials, settings } = discoverInput(provider, {});
  expect(schemas[provider][0].parse(credentials)).toMatchObject({ mode: provider === "azure" ? "cli" : "default" });
  expect(Object.values(schemas[provider][1].parse(settings))).toContain(null);
});

test("places are read as the providers want them", () => {
  expect(awsSettings.parse(discoverInput("aws", { regions: " eu-west-1,, us-east-1,eu-west-1" }).settings)).toEqual({ regions: ["eu-west-1", "us-east-1"] });
  expect(azureSettings.parse(discoverInput("azure", { subscriptions: id }).settings)).toMatchObject({ subscriptions: [id] });
  expect(gcpSettings.parse(discoverInput("gcp", { scopes: "organizations/1", projects: "my-project", endpoint: "https://a.p.googleapis.com" }).settings)).toMatchObject({ scopes: ["organizations/1"], projects: ["my-project"], endpoint: "https://a.p.googleapis.com" });
});

test("an application of Azure is told by the environment", () => {
  vi.stubEnv("AZURE_TENANT_ID", id);
  vi.stubEnv("AZURE_CLIENT_ID", id);
  vi.stubEnv("AZURE_CLIENT_SECRET", "secret");
  expect(azureCredentials.parse(discoverInput("azure", {}).credentials)).toMatchObject({ mode: "secret", tenantId: id, clientSecret: "secret" });
});

test.each([
  ["nope", {}, /There is no provider "nope"\. Choose one of: aws, azure, gcp/],
  ["constructor", {}, /There is no provider/],
  ["gcp", { regions: "eu-west-1" }, /--regions is for aws\. For gcp there are: --scopes, --projects/],
  ["aws", { subscriptions: id }, /--subscriptions is for azure/],
  ["azure", { subscriptions: " , " }, /--subscriptions names nothing/],
])("%s %j is wrong usage", (provider, options, message) => {
  expect(() => discoverInput(provider, options)).toThrow(UsageError);
  expect(() => discoverInput(provider, options)).toThrow(message);
});
