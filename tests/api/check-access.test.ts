import { afterAll, expect, test } from "vitest";
import { accessCheck, type CheckedAccount } from "../../lib/core/api/connections";
import { startAws } from "../stand-in-aws/start-aws";
import { makeSubscription } from "../stand-in-azure/make-subscription";
import { failed as azureFailure, startAzure, tenantId } from "../stand-in-azure/start-azure";
import { organization, organizationAssets, projectNumbers } from "../stand-in-gcp/organization";
import { serviceAccountKey } from "../stand-in-gcp/service-account-key";
import { failed as gcpFailure, startGcp } from "../stand-in-gcp/start-gcp";
import { withServer } from "./with-server";

const production = "aaaaaaaa-0000-0000-0000-000000000001";
const staging = "aaaaaaaa-0000-0000-0000-000000000002";

const aws = await startAws();
const azure = await startAzure([makeSubscription(production, "Production"), makeSubscription(staging, "Staging")]);
const gcp = await startGcp(organizationAssets, { numbers: projectNumbers });
const server = await withServer({ AWS_ENDPOINT_URL: aws.url });
afterAll(() => Promise.all([aws.close(), azure.close(), gcp.close()]));

async function check(json: object) {
  const response = await server.call("/api/v1/connections/check", { method: "POST", json });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function accounts(json: object): Promise<CheckedAccount[]> {
  const { status, body } = await check(json);
  expect(status).toBe(200);
  return accessCheck.parse(body).accounts;
}

const words = ({ trials }: CheckedAccount) => trials.map(({ collector, status, permission }) => [collector, status, ...(permission === null ? [] : [permission])].join(" "));

test("Azure: each subscription by its name, and what is denied in which", async () => {
  azure.intercept = (call) => (typeof call === "object" && call.table === "resources" && call.subscriptions?.includes(staging) === true ? azureFailure(403, "AuthorizationFailed", "no") : null);
  const request = { provider: "azure", ...azure.access };
  const found = await accounts(request);
  expect(found.map(({ id, kind, name }) => `${kind} ${name} ${id}`)).toEqual([`tenant ${tenantId} ${tenantId}`, `subscription Production ${production}`, `subscription Staging ${staging}`]);
  expect(found.map(words)).toEqual([
    ["azure.management-groups complete"],
    ["azure.resources complete", "azure.resource-groups complete", "azure.role-assignments complete"],
    ["azure.resources denied Microsoft.Resources/subscriptions/resources/read", "azure.resource-groups complete", "azure.role-assignments complete"],
  ]);
  expect(await check({ ...request, credentials: { ...request.credentials, clientSecret: "canary-secret" } })).toMatchObject({ status: 422, body: { code: "invalid-credentials", detail: expect.not.stringContaining("canary") as string } });
  expect((await (await server.call("/api/v1/connections")).json()) as unknown).toMatchObject({ data: [] });
});

test("Google Cloud: what is in an organisation, to choose from", async () => {
  const credentials = { mode: "service-account", key: JSON.stringify(serviceAccountKey) };
  const permission = "cloudasset.assets.listIamPolicy";
  gcp.intercept = ({ parent, content }) => (parent === "projects/shop-test" && content === "IAM_POLICY" ? gcpFailure(403, "PERMISSION_DENIED", { reason: "IAM_PERMISSION_DENIED", metadata: { permission } }) : null);
  const found = await accounts({ provider: "gcp", credentials, settings: { scopes: [organization], endpoint: gcp.url } });
  expect(found.map(({ id, kind, name }) => `${kind} ${name} ${id}`)).toEqual(["organization example.com organizations/900", "project shop-prod shop-prod", "project shop-test shop-test"]);
  expect(found.map(words)).toEqual([["gcp.containers complete"], ["gcp.assets complete", "gcp.policies complete"], ["gcp.assets complete", `gcp.policies denied ${permission}`]]);

  const chosen = await accounts({ provider: "gcp", credentials, settings: { scopes: [organization], projects: ["shop-test", "gone-one"], endpoint: gcp.url } });
  expect(chosen.map(({ id }) => id)).toEqual([organization, "shop-test", "gone-one"]);
  expect(chosen[2] && words(chosen[2])).toEqual(["gcp.assets failed"]);
  expect(await check({ provider: "gcp", credentials, settings: { scopes: [organization], projects: ["other-one"], endpoint: gcp.url } })).toMatchObject({ status: 400, body: { detail: expect.stringMatching(/In it are: shop-prod, shop-test/) as string } });
});

test("AWS: the account, its regions, and which permissions are missing", async () => {
  const account = aws.account({ regions: ["eu-west-1", "us-east-1"], accessKeyId: "AKIACHECKCHECKCHECK1" });
  account.refusals.set("ec2:DescribeVpcs", "denied");
  const { accessKeyId, secretAccessKey } = account.credentials;
  const [found] = await accounts({ provider: "aws", credentials: { mode: "keys", accessKeyId, secretAccessKey } });
  expect(found).toMatchObject({ id: account.id, kind: "account", regions: ["eu-west-1", "us-east-1"] });
  expect(found?.trials.filter(({ collector }) => /vpc|subnet/.test(collector)).map(({ status, permission }) => `${status} ${permission}`)).toEqual(expect.arrayContaining(["denied ec2:DescribeVpcs", "complete null"]));
});
