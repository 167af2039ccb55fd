import { expect, test } from "vitest";
import { environmentRefs } from "./environment-refs";

const targets = (variables: Record<string, string>) => environmentRefs(variables).map(({ target }) => target);

test("keeps the host of a connection string, not what surrounds it", () => {
  const refs = environmentRefs({ DATABASE_URL: "postgres://app:CANARY-password@Shop.abc.eu-west-1.rds.amazonaws.com:5432/shop?token=CANARY" });
  expect(refs).toEqual([
    { kind: "depends-on", target: "shop.abc.eu-west-1.rds.amazonaws.com", path: "Environment.Variables.DATABASE_URL", certainty: "derived" },
  ]);
});

test("keeps ARNs and the names that a variable says are buckets", () => {
  expect(targets({ QUEUE: "arn:aws:sqs:eu-west-1:123456789012:orders", ASSETS_BUCKET: "shop-assets" })).toEqual([
    "arn:aws:sqs:eu-west-1:123456789012:orders",
    "shop-assets",
  ]);
});

test.each([
  ["a token", { TOKEN: "eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl" }],
  ["a password", { PASSWORD: "correct-horse-battery" }],
  ["a host that is not AWS's", { URL: "https://user:secret@internal.example.com/" }],
  ["a key in a bucket's variable", { BUCKET_KEY: "AKIAEXAMPLE/secret+value" }],
])("drops %s", (_, variables) => {
  expect(targets(variables as Record<string, string>)).toEqual([]);
});
