import { expect, test } from "vitest";
import type { Relation } from "@/lib/core/api";
import { edgeId, type EdgeKind } from "@/lib/core/edge";
import { edgeKinds } from "@/lib/core/edge-kinds";
import { groupRelations } from "./group-relations";

function relation(kind: EdgeKind, name: string): Relation {
  return {
    edge: { id: edgeId(kind, "a", name), kind, from: "a", to: name, certainty: "declared", evidence: { collector: "c", path: "p" } },
    other: { key: `res_${name}`, id: name, name, type: "AWS::S3::Bucket", category: "storage", provider: "aws", isOutside: false },
  };
}

test("groups by kind and direction, the nesting last, names in a person's order", () => {
  const groups = groupRelations({ out: [relation("contains", "x"), relation("reads", "b-10"), relation("reads", "b-9")], in: [relation("reads", "r"), relation("contains", "v")] });
  expect(groups.map(({ title, relations }) => [title, relations.map(({ other }) => other.name)])).toEqual([
    ["Reads", ["b-9", "b-10"]],
    ["Read by", ["r"]],
    ["Contains", ["x"]],
    ["Inside", ["v"]],
  ]);
});

test("no relation of any kind is left out", () => {
  const all = (Object.keys(edgeKinds) as EdgeKind[]).map((kind) => relation(kind, kind));
  const shown = groupRelations({ out: all, in: all }).flatMap(({ relations }) => relations);
  expect(shown).toHaveLength(all.length * 2);
  expect(groupRelations({ out: [], in: [] })).toEqual([]);
});
