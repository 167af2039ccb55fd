import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { signCall } from "../../inngest/engine/protocol/sign-call";

const signingKey = `signkey-prod-${"5".repeat(64)}`;
Object.assign(process.env, { INNGEST_BASE_URL: "http://127.0.0.1:8288", INNGEST_EVENT_KEY: "0e0e", INNGEST_SIGNING_KEY: signingKey, LOG_LEVEL: "silent" });
const { PUT, POST } = await import("../../app/api/inngest/route");

const address = "http://127.0.0.1:3000/api/inngest";
const body = { url: address };

function requestOf(method: "PUT" | "POST", headers: Record<string, string>): NextRequest {
  return new NextRequest(address, { method, body: JSON.stringify(body), headers: { "content-type": "application/json", "x-inngest-sync-kind": "in_band", ...headers } });
}

test("Inngest is told the functions as often as it asks, and nobody else is", async () => {
  const told = z.object({ app_id: z.string(), functions: z.array(z.object({ id: z.string() })) });
  for (let round = 0; round < 2; round++) {
    const answer = await PUT(requestOf("PUT", { "x-inngest-signature": signCall(body, signingKey) }));
    expect(answer.status).toBe(200);
    const { app_id, functions } = told.parse(await answer.json());
    expect(app_id).toBe("cloudviz");
    expect(functions.map(({ id }) => id)).toContain("cloudviz-discover");
  }
  expect((await PUT(requestOf("PUT", {}))).status).toBe(401);
  expect((await POST(requestOf("POST", {}))).status).toBe(401);
});
