import type { JsonObject } from "../../lib/core/json";
import type { StandInAssets } from "./start-gcp";

export const organization = "organizations/900";
const folder = "folders/800";

function asset(name: string, assetType: string, ancestors: string[], data: JsonObject, location = "global") {
  return { name, assetType, ancestors, resource: { version: "v1", data, location, parent: `//cloudresourcemanager.googleapis.com/${ancestors[0] ?? ""}` } };
}

function project(id: string, number: string) {
  const ancestors = [`projects/${number}`, folder, organization];
  const network = `https://www.googleapis.com/compute/v1/projects/${id}/global/networks/main`;
  const subnet = `https://www.googleapis.com/compute/v1/projects/${id}/regions/europe-west1/subnetworks/front`;
  const compute = `//compute.googleapis.com/projects/${id}`;
  return [
    asset(`//cloudresourcemanager.googleapis.com/projects/${number}`, "cloudresourcemanager.googleapis.com/Project", ancestors, { projectId: id, projectNumber: number, name: id, lifecycleState: "ACTIVE", parent: { type: "folder", id: "800" } }),
    asset(`${compute}/global/networks/main`, "compute.googleapis.com/Network", ancestors, { name: "main", selfLink: network }),
    asset(`${compute}/regions/europe-west1/subnetworks/front`, "compute.googleapis.com/Subnetwork", ancestors, { name: "front", selfLink: subnet, network, ipCidrRange: "10.0.0.0/24" }, "europe-west1"),
    asset(`${compute}/zones/europe-west1-b/instances/web`, "compute.googleapis.com/Instance", ancestors, { name: "web", status: "RUNNING", labels: { team: "shop" }, networkInterfaces: [{ network, subnetwork: subnet }] }, "europe-west1-b"),
  ];
}

export const projectNumbers = { "shop-prod": "111", "shop-test": "222" };

/** An organisation with a log sink of its own, and two projects in a folder, each with a network, its subnet and a machine. */
export const organizationAssets: StandInAssets = {
  RESOURCE: [
    asset("//cloudresourcemanager.googleapis.com/organizations/900", "cloudresourcemanager.googleapis.com/Organization", [organization], { displayName: "example.com", name: organization }),
    asset("//cloudresourcemanager.googleapis.com/folders/800", "cloudresourcemanager.googleapis.com/Folder", [folder, organization], { displayName: "Retail", name: folder, parent: organization }),
    asset("//logging.googleapis.com/organizations/900/sinks/audit", "logging.googleapis.com/LogSink", [organization], { name: "audit", filter: "severity>=ERROR" }),
    ...Object.entries(projectNumbers).flatMap(([id, number]) => project(id, number)),
  ],
};
