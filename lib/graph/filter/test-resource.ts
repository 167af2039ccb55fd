import type { Resource } from "../../core/resource/resource";
import { link } from "../link";

/** One linked resource to try filters on. */
export function testResource(changes: Partial<Resource> = {}): Resource {
  const linked = link(
    [{
      kind: "resource",
      collector: "test",
      resource: {
        id: "arn:aws:ec2:us-east-1:1:instance/i-1",
        provider: "aws",
        type: "AWS::EC2::Instance",
        name: 'Web "one"',
        account: "1",
        region: "us-east-1",
        tags: { env: "prod", "odd key": "a b", empty: "", tier: "3" },
        properties: {
          instanceType: "t3.micro",
          cpu: { cores: 2, "odd.key": true },
          ports: [{ from: 80, tags: ["a", "b"] }, { from: 443 }],
          none: null,
          list: [],
          launchedAt: "2026-03-05T10:00:00Z",
        },
      },
      aliases: [],
      refs: [],
    }],
    { now: "2026-01-01T00:00:00.000Z" },
  ).resources[0];
  if (linked === undefined) throw new Error("the resource was not linked");
  return { ...linked, createdAt: "2026-01-31T12:30:00.000Z", firstSeenAt: "2026-02-01T00:00:00.000Z", lastSeenAt: "2026-02-10T00:00:00.000Z", ...changes };
}
