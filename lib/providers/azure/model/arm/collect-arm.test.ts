import { describe, expect, test } from "vitest";
import { link } from "../../../../graph/link";
import { internet, type Collected } from "../../../../core/resource/collected";
import type { Edge } from "../../../../core/resource/edge";
import { collectArm } from "./collect-arm";
import { readArmRow } from "./row";

const subscription = "/subscriptions/5b0e8c1a-2d3f-4a6b-9c7d-1e2f3a4b5c6d";
const group = `${subscription}/resourceGroups/Shop-RG`;
const account = "5b0e8c1a-2d3f-4a6b-9c7d-1e2f3a4b5c6d";
const machine = { id: `${group}/providers/Microsoft.Compute/virtualMachines/web-1`, type: "microsoft.compute/virtualmachines" };

function net(path: string): string {
  return `${group}/providers/Microsoft.Network/${path}`;
}

function collect(...bodies: object[]): Collected[] {
  return bodies.flatMap((body) => {
    const row = readArmRow(body);
    if (row === null) throw new Error(`no row: ${JSON.stringify(body)}`);
    return collectArm(row, { collector: "azure.test", origin: { kind: "live", address: null, merged: [] } });
  });
}

function linked(...bodies: object[]) {
  return link(collect(...bodies), { now: "2026-01-01T00:00:00Z" });
}

function edgesOf(...bodies: object[]): string[] {
  return linked(...bodies).edges.map(edgeText).sort();
}

function edgeText({ kind, from, to }: Edge): string {
  return `${last(from)} ${kind} ${last(to)}`;
}

function last(id: string): string {
  return id.split("/").at(-1) ?? id;
}

function resourceOf(body: object) {
  const [resource] = linked(body).resources;
  if (resource === undefined) throw new Error("nothing was collected");
  return resource;
}

describe("a row", () => {
  test("needs an id, and a type unless the id tells it", () => {
    expect(readArmRow({ type: "microsoft.compute/disks" })).toBeNull();
    expect(readArmRow({ id: "web-1", type: "microsoft.compute/disks" })).toBeNull();
    expect(readArmRow("text")).toBeNull();
    expect(readArmRow({ id: subscription, displayName: "Shop" })?.type).toBe("Microsoft.Resources/subscriptions");
    expect(readArmRow({ id: group })?.type).toBe("Microsoft.Resources/resourceGroups");
    expect(readArmRow({ id: group, type: "microsoft.resources/subscriptions/resourcegroups" })?.type).toBe("Microsoft.Resources/resourceGroups");
    expect(readArmRow({ id: net("virtualNetworks/v") })?.type).toBe("Microsoft.Network/virtualNetworks");
  });

  test("has the catalogue's spelling of its type, else the id's, else its own", () => {
    expect(readArmRow(machine)?.type).toBe("Microsoft.Compute/virtualMachines");
    expect(readArmRow({ id: `${group}/providers/Microsoft.NewThing/bigWidgets/a`, type: "microsoft.newthing/bigwidgets" })?.type).toBe("Microsoft.NewThing/bigWidgets");
    expect(readArmRow({ id: `${group}/x`, type: "microsoft.newthing/bigwidgets" })?.type).toBe("Microsoft.newthing/bigwidgets");
  });

  test("of odd shape is read as far as it goes", () => {
    const row = readArmRow({ ...machine, tags: null, zones: "1", sku: 5, properties: '{"vmId":"a"}', unknown: { a: 1 } });
    expect(row).toMatchObject({ tags: {}, zones: null, sku: null, properties: { vmId: "a" } });
    expect(readArmRow({ ...machine, properties: "{broken", tags: { a: 1, b: "c" } })).toMatchObject({ properties: null, tags: { b: "c" } });
  });
});

