import { describe, expect, it } from "vitest";
import { describeType, spellType } from "../../catalogue";
import type { Collected } from "../../core/resource/collected";
import type { TerraformFixture, TerraformFixtures } from "../../core/terraform/terraform-fixture";
import type { TerraformProvider } from "../../core/terraform/terraform-provider";
import { link } from "../../graph/link";
import type { LinkedInventory } from "../../graph/link";
import { terraformState } from "./terraform-state";

/**
 * Puts all fixtures into one state, sends it through the real importer and `link`, and holds each against what it expects.
 * Fails for a row of the provider's table without a fixture.
 */
export function terraformFixtureSuite(provider: TerraformProvider, fixtures: TerraformFixtures, options: { minWithEdges: number }): void {
  describe(`Terraform types of ${provider.id}`, async () => {
    const inventory = await importFixtures(fixtures);
    const world = new World(fixtures, inventory);

    it("shows every row of the table by a fixture, and no fixture without a row", () => {
      const rows = Object.entries(provider.types).filter(([, row]) => row.as !== "hidden").map(([type]) => type);
      const shown = new Set(Object.keys(fixtures).map(typeOf));
      expect(rows.filter((type) => !shown.has(type))).toEqual([]);
      expect([...shown].filter((type) => !Object.hasOwn(provider.types, type))).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
    });

    it(`asserts edges of at least ${options.minWithEdges} types`, () => {
      const withEdges = Object.entries(fixtures).filter(([, fixture]) => (fixture.expect.edges ?? []).length > 0);
      expect(new Set(withEdges.map(([key]) => typeOf(key))).size).toBeGreaterThanOrEqual(options.minWithEdges);
    });

    it.each(Object.keys(fixtures))("%s", (key) => {
      const row = provider.types[typeOf(key)];
      const fixture = world.fixture(key);
      if (row?.as === "resource") world.expectResource(key, fixture);
      else if (row?.as === "association") world.expectAssociation(key, fixture);
      else if (row?.as === "fragment") world.expectFragment(key, fixture);
      else if (row?.as === "hidden") expect(world.resourceAt(key)).toBeUndefined();
      world.expectEdges(key, fixture);
    });
  });
}

/** The fixtures as one inventory, by way of the real importer. */
export async function importFixtures(fixtures: TerraformFixtures): Promise<LinkedInventory> {
  const resources = Object.entries(fixtures).map(([key, { attributes, mode = "managed" }]) => ({
    mode, type: typeOf(key), name: nameOf(key), provider: "", instances: [{ schema_version: 0, attributes }],
  }));
  const text = JSON.stringify({ version: 4, terraform_version: "1.9.0", serial: 1, lineage: "fixtures", outputs: {}, resources });
  const collected: Collected[] = [];
  for await (const item of terraformState.read({ name: "fixtures.tfstate", head: text.slice(0, 65_536), bytes: Buffer.from(text) }).collected) collected.push(item);
  return link(collected, { now: "2026-01-01T00:00:00Z" });
}

class World {
  readonly #byAddress: Map<string, LinkedInventory["resources"][number]>;
  readonly #byFragment: Map<string, LinkedInventory["resources"][number]>;
  readonly #edges: Map<string, LinkedInventory["edges"][number]>;

  constructor(
    private readonly fixtures: TerraformFixtures,
    private readonly inventory: LinkedInventory,
  ) {
    this.#byAddress = new Map(inventory.resources.map((resource) => [resource.origin?.address ?? "", resource]));
    this.#byFragment = new Map(inventory.resources.flatMap((resource) => (resource.origin?.merged ?? []).map((address) => [address, resource] as const)));
    this.#edges = new Map(inventory.edges.map((edge) => [`${edge.from} ${edge.kind} ${edge.to}`, edge]));
  }

  fixture(key: string): TerraformFixture {
    const fixture = this.fixtures[key];
    if (fixture === undefined) throw new Error(`no fixture ${key}`);
    return fixture;
  }

  resourceAt(key: string): LinkedInventory["resources"][number] | undefined {
    return this.#byAddress.get(this.#addressOf(key)) ?? this.#byFragment.get(this.#addressOf(key));
  }

  expectResource(key: string, { expect: expected }: TerraformFixture): void {
    const resource = this.resourceAt(key);
    expect(resource, "a resource").toBeDefined();
    if (resource === undefined) return;
    expect(resource.type).toBe(expected.type);
    expect(resource.type).toBe(spellType(resource.type));
    expect(resource.id).toBe(expected.id);
    expect(resource.name).toBe(expected.name);
    if (expected.region !== undefined) expect(resource.region).toBe(expected.region);
    expect(describeType(resource.type).glyph, "a row in the catalogue").not.toBe("unknown");
  }

  expectAssociation(key: string, { expect: expected }: TerraformFixture): void {
    const address = this.#addressOf(key);
    expect(this.#byAddress.has(address), "no box").toBe(false);
    expect((expected.edges ?? []).length, "an association is its edge").toBeGreaterThan(0);
    const made = this.inventory.edges.filter((edge) => edge.evidence.address === address);
    expect(made.length, "an edge with the association's address as evidence").toBeGreaterThan(0);
  }

  expectFragment(key: string, { expect: expected }: TerraformFixture): void {
    const row = this.#byFragment.get(this.#addressOf(key));
    expect(this.#byAddress.has(this.#addressOf(key)), "no box").toBe(false);
    expect(row?.id, "its owner").toBe(this.#endOf(expected.owner ?? "", key));
  }

  expectEdges(key: string, { expect: { edges = [] } }: TerraformFixture): void {
    for (const text of edges) {
      const [from = "", kind = "", to = ""] = text.split(" ");
      const wanted = `${this.#endOf(from, key)} ${kind} ${this.#endOf(to, key)}`;
      const near = [...this.#edges.keys()].filter((edge) => edge.startsWith(`${this.#endOf("this", key)} `) || edge.endsWith(` ${this.#endOf("this", key)}`));
      if (!this.#edges.has(wanted)) expect.fail(`no edge "${text}" (${wanted}); there are:\n  ${near.join("\n  ")}`);
    }
  }

  #endOf(end: string, self: string): string {
    const key = end === "this" ? self : end;
    return Object.hasOwn(this.fixtures, key) ? (this.resourceAt(key)?.id ?? key) : key;
  }

  #addressOf(key: string): string {
    return `${this.fixture(key).mode === "data" ? "data." : ""}${typeOf(key)}.${nameOf(key)}`;
  }
}

function typeOf(key: string): string {
  return key.replace(/#.*$/, "");
}

function nameOf(key: string): string {
  return /#(.+)$/.exec(key)?.[1] ?? "this";
}
