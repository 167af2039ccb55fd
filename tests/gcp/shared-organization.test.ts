import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { jsonObject } from "../../lib/core/json";
import { discover } from "../../lib/discovery/discover";
import { link } from "../../lib/graph/link";
import { openProvider } from "../../lib/providers/open-provider";
import { sharedData } from "../../lib/scenarios/shared-data";
import { serviceAccountKey } from "../stand-in-gcp/service-account-key";
import { startGcp } from "../stand-in-gcp/start-gcp";

const file = sharedData("gcp/cai/forseti-org/mock_cai_resources.ndjson");
const organization = "organizations/111222333";

/** What is listed of what lies in no project. */
const ofOrganization = new Set(["compute.googleapis.com/FirewallPolicy", "iam.googleapis.com/Role", "logging.googleapis.com/LogSink"]);

/** As the export has it, of which most lines do not tell what they lie in. */
const line = z.object({ name: z.string(), asset_type: z.string(), resource: z.looseObject({ parent: z.string().optional(), data: jsonObject }) });
type Line = z.infer<typeof line>;

class Organization {
  readonly #byName: Map<string, Line>;
  readonly numbers: Record<string, string> = {};

  constructor(lines: readonly Line[]) {
    this.#byName = new Map(lines.map((one) => [one.name, one]));
    for (const { name, asset_type, resource } of lines) if (asset_type.endsWith("/Project") && typeof resource.data.projectId === "string") this.numbers[resource.data.projectId] = name.split("/").at(-1) ?? "";
  }

  /** `projects/1`, `folders/2`, `organizations/3`, from the nearest. */
  ancestors({ name, resource }: Line): string[] {
    const own = /^\/\/cloudresourcemanager\.googleapis\.com\/((?:projects|folders|organizations)\/\d+)$/.exec(name)?.[1];
    const project = this.numbers[/\/projects\/([^/]+)/.exec(name)?.[1] ?? ""];
    const above = resource.parent ?? (project === undefined ? undefined : `//cloudresourcemanager.googleapis.com/projects/${project}`);
    const parent = above === undefined || above === name ? undefined : this.#byName.get(above);
    return [...(own === undefined ? [] : [own]), ...(parent === undefined ? [] : this.ancestors(parent))];
  }
}

test.runIf(file !== null)("another people's organisation: every asset below it is discovered over the SDK, in its project and folder", async () => {
  const lines = readFileSync(file ?? "", "utf8").split("\n").filter((text) => text.trim().startsWith("{")).map((text) => line.parse(JSON.parse(text)));
  const whole = new Organization(lines);
  const assets = lines.map((one) => ({ name: one.name, assetType: one.asset_type, ancestors: whole.ancestors(one), resource: jsonObject.parse(one.resource) }));
  const below = assets.filter(({ ancestors }) => ancestors.includes(organization));
  expect(below.length).toBeGreaterThan(100);
  const gcp = await startGcp({ RESOURCE: assets }, { numbers: whole.numbers, pageSize: 20 });
  const opened = await openProvider("gcp", { credentials: { mode: "service-account", key: JSON.stringify(serviceAccountKey) }, settings: { scopes: [organization], policies: false, endpoint: gcp.url } }, new AbortController().signal);
  const { items, coverage } = await discover(opened, { signal: new AbortController().signal });
  await gcp.close();
  expect(coverage.filter(({ status }) => status !== "complete")).toEqual([]);
  const { resources } = link(items, { now: "2026-01-01T00:00:00Z" });
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const listed = resources.filter(({ origin }) => origin?.kind === "live");
  const own = below.filter(({ name, ancestors, assetType }) => !name.startsWith("//cloudresourcemanager") && (ancestors[0]?.startsWith("projects/") === true || ofOrganization.has(assetType)));
  expect(listed.filter(({ id }) => !id.startsWith("//cloudresourcemanager"))).toHaveLength(own.length);
  for (const resource of listed.filter(({ account }) => account !== "")) {
    const above: string[] = [];
    for (let at = byId.get(resource.parent ?? ""); at !== undefined; at = byId.get(at.parent ?? "")) above.push(at.id);
    expect([resource.id, above.at(-1)]).toEqual([resource.id, `//cloudresourcemanager.googleapis.com/${organization}`]);
  }
});

test.runIf(file === null)("shared data is not on this machine: another people's organisation is not discovered", () => console.info("tests/gcp/shared-organization: no ../shared/data/gcp here"));