describe("the resource", () => {
  test("has place, tags and what its properties say", () => {
    const resource = resourceOf({
      ...machine, name: "web-1", location: "West Europe", zones: ["2"], resourceGroup: "shop-rg", subscriptionId: account, managedBy: "", kind: "", tags: { team: "shop" },
      sku: null, properties: { hardwareProfile: { vmSize: "Standard_D2s_v5" }, empty: {}, none: null, extended: { instanceView: { powerState: { code: "PowerState/deallocated" } } }, provisioningState: "Succeeded", timeCreated: "2025-03-04T05:06:07.1234567+00:00" },
    });
    expect(resource).toMatchObject({
      id: machine.id.toLowerCase(), provider: "azure", type: "Microsoft.Compute/virtualMachines", name: "web-1", account, region: "westeurope", zone: "2", group: "Shop-RG",
      state: "deallocated", tags: { team: "shop" }, createdAt: "2025-03-04T05:06:07.123Z", origin: { kind: "live" },
    });
    expect(resource.properties).toEqual({
      armId: machine.id, hardwareProfile: { vmSize: "Standard_D2s_v5" }, extended: { instanceView: { powerState: { code: "PowerState/deallocated" } } },
      provisioningState: "Succeeded", timeCreated: "2025-03-04T05:06:07.1234567+00:00",
    });
  });

  test.each([
    [{ state: "Ready", provisioningState: "Succeeded" }, "Ready"],
    [{ status: "Online" }, "Online"],
    [{ powerState: { code: "Running" } }, "Running"],
    [{ instanceView: { statuses: [{ code: "ProvisioningState/succeeded" }, { code: "PowerState/running" }] } }, "running"],
    [{ provisioningState: "Creating" }, "Creating"],
    [{}, null],
  ])("state of %j", (properties, state) => expect(resourceOf({ ...machine, properties }).state).toBe(state));

  test("global is no region, and several zones are no zone", () => {
    expect(resourceOf({ ...machine, location: "global", zones: ["1", "2"] })).toMatchObject({ region: null, zone: null, properties: { zones: ["1", "2"] } });
  });

  test("was created when the system says", () => {
    expect(resourceOf({ ...machine, systemData: { createdAt: "2024-01-02T03:04:05.6Z" }, properties: { creationTime: "2020-01-01T00:00:00Z" } }).createdAt).toBe("2024-01-02T03:04:05.600Z");
    expect(resourceOf({ ...machine, properties: { creationDate: "2019-06-11T16:37:25" } }).createdAt).toBe("2019-06-11T16:37:25.000Z");
    expect(resourceOf({ ...machine, properties: { CreationDate: "yesterday" } }).createdAt).toBeNull();
  });
});

describe("containment", () => {
  test("management groups, subscription, group, resource and child nest", () => {
    const server = { id: `${group}/providers/Microsoft.Sql/servers/s`, type: "microsoft.sql/servers" };
    const inventory = linked(
      { id: subscription, type: "microsoft.resources/subscriptions", name: "Shop", properties: { managementGroupAncestorsChain: [{ name: "Retail", displayName: "Retail shops" }, { name: "Root", displayName: "Tenant Root Group" }] } },
      { id: "/providers/Microsoft.Management/managementGroups/Retail", type: "microsoft.management/managementgroups", name: "Retail", properties: { displayName: "Retail shops", details: { parent: { id: "/providers/Microsoft.Management/managementGroups/Root", name: "Root" } } } },
      { id: group, type: "microsoft.resources/subscriptions/resourcegroups", name: "shop-rg" },
      server,
      { id: `${server.id}/databases/d`, type: "microsoft.sql/servers/databases", managedBy: server.id },
    );
    expect(inventory.edges.map(edgeText).sort()).toEqual([`${account} contains shop-rg`, `retail contains ${account}`, "root contains retail", "s contains d", "shop-rg contains s"]);
    expect(inventory.resources.find(({ id }) => id.endsWith("/root"))).toMatchObject({ name: "Tenant Root Group", type: "Microsoft.Management/managementGroups", account: "", group: null });
    expect(inventory.resources.find(({ type }) => type === "Microsoft.Resources/subscriptions")).toMatchObject({ name: "Shop", account, group: null });
    expect(inventory.resources.every(({ origin }) => origin?.kind === "live")).toBe(true);
  });

  test("an unlisted group or subscription is no outside node", () => {
    expect(linked(machine).resources).toHaveLength(1);
  });

  test("a blob container stands in its account, past the blob service", () => {
    const storage = `${group}/providers/Microsoft.Storage/storageAccounts/st`;
    const bodies = [{ id: storage, type: "Microsoft.Storage/storageAccounts" }, { id: `${storage}/blobServices/default/containers/c`, type: "Microsoft.Storage/storageAccounts/blobServices/containers" }];
    expect(edgesOf(...bodies)).toEqual(["st contains c"]);
    const inventory = linked(...bodies, { id: `${storage}/blobServices/default`, type: "Microsoft.Storage/storageAccounts/blobServices", properties: { isVersioningEnabled: true } });
    expect(inventory.resources).toHaveLength(2);
    expect(inventory.resources[0]?.properties["blobServices"]).toEqual([{ name: null, isVersioningEnabled: true }]);
  });
});

