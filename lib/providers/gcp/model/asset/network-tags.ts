import type { JsonObject } from "../../../../core/json";
import type { CollectedRelation } from "../../../../core/resource/collected";
import { compute } from "../compute-types";
import { fullName } from "../resource-name";
import type { Asset } from "./asset";
import type { AssetNames } from "./names/asset-names";
import { AssetValues } from "./asset-values";
import { letsIn } from "./fields/network";
import { typeName } from "./names/type-name";

interface Rule {
  id: string;
  kind: "secured-by" | "allows";
}

interface Machine {
  id: string;
  /** The field that has the mark: the edge's evidence. */
  path: string;
}

/** Machines and rules with the same mark: a tag or a service account within one network. */
interface Marked {
  rules: Rule[];
  machines: Machine[];
}

const machinePaths = { [compute.instance]: "", [compute.instanceTemplate]: "properties." } as const;

/**
 * Firewall rules name machines by network tag or service account, which both sides have many of: no alias can put them
 * together. One of these sees every asset of a discovery or a file, in any order, and gives each pair once both are seen;
 * every pair is an edge, as a machine's security groups are in other clouds.
 */
export class NetworkTags {
  readonly #marked = new Map<string, Marked>();

  /** The pairs of this asset with those seen before it. */
  add(asset: Asset, names: AssetNames, collector: string): CollectedRelation[] {
    const type = typeName(asset.type);
    if (asset.data === null) return [];
    if (type === "compute.googleapis.com/Firewall") return this.#addRule(names.spell(asset.name), asset.data, names, collector);
    if (type === compute.instance || type === compute.instanceTemplate) return this.#addMachine(names.spell(asset.name), machinePaths[type], asset.data, names, collector);
    return [];
  }

  #addRule(id: string, data: JsonObject, names: AssetNames, collector: string): CollectedRelation[] {
    const values = new AssetValues(data);
    const [network] = networksAt(values, "network", names);
    if (network === undefined) return [];
    const marks = [
      ...values.at("targetTags[]").map((tag) => ({ mark: tagMark(network, tag), kind: "secured-by" as const })),
      ...values.at("targetServiceAccounts[]").map((email) => ({ mark: accountMark(network, email), kind: "secured-by" as const })),
      ...(letsIn({ data }) ? values.at("sourceTags[]") : []).map((tag) => ({ mark: tagMark(network, tag), kind: "allows" as const })),
    ];
    return marks.flatMap(({ mark, kind }) => {
      const marked = this.#at(mark);
      marked.rules.push({ id, kind });
      return marked.machines.map((machine) => relation(machine, { id, kind }, collector));
    });
  }

  #addMachine(id: string, prefix: string, data: JsonObject, names: AssetNames, collector: string): CollectedRelation[] {
    const values = new AssetValues(data);
    const networks = networksAt(values, `${prefix}networkInterfaces[].network`, names);
    const marks = networks.flatMap((network) => [
      ...values.at(`${prefix}tags.items[]`).map((tag) => ({ mark: tagMark(network, tag), path: `resource.data.${prefix}tags.items[]` })),
      ...values.at(`${prefix}serviceAccounts[].email`).map((email) => ({ mark: accountMark(network, email), path: `resource.data.${prefix}serviceAccounts[].email` })),
    ]);
    return marks.flatMap(({ mark, path }) => {
      const marked = this.#at(mark);
      marked.machines.push({ id, path });
      return marked.rules.map((rule) => relation({ id, path }, rule, collector));
    });
  }

  #at(mark: string): Marked {
    const present = this.#marked.get(mark) ?? { rules: [], machines: [] };
    this.#marked.set(mark, present);
    return present;
  }
}

function relation({ id, path }: Machine, rule: Rule, collector: string): CollectedRelation {
  return { kind: "relation", collector, from: id, ref: { kind: rule.kind, target: rule.id, path, certainty: "derived" } };
}

function networksAt(values: AssetValues, path: string, names: AssetNames): string[] {
  return [...new Set(values.at(path).flatMap((link) => fullName(link, compute.service) ?? []).map((name) => names.spell(name)))];
}

function tagMark(network: string, tag: string): string {
  return `${network}|tag|${tag}`;
}

function accountMark(network: string, email: string): string {
  return `${network}|account|${email}`;
}
