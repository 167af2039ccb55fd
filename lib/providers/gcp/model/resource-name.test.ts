import { describe, expect, test } from "vitest";
import { fullName, parentName, projectOf, regionOfZone, serviceOf } from "./resource-name";

const instance = "//compute.googleapis.com/projects/p/zones/us-central1-a/instances/n";

describe("Google Cloud resource names", () => {
  test.each([
    ["https://www.googleapis.com/compute/v1/projects/p/zones/us-central1-a/instances/n", instance],
    ["https://compute.googleapis.com/compute/v1/projects/p/zones/us-central1-a/instances/n", instance],
    ["https://www.googleapis.com/compute/beta/projects/p/zones/us-central1-a/instances/n", instance],
    ["projects/p/zones/us-central1-a/instances/n", instance],
    [instance, instance],
    ["https://www.googleapis.com/storage/v1/b/photos", "//storage.googleapis.com/photos"],
    ["gs://photos/a/b.jpg", "//storage.googleapis.com/photos"],
    ["b/photos", "//storage.googleapis.com/photos"],
    ["https://sqladmin.googleapis.com/sql/v1beta4/projects/p/instances/i", "//cloudsql.googleapis.com/projects/p/instances/i"],
    ["https://www.googleapis.com/sql/v1beta4/projects/p/instances/i", "//cloudsql.googleapis.com/projects/p/instances/i"],
    ["https://bigquery.googleapis.com/bigquery/v2/projects/p/datasets/d", "//bigquery.googleapis.com/projects/p/datasets/d"],
    ["https://container.googleapis.com/v1/projects/p/zones/z/clusters/c", "//container.googleapis.com/projects/p/zones/z/clusters/c"],
  ])("%s", (spelling, name) => {
    expect(fullName(spelling, "compute.googleapis.com")).toBe(name);
  });

  test("only names and other people's addresses are no resource names", () => {
    expect(fullName("default", "compute.googleapis.com")).toBeNull();
    expect(fullName("https://shop.example.com/projects/p/zones/z", "compute.googleapis.com")).toBeNull();
    expect(fullName("https://cloudfunctions.googleapis.com/admin/x/projects/p", null)).toBeNull();
    expect(fullName("projects/p/topics/t", null)).toBeNull();
  });

  test("types, parents, projects and zones", () => {
    expect(serviceOf("sqladmin.googleapis.com/Instance")).toBe("cloudsql.googleapis.com");
    expect(parentName("//cloudsql.googleapis.com/projects/p/instances/i/databases/d")).toBe("//cloudsql.googleapis.com/projects/p/instances/i");
    expect(parentName("//pubsub.googleapis.com/projects/p/topics/t")).toBeNull();
    expect(parentName(instance)).toBeNull();
    expect(projectOf(instance)).toBe("p");
    expect(regionOfZone("europe-west1-b")).toBe("europe-west1");
    expect(regionOfZone("europe-west1")).toBeNull();
  });
});