describe("inline children", () => {
  const guard = { id: net("networkSecurityGroups/guard"), type: "Microsoft.Network/networkSecurityGroups" };
  const subnet = { id: net("virtualNetworks/v/subnets/front"), name: "front", properties: { addressPrefix: "10.0.1.0/24", networkSecurityGroup: { id: guard.id.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions") } } };
  const network = { id: net("virtualNetworks/v"), type: "microsoft.network/virtualnetworks", location: "eastus", properties: { subnets: [subnet] } };

  test("subnets of a network are things, with the evidence where it was read", () => {
    const inventory = linked(network, guard);
    expect(inventory.edges.map(edgeText).sort()).toEqual(["front secured-by guard", "v contains front"]);
    expect(inventory.edges.find(({ kind }) => kind === "secured-by")?.evidence.path).toBe("properties.subnets[].properties.networkSecurityGroup.id");
    expect(inventory.resources.find(({ name }) => name === "front")).toMatchObject({ type: "Microsoft.Network/virtualNetworks/subnets", region: "eastus", group: "Shop-RG" });
  });

  test("one that is listed by itself too is the same", () => {
    expect(linked(network, guard, { ...subnet, type: "Microsoft.Network/virtualNetworks/subnets" }).resources).toHaveLength(3);
  });

  test("node pools of a cluster have no id of their own", () => {
    const cluster = { id: `${group}/providers/Microsoft.ContainerService/managedClusters/aks`, type: "microsoft.containerservice/managedclusters", properties: { nodeResourceGroup: "MC_nodes", agentPoolProfiles: [{ name: "system", count: 3, vnetSubnetID: subnet.id, powerState: { code: "Running" } }] } };
    const inventory = linked(cluster, network, guard, { id: `${subscription}/resourceGroups/MC_nodes`, managedBy: cluster.id });
    expect(inventory.resources.find(({ name }) => name === "system")).toMatchObject({ id: `${cluster.id}/agentpools/system`.toLowerCase(), state: "Running", type: "Microsoft.ContainerService/managedClusters/agentPools" });
    expect(inventory.edges.filter(({ to, from }) => /aks/.test(`${to}${from}`)).map(edgeText).sort()).toEqual(["aks contains system", "front contains aks", "mc_nodes managed-by aks", "system connects-to front"]);
    expect(inventory.edges.find(({ kind }) => kind === "connects-to")?.evidence.path).toBe("properties.agentPoolProfiles[].vnetSubnetID");
  });
});

describe("references", () => {
  const subnets = ["a", "b"].map((name) => net(`virtualNetworks/v/subnets/${name}`));
  const card = { id: net("networkInterfaces/nic"), type: "microsoft.network/networkinterfaces" };
  const balancer = { id: net("loadBalancers/lb"), type: "microsoft.network/loadbalancers" };

  test("both ends of one relationship give one edge", () => {
    const address = { id: net("publicIPAddresses/ip"), type: "microsoft.network/publicipaddresses", properties: { ipConfiguration: { id: `${card.id}/ipConfigurations/one` } } };
    const pool = { id: `${balancer.id}/backendAddressPools/pool` };
    const properties = { virtualMachine: { id: machine.id }, ipConfigurations: [{ id: `${card.id}/ipConfigurations/one`, properties: { subnet: { id: subnets[0] }, publicIPAddress: { id: address.id }, loadBalancerBackendAddressPools: [pool] } }] };
    const edges = edgesOf(
      { ...card, properties },
      { ...machine, properties: { networkProfile: { networkInterfaces: [{ id: card.id }] } } },
      address,
      { ...balancer, properties: { backendAddressPools: [{ ...pool, properties: { backendIPConfigurations: [{ id: `${card.id}/ipConfigurations/one` }] } }] } },
    );
    expect(edges).toEqual(["a contains nic", "lb routes-to nic", "nic depends-on ip", "web-1 connects-to nic"]);
  });

  test("a flow log reads the traffic of a security group, and its watcher does where it is not listed itself", () => {
    const watcher = { id: net("networkWatchers/watcher"), type: "microsoft.network/networkwatchers" };
    const log = { id: `${watcher.id}/flowLogs/log`, type: "microsoft.network/networkwatchers/flowlogs", properties: { targetResourceId: net("networkSecurityGroups/guard") } };
    const guard = { id: net("networkSecurityGroups/guard"), type: "microsoft.network/networksecuritygroups", properties: { flowLogs: [{ id: log.id }] } };
    expect(edgesOf(guard, watcher, log)).toEqual(["log reads guard", "watcher contains log"]);
    expect(edgesOf(guard, watcher)).toEqual(["watcher reads guard"]);
    expect(edgesOf(guard)).toEqual([]);
  });

  test("what no table has depends on it; managedBy, identities and target types have their kind", () => {
    const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`;
    const inventory = linked({
      id: `${group}/providers/Microsoft.NewThing/widgets/w`, type: "microsoft.newthing/widgets", managedBy: machine.id, identity: { userAssignedIdentities: { [identity]: { principalId: "p" } } },
      properties: { deep: [{ er: { storageId: `${group}/providers/Microsoft.Storage/storageAccounts/st` } }], log: { workspace: `${group}/providers/Microsoft.OperationalInsights/workspaces/log` } },
    });
    expect(inventory.edges.map(edgeText).sort()).toEqual(["w assumes id", "w depends-on st", "w managed-by web-1", "w writes log"]);
    expect(inventory.edges.map(({ evidence }) => evidence.path).sort()).toEqual(["identity.userAssignedIdentities", "managedBy", "properties.deep[].er.storageId", "properties.log.workspace"]);
    expect(inventory.edges.every(({ certainty }) => certainty === "declared")).toBe(true);
  });

  test("a thing in several subnets is connected to each, and so is one inside another resource", () => {
    const inNetwork = { id: `${group}/providers/Microsoft.RedHatOpenShift/openShiftClusters/aro`, type: "microsoft.redhatopenshift/openshiftclusters", properties: { masterProfile: { subnetId: subnets[0] }, workerProfiles: [{ subnetId: subnets[1] }] } };
    expect(edgesOf(inNetwork)).toEqual(["aro connects-to a", "aro connects-to b"]);
  });

  test("nothing refers to itself, to its parts or to what contains it by its id", () => {
    const balancing = { loadBalancingRules: [{ id: `${balancer.id}/loadBalancingRules/r`, properties: { backendAddressPool: { id: `${balancer.id}/backendAddressPools/p` } } }], scope: group, of: subscription };
    expect(collect({ ...balancer, properties: balancing }).flatMap((item) => (item.kind === "resource" ? item.refs : []))).toEqual([
      { kind: "contains", target: group.toLowerCase(), path: "id", direction: "in", outside: false },
    ]);
  });

  test("host names and addresses are derived, and dropped when nobody has them", () => {
    const sql = { id: `${group}/providers/Microsoft.Sql/servers/s`, type: "microsoft.sql/servers", properties: { fullyQualifiedDomainName: "s.database.windows.net" } };
    const app = { id: `${group}/providers/Microsoft.NewThing/widgets/w`, type: "microsoft.newthing/widgets", properties: { database: "https://S.database.windows.net:1433/x", other: "https://other.database.windows.net", text: "see https://learn.microsoft.com" } };
    const routes = { id: net("routeTables/rt"), type: "microsoft.network/routetables", properties: { routes: [{ properties: { nextHopIpAddress: "10.0.0.4" } }, { properties: { nextHopIpAddress: "10.0.0.5" } }] } };
    const inventory = linked(sql, app, routes, { ...card, properties: { ipConfigurations: [{ properties: { privateIPAddress: "10.0.0.4" } }] } });
    expect(inventory.edges.map((edge) => `${edgeText(edge)} ${edge.certainty}`).sort()).toEqual(["rt routes-to nic derived", "w depends-on s derived"]);
    expect(inventory.resources).toHaveLength(4);
  });

  test("what the portal keeps in tags is derived", () => {
    const [site, insights] = [`${group}/providers/Microsoft.Web/sites/app`, `${group}/providers/Microsoft.Insights/components/ai`];
    const edges = linked(
      { id: site, type: "microsoft.web/sites", tags: { "hidden-link: /app-insights-resource-id": insights } },
      { id: insights, type: "microsoft.insights/components", tags: { [`hidden-link:${site}`]: "Resource" } },
      { id: `${group}/providers/Microsoft.Insights/webtests/ping`, type: "microsoft.insights/webtests", tags: { [`hidden-link:${insights}`]: "Resource" } },
    ).edges;
    expect(edges.map((edge) => `${edgeText(edge)} ${edge.certainty}`).sort()).toEqual(["app writes ai derived", "ping depends-on ai derived"]);
  });

  test("a tag says nothing that a field says, nor of what contains the resource", () => {
    const storage = `${group}/providers/Microsoft.Storage/storageAccounts/st`;
    const { edges } = linked({ id: group }, { ...machine, tags: { group, storage }, properties: { storage } });
    expect(edges.map((edge) => `${edgeText(edge)} ${edge.certainty}`)).toEqual(["shop-rg contains web-1 declared", "web-1 depends-on st declared"]);
  });

  test("Azure's own catalogues are nobody's resources", () => {
    const image = `${subscription}/providers/Microsoft.Compute/locations/eastus/publishers/p`;
    expect(linked({ ...machine, properties: { storageProfile: { imageReference: { id: image } } } }).resources).toHaveLength(1);
  });
});

describe("what is no thing of its own", () => {
  const server = { id: `${group}/providers/Microsoft.Sql/servers/s`, type: "Microsoft.Sql/servers" };

  test("lies in its owner, and what it refers to is the owner's", () => {
    const inventory = linked(
      server,
      { id: `${server.id}/firewallRules/all`, type: "Microsoft.Sql/servers/firewallRules", name: "all", properties: { startIpAddress: "0.0.0.0", endIpAddress: "255.255.255.255" } },
      { id: `${server.id}/firewallRules/azure`, type: "Microsoft.Sql/servers/firewallRules", name: "azure", properties: { startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" } },
      { id: `${server.id}/providers/microsoft.insights/diagnosticSettings/d`, type: "Microsoft.Insights/diagnosticSettings", name: "d", properties: { storageAccountId: `${group}/providers/Microsoft.Storage/storageAccounts/st` } },
    );
    expect(inventory.edges.map(edgeText).sort()).toEqual([`${internet} allows s`, "s writes st"]);
    const owner = inventory.resources.find(({ name }) => name === "s");
    expect(owner?.properties["firewallRules"]).toHaveLength(2);
    expect(owner?.origin?.merged).toContain(`${server.id}/firewallRules/all`);
  });

  test("a role assignment is an edge from a known principal to its scope", () => {
    const assignment = (principalId: string, scope: string) => ({ id: `${scope}/providers/Microsoft.Authorization/roleAssignments/r`, type: "microsoft.authorization/roleassignments", properties: { principalId, scope } });
    const app = { id: `${group}/providers/Microsoft.Web/sites/app`, type: "microsoft.web/sites", identity: { principalId: "0d3c1f5e-8a7b-4c2d-9e1f-2a3b4c5d6e7f" } };
    const inventory = linked(server, app, assignment(app.identity.principalId, server.id), assignment("ffffffff-8a7b-4c2d-9e1f-2a3b4c5d6e7f", server.id), assignment(app.identity.principalId, "/"));
    expect(inventory.edges.map(edgeText)).toEqual(["app allows s"]);
    expect(inventory.resources).toHaveLength(2);
  });

  test("a protected machine is backed up to its vault", () => {
    const vault = { id: `${group}/providers/Microsoft.RecoveryServices/vaults/rsv`, type: "microsoft.recoveryservices/vaults" };
    const item = { id: `${vault.id}/backupFabrics/Azure/protectionContainers/c/protectedItems/p`, type: "microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems", properties: { sourceResourceId: machine.id } };
    expect(edgesOf(vault, machine, item)).toEqual(["web-1 backs-up-to rsv"]);
  });
});

describe("security rules", () => {
  const rule = (properties: object) => ({ properties: { access: "Allow", direction: "Inbound", ...properties } });
  const guard = (...securityRules: object[]) => ({ id: net("networkSecurityGroups/guard"), type: "microsoft.network/networksecuritygroups", properties: { securityRules } });

  test.each(["*", "Internet", "0.0.0.0/0"])("open to %s lets the internet in", (sourceAddressPrefix) => {
    const [edge] = linked(guard(rule({ sourceAddressPrefix }))).edges;
    expect(edge).toMatchObject({ kind: "allows", from: internet, evidence: { path: "properties.securityRules[].properties.sourceAddressPrefix" } });
  });

  test("what denies, goes out or names a network lets nobody in", () => {
    expect(edgesOf(guard(rule({ access: "Deny", sourceAddressPrefix: "*" }), rule({ direction: "Outbound", sourceAddressPrefix: "*" }), rule({ sourceAddressPrefix: "10.0.0.0/8" })))).toEqual([]);
  });

  test("application security groups are let in", () => {
    expect(edgesOf(guard(rule({ sourceApplicationSecurityGroups: [{ id: net("applicationSecurityGroups/web") }] })))).toEqual(["web allows guard"]);
  });
});

describe("hostile rows", () => {
  test.each(["constructor", "__proto__", "A.B/toString", "<script>/\u202e"])("type %s is a type like any other", (type) => {
    const [item] = collect({ id: `${group}/providers/${type}/e`, type, name: type, properties: JSON.parse('{"__proto__":{"polluted":true},"constructor":"z"}') });
    expect(item).toMatchObject({ kind: "resource", resource: { name: type, properties: { constructor: "z" } } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("nesting without end is cut", () => {
    let deep: object = { id: machine.id };
    for (let level = 0; level < 50_000; level++) deep = level % 2 === 0 ? [deep] : { deep };
    expect(collect({ id: `${group}/providers/A.B/c/d`, type: "a.b/c", properties: { deep, kept: "x" } })).toMatchObject([{ resource: { properties: { kept: "x" } }, refs: [{ kind: "contains" }] }]);
  });
});
