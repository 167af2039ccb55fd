import { expect, test } from "vitest";
import { connectError, explainAwsError } from "./errors";
import { noteOperation } from "./operation";

const collector = { permissions: ["ec2:DescribeInstances"] as const };

function awsError(name: string, message = "", httpStatusCode = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

test.each([
  ["UnauthorizedOperation", "denied", "missing-permission"],
  ["OptInRequired", "disabled", "not-enabled"],
  ["ExpiredToken", "failed", "expired-credentials"],
  ["InvalidClientTokenId", "failed", "credentials-refused"],
  ["RequestTimeTooSkewed", "failed", "clock-skew"],
  ["RequestLimitExceeded", "failed", "throttled"],
  ["TimeoutError", "failed", "timeout"],
  ["SomethingNew", "failed", "unexpected-answer"],
  ["AbortError", "cancelled", "cancelled"],
])("%s is %s: %s", (name, status, reason) => {
  expect(explainAwsError(awsError(name), collector)).toMatchObject({ status, reason });
});

test("the permission is what AWS names, else that of the call, else the collector's first", async () => {
  const named = awsError("AccessDenied", "User: arn:aws:iam::1:user/a is not authorized to perform: rds:DescribeDBInstances on resource: *", 403);
  expect(explainAwsError(named, collector).permission).toBe("rds:DescribeDBInstances");
  const silent = awsError("AccessDenied", "Access Denied", 403);
  const call = noteOperation(() => Promise.reject(silent), { clientName: "S3Client", commandName: "GetBucketEncryptionCommand" });
  await expect(call({})).rejects.toBe(silent);
  expect(explainAwsError(silent, collector).permission).toBe("s3:GetEncryptionConfiguration");
  expect(explainAwsError(awsError("AccessDenied", "", 403), collector).permission).toBe("ec2:DescribeInstances");
});

test("nothing of AWS's own text is repeated: a bad signature comes with the session token", () => {
  const text = "The Canonical String for this request should have been 'x-amz-security-token:CANARY-token'";
  const credentials = { mode: "keys" as const, accessKeyId: "AKIAEXAMPLE", secretAccessKey: "CANARY-secret" };
  for (const name of ["SignatureDoesNotMatch", "ExpiredToken", "AccessDenied", "CANARY <script>", "CredentialsProviderError", "ECONNREFUSED"]) {
    expect(explainAwsError(awsError(name, text), collector).message).not.toContain("CANARY");
    expect(connectError(awsError(name, text), credentials).message).not.toContain("CANARY");
  }
});

test("a role that may not be assumed is told by its name and what to check", () => {
  const credentials = { mode: "default" as const, assumeRole: { roleArn: "arn:aws:iam::210987654321:role/reader" } };
  const denied = awsError("AccessDenied", "", 403);
  const call = noteOperation(() => Promise.reject(denied), { clientName: "STSClient", commandName: "GetCallerIdentityCommand" });
  return call({}).catch((error: unknown) => {
    expect(connectError(error, credentials)).toMatchObject({ code: "invalid-credentials", message: expect.stringContaining("sts:AssumeRole") });
  });
});
