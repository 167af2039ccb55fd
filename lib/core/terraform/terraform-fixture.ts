import type { JsonObject } from "../json";

/** One row of a Terraform table, shown by one instance of our own making, and what must come out of the import. */
export interface TerraformFixture {
  attributes: JsonObject;
  mode?: "managed" | "data";
  expect: {
    /** For what is a box of its own. */
    type?: string;
    id?: string;
    name?: string;
    region?: string | null;
    /** For a fragment: the resource that it becomes a part of, spelled like the ends of an edge. */
    owner?: string;
    /** `"aws_vpc contains this"`: end, kind, end. An end is `this`, another fixture's key, or an id. */
    edges?: readonly string[];
  };
}

/** Terraform type, or `type#variant` for a second one of the type → its fixture. */
export type TerraformFixtures = Record<string, TerraformFixture>;
