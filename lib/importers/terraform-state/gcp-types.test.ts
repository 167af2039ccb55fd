import { expect, test } from "vitest";
import { gcpFixtures } from "../../providers/gcp/model/terraform/__fixtures__";
import { gcpIdentity } from "../../providers/gcp/model/terraform/identity";
import { importFixtures, terraformFixtureSuite } from "./fixture-suite";

terraformFixtureSuite(gcpIdentity, gcpFixtures, { minWithEdges: 100 });

test("no secret of the fixtures comes through", async () => {
  const canary = "never-shown-3f9a";
  expect(JSON.stringify(gcpFixtures).split(canary).length).toBeGreaterThan(5);
  const { resources, edges, aliases, notices } = await importFixtures(gcpFixtures);
  expect(JSON.stringify([resources, edges, [...aliases], notices])).not.toContain(canary);
});

test("only a rule that lets in opens to the internet", async () => {
  const { edges } = await importFixtures(gcpFixtures);
  const open = edges.filter(({ from, kind }) => from === "internet" && kind === "allows").map(({ to }) => to);
  expect(open).toContain("//compute.googleapis.com/projects/shop-prod/global/firewalls/allow-https");
  expect(open).not.toContain("//compute.googleapis.com/projects/shop-prod/global/firewalls/nobody");
});
