import { describe, expect, it } from "vitest";
import { fresh, inventoryOf, linesOf, planText, type ConfigSketch, type Sketch } from "../test-plan";

describe("what an unknown attribute refers to", () => {
  const two = (address: string, ...unknown: string[]): Sketch[] => [0, 1].map((index) => fresh(`${address}[${index}]`, ...unknown));
  const each = (address: string, keys: string[], ...unknown: string[]): Sketch[] => keys.map((key) => fresh(`${address}["${key}"]`, ...unknown));
  const contains = (lines: string[]) => lines.filter((line) => line.includes(" contains "));

  it("is the one of the same count index, in turn where there are fewer, and all where all are meant", async () => {
    const sketches = [...two("aws_subnet.s"), ...[0, 1, 2].map((index) => fresh(`aws_instance.i[${index}]`, "subnet_id")), fresh("aws_instance.first", "subnet_id"), fresh("aws_instance.any", "subnet_id")];
    const lines = await linesOf(sketches, { resources: {
      "aws_subnet.s": {},
      "aws_instance.i": { subnet_id: ["aws_subnet.s", "count.index"] },
      "aws_instance.first": { subnet_id: ["aws_subnet.s[0].id"] },
      "aws_instance.any": { subnet_id: ["aws_subnet.s"] },
    } });
    // Two at once are no place to lie in.
    expect(lines.filter((line) => line.startsWith("aws_instance.any"))).toEqual(["aws_instance.any depends-on aws_subnet.s[0]", "aws_instance.any depends-on aws_subnet.s[1]"]);
    expect(contains(lines)).toEqual([
      "aws_subnet.s[0] contains aws_instance.first",
      "aws_subnet.s[0] contains aws_instance.i[0]",
      "aws_subnet.s[0] contains aws_instance.i[2]",
      "aws_subnet.s[1] contains aws_instance.i[1]",
    ]);
  });

  it("is the one of the same for_each key, by each.key and by each.value", async () => {
    const sketches = [...each("aws_subnet.s", ["a.b", "c"]), ...each("aws_instance.k", ["a.b", "c"], "subnet_id"), ...each("aws_instance.v", ["a.b", "c"], "subnet_id")];
    expect(contains(await linesOf(sketches, { resources: {
      "aws_subnet.s": {},
      "aws_instance.k": { subnet_id: ["aws_subnet.s", "each.key"] },
      "aws_instance.v": { subnet_id: ["each.value.id"], forEach: ["aws_subnet.s"] },
    } }))).toEqual([
      'aws_subnet.s["a.b"] contains aws_instance.k["a.b"]',
      'aws_subnet.s["a.b"] contains aws_instance.v["a.b"]',
      'aws_subnet.s["c"] contains aws_instance.k["c"]',
      'aws_subnet.s["c"] contains aws_instance.v["c"]',
    ]);
  });

  it("goes through outputs and inputs of modules, in each instance of its own", async () => {
    const net: ConfigSketch = { resources: { "aws_vpc.v": {}, "aws_subnet.s": { vpc_id: ["aws_vpc.v.id"] } }, outputs: { subnet_id: ["aws_subnet.s.id"] } };
    const app: ConfigSketch = { calls: { inner: { inputs: { where: ["var.subnet_id"] }, module: { resources: { "aws_instance.i": { subnet_id: ["var.where"] } } } } } };
    const instanceOf = (key: string) => [fresh(`module.net["${key}"].aws_vpc.v`), fresh(`module.net["${key}"].aws_subnet.s`, "vpc_id"), fresh(`module.app["${key}"].module.inner.aws_instance.i`, "subnet_id")];
    const written = fresh("aws_instance.one", "subnet_id");
    expect(contains(await linesOf([...instanceOf("x"), ...instanceOf("y"), written], {
      resources: { "aws_instance.one": { subnet_id: ['module.net["y"].subnet_id'] } },
      calls: { net: { module: net, forEach: ["local.nets"] }, app: { module: app, forEach: ["local.nets"], inputs: { subnet_id: ["module.net", "each.key"] } } },
    }))).toEqual([
      'module.net["x"].aws_subnet.s contains module.app["x"].module.inner.aws_instance.i',
      'module.net["x"].aws_vpc.v contains module.net["x"].aws_subnet.s',
      'module.net["y"].aws_subnet.s contains aws_instance.one',
      'module.net["y"].aws_subnet.s contains module.app["y"].module.inner.aws_instance.i',
      'module.net["y"].aws_vpc.v contains module.net["y"].aws_subnet.s',
    ]);
  });

  it("goes through a module that holds nothing itself", async () => {
    expect(await linesOf([fresh("aws_vpc.v"), fresh("aws_subnet.s", "vpc_id")], {
      resources: { "aws_vpc.v": {}, "aws_subnet.s": { vpc_id: ["module.names.vpc"] } },
      calls: { names: { inputs: { given: ["aws_vpc.v.id"] }, module: { outputs: { vpc: ["var.given"] } } } },
    })).toEqual(["aws_vpc.v contains aws_subnet.s"]);
  });

  it("is what another hands on, and the part's whole where it is a part", async () => {
    expect(contains(await linesOf([fresh("aws_vpc.v"), fresh("aws_subnet.s", "vpc_id"), fresh("aws_security_group.g", "vpc_id")], {
      resources: { "aws_vpc.v": {}, "aws_subnet.s": { vpc_id: ["aws_vpc.v.id"] }, "aws_security_group.g": { vpc_id: ["aws_subnet.s.vpc_id"] } },
    }))).toEqual(["aws_vpc.v contains aws_security_group.g", "aws_vpc.v contains aws_subnet.s"]);
    expect(await linesOf([fresh("aws_s3_bucket.b", "bucket"), fresh("aws_s3_bucket_versioning.v", "bucket"), fresh("aws_s3_bucket.logged", "bucket"), fresh("aws_s3_bucket_logging.l", "bucket", "target_bucket")], {
      resources: { "aws_s3_bucket.b": { bucket: ["random_id.r.hex"] }, "aws_s3_bucket.logged": {}, "aws_s3_bucket_versioning.v": { bucket: ["aws_s3_bucket.b.bucket"] }, "aws_s3_bucket_logging.l": { bucket: ["aws_s3_bucket.logged.id"], target_bucket: ["aws_s3_bucket_versioning.v.id"] } },
    })).toEqual(["aws_s3_bucket.logged writes aws_s3_bucket.b"]);
  });

  it("is found beside what is known of a list", async () => {
    const lines = await linesOf([
      fresh("aws_security_group.g"),
      { address: "aws_instance.i", values: { vpc_security_group_ids: ["sg-0a1b2c3d", null] }, unknown: { id: true, vpc_security_group_ids: [false, true] } },
    ], { resources: { "aws_security_group.g": {}, "aws_instance.i": { vpc_security_group_ids: ["aws_security_group.g.id"] } } });
    expect(lines).toEqual(["aws_instance.i secured-by aws_security_group.g", "aws_instance.i secured-by outside:sg-0a1b2c3d"]);
  });

  it("is told to be unknown where it goes through local values", async () => {
    const inventory = await inventoryOf(planText([fresh("aws_vpc.v"), fresh("aws_subnet.s", "vpc_id")], { resources: { "aws_vpc.v": {}, "aws_subnet.s": { vpc_id: ["local.vpc"] } } }));
    expect(inventory.edges).toEqual([]);
    expect(inventory.notices.join()).toMatch(/1 resource takes something from local values/);
  });

  it("ends where expressions lead in circles or on without end", async () => {
    const circle: ConfigSketch = {
      resources: { "aws_subnet.s": { vpc_id: ["module.m.a"] }, "aws_security_group.g": { vpc_id: ["aws_security_group.g.vpc_id"] }, "xyz_a.a": { b_id: ["xyz_b.b.a_id"] }, "xyz_b.b": { a_id: ["xyz_a.a.b_id"] } },
      calls: { m: { inputs: { x: ["module.m.b"] }, module: { outputs: { a: ["var.x"], b: ["module.m.a", "var.x"] } } } },
    };
    expect((await linesOf([fresh("aws_subnet.s", "vpc_id"), fresh("aws_security_group.g", "vpc_id"), fresh("xyz_a.a", "b_id"), fresh("xyz_b.b", "a_id")], circle)).filter((line) => line.includes("contains"))).toEqual([]);
    const step = '{"resources":[{"address":"aws_subnet.s","expressions":{"vpc_id":{"references":["module.m.x"]}}}],"outputs":{"x":{"expression":{"references":["module.m.x"]}}},"module_calls":{"m":{"module":';
    const deep = `${step.repeat(10_000)}{"outputs":{}}${"}}}".repeat(10_000)}`;
    const text = planText([fresh("aws_subnet.s", "vpc_id")]).replace('{"resources":[],"outputs":{},"module_calls":{}}', deep);
    expect(text.length).toBeGreaterThan(500_000);
    expect((await inventoryOf(text)).resources).toHaveLength(1);
  });

  it("takes element(list, count.index) in the order of the indexes, which is not that of their addresses", async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const sketches = [...numbers.map((index) => fresh(`aws_subnet.s[${index}]`)).sort((one, other) => (one.address < other.address ? -1 : 1)), ...numbers.concat(14).map((index) => fresh(`aws_instance.i[${index}]`, "subnet_id"))];
    expect(contains(await linesOf(sketches, { resources: { "aws_subnet.s": {}, "aws_instance.i": { subnet_id: ["aws_subnet.s", "count.index"] } } }))).toContain("aws_subnet.s[2] contains aws_instance.i[14]");
  });

  it("costs no more than its length where thousands of modules are given what thousands of others hand out", async () => {
    const many = Array.from({ length: 3000 }, (_, index) => index);
    const sketches = many.flatMap((index) => [fresh(`module.net[${index}].aws_security_group.g`), fresh(`module.app["k${index}"].aws_instance.i`, "vpc_security_group_ids")]);
    const inventory = await inventoryOf(planText(sketches, { calls: {
      net: { module: { resources: { "aws_security_group.g": {} }, outputs: { group: ["aws_security_group.g.id"] } } },
      app: { inputs: { groups: ["module.net"], own: ["module.net", "count.index"] }, module: { resources: { "aws_instance.i": { vpc_security_group_ids: ["var.groups"] } } } },
    } }).replaceAll('"var.groups"', '"var.groups","var.own"'));
    expect(inventory.resources).toHaveLength(6000);
    expect(inventory.edges.length).toBeLessThan(10_000 + 20 * 6000);
  });

  it("costs no more than its length where thousands name thousands", async () => {
    const many = Array.from({ length: 4000 }, (_, index) => index);
    const sketches = [...many.map((index) => fresh(`aws_security_group.g[${index}]`)), ...many.map((index) => fresh(`aws_instance.i["k${index}"]`, "vpc_security_group_ids"))];
    const inventory = await inventoryOf(planText(sketches, { resources: { "aws_security_group.g": {}, "aws_instance.i": { vpc_security_group_ids: ["aws_security_group.g"] } } }));
    expect(inventory.resources).toHaveLength(8000);
    expect(inventory.edges.length).toBeLessThan(10_000 + 20 * 8000);
  });
});
