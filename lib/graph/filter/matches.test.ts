import { describe, expect, it } from "vitest";
import { isRelative, matches } from "./matches";
import { parseFilter } from "./parse-filter";
import { testResource } from "./test-resource";

const web = testResource();

function holds(text: string, resource = web): boolean {
  return matches(parseFilter(text), resource, ["con_1", "Prod account"]);
}

describe("matches", () => {
  it.each([
    "", "  ", "type:AWS::EC2::Instance", "type:aws::ec2::*", "region:us-*", "region:US-EAST-?", "web", "WEB", "i-1", "account=1", "tag.env=prod", 'tag."odd key"="a b"', "source:con_1",
    "provider:aws region:us-* tag.env:p*d", 'name="Web \\"one\\""', "category:compute", "name:**", '""', "REGION:us-*", "TAG.env:prod",
    "arn:aws:ec2:us-east-1:1:instance/i-1", 'source="Prod account"', "source:prod*",
  ])("holds: %s", (text) => expect(holds(text)).toBe(true));

  it.each(["type=aws::ec2::instance", "region:eu-*", "tag.env=PROD", "tag.none:*", "state:*", "nothing", "provider:aws region:eu-west-1", "tag.constructor:*", "property.constructor:*", "name:a*a*a*a*b", "region:us", "region:us-*-"])(
    "does not hold: %s",
    (text) => expect(holds(text)).toBe(false),
  );

  it.each<[string, boolean]>([
    ["web AND region:us-*", true],
    ["web AND region:eu-*", false],
    ["region:eu-* OR web", true],
    ["region:eu-* OR nothing", false],
    // AND and standing beside each other bind alike, and tighter than OR.
    ["web OR nothing nothing", true],
    ["nothing web OR nothing", false],
    ["(web OR nothing) nothing", false],
    ["NOT nothing", true],
    ["NOT web", false],
    ["NOT NOT web", true],
    ["NOT nothing web", true],
    ["NOT (nothing OR web)", false],
    ["NOT(nothing)", true],
    ["-region:us-*", false],
    ["-region:eu-*", true],
    ["-(nothing OR region:eu-*)", true],
    // A dash before a bare word belongs to the word: names hold dashes.
    ["-east-1", true],
    ["(type:AWS::EC2::Instance OR name:a)", true],
    ["and", false],
    ["type:AWS::EC2::Instance AND tag.env=prod AND NOT region:eu-*", true],
    ["region!=us-east-1", false],
    ["region!=us-*", true],
    ["tag.none!=x", true],
    ["source!=con_1", false],
    ["source!=con_2", true],
  ])("%s is %s", (text, expected) => expect(holds(text)).toBe(expected));

  it.each<[string, boolean]>([
    ["has:region", true],
    ["has:zone", false],
    ["NOT has:zone", true],
    ["has:tag.env", true],
    ["has:tag.empty", true],
    ['has:tag."odd key"', true],
    ["has:tag.none", false],
    ["has:property.cpu", true],
    ["has:property.none", false],
    ["has:property.list", false],
    ["has:createdAt", true],
    ["tag.empty:*", true],
  ])("presence: %s is %s", (text, expected) => expect(holds(text)).toBe(expected));

  it("an unknown account is no account", () => {
    expect(holds("has:account", testResource({ account: "" }))).toBe(false);
    expect(holds('account=""', testResource({ account: "" }))).toBe(true);
  });

  it.each<[string, boolean]>([
    ["property.instanceType=t3.micro", true],
    ["property.instanceType:T3.*", true],
    ["property.cpu.cores=2", true],
    ["property.cpu.cores>1", true],
    ["property.cpu.cores>=2", true],
    ["property.cpu.cores>2", false],
    ["property.cpu.cores<10", true],
    ['property.cpu."odd.key"=true', true],
    ["property.ports.from=443", true],
    ["property.ports.from<100", true],
    ["property.ports.from>443", false],
    ["property.ports.tags=b", true],
    ["property.launchedAt>2026-03", false],
    ["property.launchedAt>=2026-03", true],
    ["property.instanceType>3", false],
    ["tag.tier>2", true],
    ["tag.env>2", false],
  ])("properties: %s is %s", (text, expected) => expect(holds(text)).toBe(expected));

  it.each<[string, boolean]>([
    ["createdAt>2026-01-30", true],
    ["createdAt>2026-01-31", false],
    ["createdAt>=2026-01-31", true],
    ["createdAt<=2026-01-31", true],
    ["createdAt<2026-01-31", false],
    ["createdAt=2026-01-31", true],
    ["createdAt:2026-01", true],
    ["createdAt:2026-01-3*", true],
    ["createdAt!=2026", false],
    ["createdAt=2026-01-31T12:30Z", true],
    ["createdAt=2026-01-31T14:30+02:00", true],
    ["createdAt>2026-01-31T12:29", true],
    ["createdat<2027", true],
    ["firstSeen>=2026-02-01 lastSeen<2026-02-11", true],
  ])("dates: %s is %s", (text, expected) => expect(holds(text)).toBe(expected));

  it("dates count from now", () => {
    const recent = testResource({ firstSeenAt: new Date(Date.now() - 3 * 86_400_000).toISOString() });
    expect(holds("firstSeen>-7d", recent)).toBe(true);
    expect(holds("firstSeen>-1w", recent)).toBe(true);
    expect(holds("firstSeen>-71h", recent)).toBe(false);
    expect(holds("firstSeen<-2d", recent)).toBe(true);
    expect(holds("NOT firstSeen>-2d", testResource({ createdAt: null }))).toBe(true);
    expect(["firstSeen>-7d", "a OR (b NOT tag.due<-1d)", "firstSeen>2026", "tag.x=-7d", "a b"].map((text) => isRelative(parseFilter(text)))).toEqual([true, true, false, false, false]);
  });

  it("a glob of many stars takes no longer than its text", () => {
    const name = "a".repeat(4000);
    const startedAt = process.cpuUsage().user;
    for (const glob of ["*a".repeat(400) + "b", "a*".repeat(400) + "b*", "*".repeat(1000) + "b", `${"?".repeat(900)}*b*${"?a".repeat(400)}`]) {
      expect(holds(`name:${glob}`, testResource({ name }))).toBe(false);
    }
    expect(holds(`name:${"?*".repeat(400)}`, testResource({ name }))).toBe(true);
    expect((process.cpuUsage().user - startedAt) / 1000).toBeLessThan(500);
  });
});
