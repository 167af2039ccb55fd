import { expect, test } from "vitest";
import { azureFixtures } from "../../providers/azure/model/terraform/__fixtures__";
import { azureIdentity } from "../../providers/azure/model/terraform/identity";
import { importFixtures, terraformFixtureSuite } from "./fixture-suite";

terraformFixtureSuite(azureIdentity, azureFixtures, { minWithEdges: 100 });

test("no secret of the fixtures comes through", async () => {
  const canary = "never-shown-3f9a";
  expect(JSON.stringify(azureFixtures).split(canary).length).toBeGreaterThan(5);
  const { resources, edges, aliases, notices } = await importFixtures(azureFixtures);
  expect(JSON.stringify([resources, edges, [...aliases], notices])).not.toContain(canary);
});
