import { z } from "zod";
import type { OpenedCollector, Provider } from "../../lib/providers/provider";

export interface StubSize {
  regions: number;
  services: number;
  resourcesInCell: number;
}

const name = "stub";

/** A cloud without a network: each service answers at once, with resources of which each points at the one before. */
function stubProvider({ regions, services, resourcesInCell }: StubSize): Provider {
  return {
    id: name,
    label: "Stub",
    credentials: z.unknown(),
    settings: z.object({ account: z.string() }),
    setup: [],
    connect: async (_credentials, settings) => {
      const { account } = z.object({ account: z.string() }).parse(settings);
      const places = Array.from({ length: regions }, (_, index) => `region-${index + 1}`);
      const collectors = Array.from({ length: services }, (_, service) => stubCollector(account, service, resourcesInCell));
      return { provider: "aws", title: account, accounts: [{ id: account, kind: "account", name: account, regions: places, disabledRegions: [], collectors }], close: () => {} };
    },
  };
}

function stubCollector(account: string, service: number, resources: number): OpenedCollector {
  const collector = `stub.service-${service}`;
  return {
    id: collector,
    type: "AWS::EC2::Instance",
    scope: "region",
    permissions: [`stub:List${service}`],
    parts: [],
    explain: (error) => ({ status: "failed", permission: null, reason: "stub", message: String(error) }),
    async *collect(region) {
      for (let index = 0; index < resources; index++) {
        const id = (at: number) => `arn:aws:ec2:${region}:${account}:instance/${service}-${at}`;
        yield {
          kind: "resource" as const,
          collector,
          aliases: [`${service}-${index}`],
          refs: index === 0 ? [] : [{ kind: "connects-to" as const, target: id(index - 1), path: "Peer" }],
          resource: {
            id: id(index), provider: "aws", type: "AWS::EC2::Instance", name: `machine ${service}-${index}`, account, region, zone: null, group: null,
            state: "running", tags: { Name: `machine ${service}-${index}`, team: `team ${service % 7}` }, createdAt: null,
            properties: { InstanceType: "m7g.large", Cores: 2, Image: `ami-${service}`, Addresses: ["10.0.0.1", "10.0.0.2"], Monitoring: { State: "enabled" } },
          },
        };
      }
    },
  };
}

/** Puts a stub in the table of providers, and answers a connection to it. */
export async function connectStub(size: StubSize, accounts: number): Promise<string[]> {
  const { providers } = await import("../../lib/providers");
  Object.assign(providers, { [name]: () => Promise.resolve(stubProvider(size)) });
  const [{ createConnection }, { openVault }, { newId }] = await Promise.all([import("../../lib/db/connections"), import("../../lib/auth/vault"), import("../../lib/core/ulid")]);
  const ids = Array.from({ length: accounts }, () => newId("con"));
  for (const [index, id] of ids.entries()) {
    const account = String(100_000_000_001 + index);
    await createConnection({ id, kind: "cloud", source: name, identity: null, name: account, settings: { account }, sealedCredentials: await openVault().seal(id, "{}"), createdBy: "bench" });
  }
  return ids;
}
