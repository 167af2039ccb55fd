import { expect, test } from "vitest";
import { awsCredentials, awsSettings } from "@/lib/providers/aws/connection-schema";
import { awsRequest, emptyAwsForm, missingOf } from "./aws-form";

test.each([
  emptyAwsForm,
  { ...emptyAwsForm, profile: "work", roleArn: " arn:aws:iam::123456789012:role/reader ", externalId: "x1", regions: "eu-west-1, us-east-1" },
  { ...emptyAwsForm, mode: "keys" as const, accessKeyId: "AKIAIOSFODNN7EXAMPLE ", secretAccessKey: "s", name: "prod" },
])("what the form sends is what the provider reads", (form) => {
  const { credentials, settings } = awsRequest(form);
  expect(awsCredentials.parse(credentials).mode).toBe(form.mode);
  expect(awsSettings.parse(settings).regions).toEqual(form.regions === "" ? null : ["eu-west-1", "us-east-1"]);
});

test("keys need both halves", () => {
  expect(missingOf(emptyAwsForm)).toBeNull();
  expect(missingOf({ ...emptyAwsForm, mode: "keys" })).toMatch(/access key id/);
  expect(missingOf({ ...emptyAwsForm, mode: "keys", accessKeyId: "AKIA" })).toMatch(/secret/);
});
