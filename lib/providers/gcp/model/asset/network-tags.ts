import type { CollectedRelation, Ref } from "../../../../core/resource/collected";
import { compute } from "../compute-types";
import { fullName } from "../resource-name";
import type { Asset } from "./asset";
import type { AssetNames } from "./names/asset-names";
import { AssetValues } from "./asset-values";
import { letsIn } from "./fields/network";
import { typeName } from "./names/type-name";

interface Rule {
  id: string;
  /** What marks the machines: `tag` or `account`, within one network. */
  mark: string;
  kind: "secured-by" | "allows";
}

const machineMarks = { [compute.instance]: "", [compute.instanceTemplate]: "properties." } as const;

/**
 * Firewall rules name machines by network tag or service account, which both sides have many of, within one network: only
 * once all are seen can they be put together. Every pair is an edge, as a machine's security groups are in other clouds.
 */
export class NetworkTags {
  readonly #rules: Rule[] = [];
  readonly #machines = new Map<string, { id: string; path: string }[]>();

  add(asset: Asset, names: AssetNames): void {
    if (asset.data === null) return;
    const type = typeName(asset.type);
    if (type === "compute.googleapis.com/Firewall") this.#addRule(names.spell(asset.name), asset, new AssetValues(asset.data), names);
    else if (type === compute.instance || type === compute.instanceTemplate) this.#addMachine(names.spell(asset.name), machineMarks[type], new AssetValues(asset.data), names);
  }

  *relations(collector: string): Generator<CollectedRelation> {
    for (const { id, mark, kind } of this.#rules) {
      for (const machine of this.#machines.get(mark) ?? []) {
        const ref: Ref = { kind, target: id, path: machine.path, certainty: "derived" };
        yield { kind: "relation", collector, from: machine.id, ref };
      }
    }
  }

  #addRule(id: string, { data }: Asset, values: AssetValues, names: AssetNames): void {
    const [network] = networksAt(values, "network", names);
    if (network === undefined) return;
    for (const tag of values.at("targetTags[]")) this.#rules.push({ id, mark: tagMark(network, tag), kind: "secured-by" });
    for (const email of values.at("targetServiceAccounts[]")) this.#rules.push({ id, mark: accountMark(network, email), kind: "secured-by" });
    if (letsIn({ data: data ?? {} })) for (const tag of values.at("sourceTags[]")) this.#rules.push({ id, mark: tagMark(network, tag), kind: "allows" });
  }

  #addMachine(id: string, prefix: string, values: AssetValues, names: AssetNames): void {
    for (const network of networksAt(values, `${prefix}networkInterfaces[].network`, names)) {
      for (const tag of values.at(`${prefix}tags.items[]`)) this.#mark(tagMark(network, tag), id, `resource.data.${prefix}tags.items[]`);
      for (const email of values.at(`${prefix}serviceAccounts[].email`)) this.#mark(accountMark(network, email), id, `resource.data.${prefix}serviceAccounts[].email`);
    }
  }

  #mark(mark: string, id: string, path: string): void {
    const present = this.#machines.get(mark);
    if (present === undefined) this.#machines.set(mark, [{ id, path }]);
    else present.push({ id, path });
  }
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
