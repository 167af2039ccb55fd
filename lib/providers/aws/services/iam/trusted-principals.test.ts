import { expect, test } from "vitest";
import { trustedPrincipals } from "./trusted-principals";

const policy = (...Statement: object[]) => encodeURIComponent(JSON.stringify({ Version: "2012-10-17", Statement }));

test("reads one or many principals of every kind", () => {
  const document = policy(
    { Effect: "Allow", Principal: { Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"], AWS: "210987654321" }, Action: "sts:AssumeRole" },
    { Effect: "Allow", Principal: { Federated: "cognito-identity.amazonaws.com" }, Action: "sts:AssumeRoleWithWebIdentity" },
    { Effect: "Deny", Principal: { AWS: "arn:aws:iam::1:root" }, Action: "sts:AssumeRole" },
  );
  expect(trustedPrincipals(document)).toEqual([
    { kind: "AWS", value: "210987654321" },
    { kind: "Service", value: "ec2.amazonaws.com" },
    { kind: "Service", value: "lambda.amazonaws.com" },
    { kind: "Federated", value: "cognito-identity.amazonaws.com" },
  ]);
});

test("everybody is everybody only without a condition", () => {
  expect(trustedPrincipals(policy({ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }))).toEqual([{ kind: "everybody", value: "*" }]);
  const conditional = policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } });
  expect(trustedPrincipals(conditional)).toEqual([{ kind: "AWS", value: "*" }]);
});

test.each(["", "%", "null", "[]", "{\"Statement\":7}", "<xml/>"])("%j names nobody", (document) => {
  expect(trustedPrincipals(document)).toEqual([]);
});
