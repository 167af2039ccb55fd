import { describe, expect, test } from "vitest";
import { targetName } from "./target-name";
import { namedInText } from "./text-targets";
import { typeName } from "./type-name";

describe("names in assets", () => {
  test.each([
    ["https://www.googleapis.com/compute/beta/projects/p/global/networks/n", "//compute.googleapis.com/projects/p/global/networks/n"],
    ["projects/p/topics/t", "//pubsub.googleapis.com/projects/p/topics/t"],
    ["projects/p/locations/eu/keyRings/r/cryptoKeys/k", "//cloudkms.googleapis.com/projects/p/locations/eu/keyRings/r/cryptoKeys/k"],
    ["projects/p/locations/eu/things/t", "//own.googleapis.com/projects/p/locations/eu/things/t"],
    ["projects/42", "//cloudresourcemanager.googleapis.com/projects/42"],
    ["folders/7", "//cloudresourcemanager.googleapis.com/folders/7"],
    ["billingAccounts/1-2-3", "//cloudbilling.googleapis.com/billingAccounts/1-2-3"],
    ["bigquery.googleapis.com/projects/p/datasets/d", "//bigquery.googleapis.com/projects/p/datasets/d"],
    ["gs://photos/2026", "//storage.googleapis.com/photos"],
    ["https://www.googleapis.com/auth/cloud-platform", null],
    ["https://example.com/projects/p/topics/t", null],
    ["//example.com/projects/p", null],
    ["web-1", null],
  ])("%s", (text, name) => expect(targetName(text, "own.googleapis.com")).toBe(name));

  test.each([
    ["google.compute.Instance", "compute.googleapis.com/Instance"],
    ["google.cloud.billing.BillingAccount", "cloudbilling.googleapis.com/BillingAccount"],
    ["datamigration.googleapis.com.MigrationJob", "datamigration.googleapis.com/MigrationJob"],
    ["compute.googleapis.com/RegionDisk", "compute.googleapis.com/Disk"],
    ["new.googleapis.com/Thing", "new.googleapis.com/Thing"],
    ["k8s.io/Pod", "k8s.io/Pod"],
  ])("the type %s", (written, type) => expect(typeName(written)).toBe(type));

  test("of a text only hosts, addresses and names are told", () => {
    const text = "postgres://admin:CANARY@10.1.2.3:5432/x?host=/cloudsql/p:europe-west1:db gs://photos/CANARY https://CANARY@api-x.a.run.app/CANARY 10.0.0.0/8";
    expect(namedInText(text).map(({ target }) => target)).toEqual(["api-x.a.run.app", "p:europe-west1:db", "10.1.2.3", "//storage.googleapis.com/photos"]);
    expect(namedInText("x".repeat(5_000))).toEqual([]);
  });
});
