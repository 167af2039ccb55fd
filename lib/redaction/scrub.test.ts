import { describe, expect, it } from "vitest";
import { isMachineMade, scrubAddresses, scrubIds, scrubWith } from "./scrub";

describe("addresses in texts", () => {
  it.each([
    ["web-10.0.0.1", "web-…"],
    ["10.0.0.0/16 +2", "… +2"],
    ["2001:db8::1/64", "…"],
    ["::ffff:10.1.2.3", "…"],
    ["at ip-10-0-1-5 now", "at … now"],
    ["db.internal.example.com:5432 (main)", "… (main)"],
    ["*.shop.example", "…"],
    ["bücher.例え.テスト", "…"],
    ["arn:aws-us-gov:s3:::bucket/key is it", "… is it"],
    ["/subscriptions/1/resourceGroups/rg", "…"],
    ["//compute.googleapis.com/projects/p/zones/z", "…"],
    ["jdbc:postgresql://db/orders?user=x", "…"],
    ["ask ops+1@example.com!", "ask …"],
  ])("%s", (text, scrubbed) => expect(scrubAddresses(text)).toBe(scrubbed));

  it.each(["m7g.2xlarge", "db.r5.large", "r6g.large.search", "Standard_D2s_v3", "e2-standard-4", "python3.12", "eu-west-1a", "orders api", "v1.2.3", "…"])("%s is none", (text) => {
    expect(scrubAddresses(text)).toBe(text);
  });

  it("sees through letters of full width and invisible ones", () => {
    expect(scrubWith("１０．０．０．１", scrubAddresses)).toBe("…");
    expect(scrubWith("10.0\u200b.0.1", scrubAddresses)).toBe("…");
    expect(scrubWith("ﬁne", scrubAddresses)).toBe("ﬁne");
  });

  // A pattern that goes back and forth would not end before the test's own limit.
  it("comes to an end with texts that are made to be slow", () => {
    for (const text of ["a.".repeat(1000), ":".repeat(2000), "1.".repeat(1000), "a@".repeat(1000), "-a".repeat(1000), "a:".repeat(1000), "projects/".repeat(250)]) expect(scrubIds(scrubAddresses(text)).length).toBeLessThanOrEqual(text.length);
  });
});

describe("ids in texts", () => {
  it.each([
    ["i-0a1b2c3d4e5f60718", "…"],
    ["eks-cluster-sg-12ab34cd", "…"],
    ["logs-123456789012", "logs-…"],
    ["0f5e2d61-7b3a-4c98-8d12-a4b0c1d2e3f4", "…"],
    ["key AKIAIOSFODNN7EXAMPLE", "key …"],
    ["50dc6c495c0c9188", "…"],
  ])("%s", (text, scrubbed) => expect(scrubIds(text)).toBe(scrubbed));

  it.each(["orders-handler", "team-deadbeef", "web-01", "2026-11-24", "eu-west-1", "facade"])("%s is none", (text) => {
    expect(scrubIds(text)).toBe(text);
    expect(isMachineMade(text)).toBe(false);
  });
});
