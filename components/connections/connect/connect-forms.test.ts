import { describe, expect, test } from "vitest";
import { awsCredentials, awsSettings } from "@/lib/providers/aws/connection-schema";
import { azureCredentials, azureSettings } from "@/lib/providers/azure/connection-schema";
import { gcpCredentials, gcpSettings } from "@/lib/providers/gcp/connection-schema";
import { providers } from "@/lib/providers";
import { missingOf, type ModeSpec, type Values } from "./connect-form";
import { connectForms, type CloudId } from "./connect-forms";

const id = "AAAAAAAA-0000-0000-0000-000000000001";
const pem = "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----";
const key = JSON.stringify({ type: "service_account", client_email: "reader@shop.iam.gserviceaccount.com", private_key: "-----BEGIN PRIVATE KEY-----" });
const configuration = JSON.stringify({ type: "external_account", audience: "a", token_url: "https://sts.googleapis.com/v1/token" });

const schemas = {
  aws: { credentials: awsCredentials, settings: awsSettings },
  azure: { credentials: azureCredentials, settings: azureSettings },
  gcp: { credentials: gcpCredentials, settings: gcpSettings },
} as const;

/** Every field filled in. */
const everything: Record<CloudId, Values> = {
  aws: { profile: "work", accessKeyId: " AKIAIOSFODNN7EXAMPLE ", secretAccessKey: "s", sessionToken: "t", roleArn: "arn:aws:iam::123456789012:role/reader", externalId: "x1" },
  azure: { tenantId: id, clientId: id, clientSecret: "s", certificate: pem, password: "p", cloud: "own", resourceManager: "https://a.example", authority: "https://b.example" },
  gcp: { key, configuration, scopes: "organizations/1, projects/my-project", withoutPolicies: "yes", relationships: "yes", endpoint: "https://asset.p.googleapis.com" },
};
const choices = { aws: ["eu-west-1"], azure: [id.toLowerCase()], gcp: ["my-project"] };

const cases = Object.values(connectForms).flatMap((form) => form.modes.map((mode): [CloudId, ModeSpec] => [form.provider as CloudId, mode]));

describe.each(cases)("%s, $value", (cloud, mode) => {
  const form = connectForms[cloud];
  const required = (values: Values): Values => Object.fromEntries([...mode.fields, ...form.fields].flatMap(({ name, isRequired, when }) => (isRequired === true && when === undefined ? [[name, values[name] ?? ""]] : [])));

  test.each([["all", everything[cloud]], ["what is required", required(everything[cloud])]])("with %s filled in, what is sent is what the provider reads", (_, values) => {
    expect(missingOf(form, mode, values)).toBeNull();
    expect(schemas[cloud].credentials.parse(form.credentials(mode, values))).toMatchObject({ mode: mode.value });
    for (const choice of [null, choices[cloud]]) {
      const settings = schemas[cloud].settings.parse({ ...form.settings(values), ...form.choice(choice) });
      expect(Object.values(settings)).toContainEqual(choice);
    }
  });

  test("says what is missing", () => {
    for (const { name, label, isRequired } of mode.fields) if (isRequired === true) expect(missingOf(form, mode, { ...everything[cloud], [name]: " " })).toContain(label);
  });

  test("there are words for what to set up", async () => {
    const { setup } = await providers[cloud]();
    expect(setup.some((step) => step.mode === mode.value || step.mode === null)).toBe(true);
  });
});

test("no step of a set-up belongs to a way that is not offered", async () => {
  for (const [cloud, form] of Object.entries(connectForms)) {
    const { setup } = await providers[cloud as CloudId]();
    const modes = new Set<string | null>([null, ...form.modes.map(({ value }) => value)]);
    expect(setup.filter(({ mode }) => !modes.has(mode))).toEqual([]);
  }
});

test("an empty place to look at is the credentials' own", () => {
  expect(gcpSettings.parse(connectForms.gcp.settings({}))).toMatchObject({ scopes: null, policies: true, relationships: false, endpoint: null });
  expect(azureSettings.parse(connectForms.azure.settings({ cloud: "" }))).toMatchObject({ cloud: "public" });
});
