import type { Overlay } from "../core/diagram/diagram";
import type { Collected, Ref } from "../core/resource/collected";
import type { ResourceCost } from "../core/resource/money";
import { seededRandom, type SeededRandom } from "./seeded-random";

/** What a link may hide, and `never` for what no link tells. */
export type CanaryKind = "names" | "ids" | "addresses" | "tags" | "costs" | "never";

/** A text that stands in one place of an estate and nowhere else: found in an output, it tells that the place got there. */
export interface Canary {
  kind: CanaryKind;
  text: string;
  place: string;
}

export interface CanaryEstate {
  collected: Collected[];
  canaries: readonly Canary[];
  /** A tag by which a diagram can be grouped. */
  tagKey: string;
  title: string;
  overlay: Pick<Overlay, "names" | "notes">;
}

const canaryLength = 12;

/** Makes canaries as the places want them: names are letters, ids hexadecimal, accounts digits. */
class Aviary {
  readonly all: Canary[] = [];
  readonly #random: SeededRandom = seededRandom(20_261_124);

  word(kind: CanaryKind, place: string): string {
    return this.#add(kind, place, this.#letters("bcdfghjklmnpqrstvwxz", canaryLength));
  }

  hex(kind: CanaryKind, place: string): string {
    return this.#add(kind, place, `${this.#random.whole(1, 9)}${this.#letters("0123456789abcdef", canaryLength - 1)}`);
  }

  digits(kind: CanaryKind, place: string): string {
    return this.#add(kind, place, `${this.#random.whole(1, 9)}${this.#letters("0123456789", canaryLength - 1)}`);
  }

  /** A text that is a canary as it is: the digits of addresses are short. */
  text(kind: CanaryKind, place: string, text: string): string {
    return this.#add(kind, place, text);
  }

  /** `731940.58213`: an amount. */
  amount(place: string): string {
    return this.#add("costs", place, `${this.#random.whole(100_000, 999_999)}.${this.#random.whole(10_001, 99_999)}`);
  }

  #letters(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet.charAt(this.#random.whole(0, alphabet.length - 1))).join("");
  }

  #add(kind: CanaryKind, place: string, text: string): string {
    this.all.push({ kind, text, place });
    return text;
  }
}

/**
 * Every name, id, account, ARN, IP address, host name, tag, note and cost carries a canary of its own. What is an address stands
 * in a tag and as something outside that is pointed at, so that it shows while tags or names are hidden.
 */
export function canaryEstate(): CanaryEstate {
  const birds = new Aviary();
  const collected: Collected[] = [];
  const account = birds.digits("ids", "AWS account");
  const region = "eu-west-1";
  const machineId = (prefix: string) => `${prefix}-${birds.hex("ids", `id of a ${prefix}`)}00000`;
  const cost = (): ResourceCost => ({ monthly: { amount: birds.amount("cost"), currency: "USD", basis: "list", source: birds.word("costs", "source of a cost"), asOf: "2026-11-01T00:00:00.000Z" }, reason: null });
  const tagKey = birds.word("tags", "key of a tag that makes frames");

  // What is outside is named by the end of its address, and that is a name: the canaries stand before it.
  const addresses = {
    ipv4: birds.text("addresses", "IPv4 address", "198.51.213.179"),
    ipv6: birds.text("addresses", "IPv6 address", "2a0c:ca5e:1f0a:b1d5::7"),
    host: `${birds.word("addresses", "host name")}.internal.example.net`,
    url: `https://${birds.word("addresses", "URL")}.example.org:8443/${birds.word("addresses", "path of a URL")}/a`,
    mail: `${birds.word("addresses", "mail address")}@example.com`,
    arn: `arn:aws:sns:${region}:${account}:${birds.word("addresses", "ARN")}/a`,
    arm: `/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/x/providers/microsoft.web/sites/${birds.word("addresses", "ARM id")}/slots/a`,
    gcp: `//pubsub.googleapis.com/projects/x/topics/${birds.word("addresses", "full name of Google Cloud")}/x/a`,
  };

  function add(type: string, id: string, given: { name?: string; range?: string; refs?: Ref[]; tags?: Record<string, string>; provider?: string; account?: string; group?: string; region?: string }): string {
    const { name = birds.word("names", `name of ${type}`), range, refs = [], tags = {}, ...place } = given;
    collected.push({
      kind: "resource",
      collector: "scenario.canaries",
      resource: {
        id, type, name, provider: "aws", account, region, ...place,
        state: "running",
        cost: cost(),
        tags: { ...tags, [birds.word("tags", `tag key on ${type}`)]: birds.word("tags", `tag value on ${type}`), [tagKey]: birds.word("tags", `frame's tag value on ${type}`) },
        properties: {
          instanceType: "m7g.large",
          ...(range === undefined ? {} : { cidrBlock: range }),
          endpoint: `${birds.word("never", `endpoint of ${type}`)}.example.net`,
          description: birds.word("never", `description of ${type}`),
        },
        origin: { kind: "live", address: birds.word("never", `address in a file of ${type}`), merged: [] },
      },
      aliases: [],
      refs,
    });
    return id;
  }

  const within = (target: string): Ref => ({ kind: "contains", target, path: "Parent", direction: "in" });
  const network = add("AWS::EC2::VPC", machineId("vpc"), { range: birds.text("addresses", "range of a network", "2a0c:c0de:7e1e:a1::/56") });
  const subnet = add("AWS::EC2::Subnet", machineId("subnet"), { range: birds.text("addresses", "range of a subnet", "203.0.113.192/27"), refs: [within(network)] });
  const pointing = Object.values(addresses).map((target): Ref => ({ kind: "connects-to", target, path: birds.word("never", "path of a reference") }));
  const tagged = Object.fromEntries(Object.entries(addresses).map(([key, value]) => [`at-${key}`, value]));
  const machine = add("AWS::EC2::Instance", machineId("i"), { refs: [within(subnet), ...pointing], tags: tagged });
  const role = birds.word("names", "name of a role that its ARN holds");
  add("AWS::IAM::Role", `arn:aws:iam::${account}:role/${role}`, { name: role, refs: [{ kind: "assumes", target: machine, path: "Role", direction: "in" }] });
  add("AWS::S3::Bucket", `arn:aws:s3:::${addresses.host}`, { name: addresses.host, refs: [{ kind: "reads", target: machine, path: "Bucket", direction: "in" }] });

  const subscription = `0a1b2c3d-4e5f-4a6b-8c7d-${birds.hex("ids", "Azure subscription")}`;
  const group = birds.word("names", "resource group");
  const azure = { provider: "azure", account: subscription, group, region: "westeurope" };
  const groupId = `/subscriptions/${subscription}/resourcegroups/${group}`;
  add("Microsoft.Resources/resourceGroups", groupId, { ...azure, name: group });
  const site = birds.word("names", "name of an Azure site that its id holds");
  add("Microsoft.Web/sites", `${groupId}/providers/microsoft.web/sites/${site}`, { ...azure, name: site, refs: [within(groupId)] });
  // Without name: called by its id.
  const nameless = add("AWS::EC2::Volume", machineId("vol"), { name: "" });

  return {
    collected,
    tagKey,
    title: birds.word("names", "title of the diagram"),
    overlay: {
      names: { [machine]: birds.word("names", "name that a person gave"), [subnet]: birds.word("names", "name that a person gave a frame") },
      notes: { [machine]: birds.word("names", "note"), [nameless]: birds.word("names", "note on what has no name"), [network]: birds.word("names", "note on a frame") },
    },
    canaries: birds.all,
  };
}
