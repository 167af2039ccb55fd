import { describeType, internetType } from "../catalogue";
import type { GroupKey } from "../core/diagram/diagram";
import { internet } from "../core/resource/collected";
import { edgeId, type Edge } from "../core/resource/edge";
import { isOutside } from "../core/resource/is-outside";
import { outsideTarget } from "../core/resource/outside-id";
import type { Resource } from "../core/resource/resource";
import type { ShareHiding } from "../core/share/share";
import { addressRange, isUnnamed, sizeOf } from "../scene/text/resource-words";
import { KnownIds, KnownNames } from "./known-words";
import { isMachineMade, isReadable, scrubAddresses, scrubIds, scrubWith } from "./scrub";
import { StandIns } from "./stand-ins";

/** What a redactor has to know before it takes anything out. */
export interface Redactable {
  resources: readonly Resource[];
  grouping: readonly GroupKey[];
  /** What a person called resources and frames on the diagram. */
  givenNames: readonly string[];
}

/**
 * Takes out of an inventory what a link hides, before anything is drawn of it. What is left has the same shape: views, tables and
 * files are made of it as of any other. Stand-ins are numbered in the order of the resources' keys, which are hashes: they tell
 * nothing of what they stand for.
 */
export class Redactor {
  /** In the order of their keys. */
  readonly resources: readonly Resource[];
  readonly grouping: readonly GroupKey[];
  readonly #hide: ShareHiding;
  readonly #knownIds: KnownIds;
  readonly #knownNames: KnownNames;
  readonly #standIns = new StandIns();
  readonly #ids: ReadonlyMap<string, string>;
  /** A tag by which is grouped → how it is called. */
  readonly #levelTags: ReadonlyMap<string, string>;

  constructor(hide: ShareHiding, { resources, grouping, givenNames }: Redactable) {
    const ordered = resources.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    this.#hide = hide;
    this.#knownIds = new KnownIds(ordered);
    this.#knownNames = new KnownNames([...givenNames, ...ordered.flatMap(({ name, group }) => [name, group ?? ""])]);
    this.#ids = this.#tellIds(ordered);
    this.#levelTags = new Map(grouping.filter(isTag).map((key) => [tagOf(key), this.#tagWord("Tag", tagOf(key))]));
    this.grouping = grouping.map((key): GroupKey => (isTag(key) ? `tag:${this.#levelTags.get(tagOf(key)) ?? ""}` : key));
    this.resources = ordered.map((resource) => this.#resource(resource));
  }

  /** Of what is not in the inventory it is the id itself: such an id is not to be told. */
  idOf(id: string): string {
    return this.#ids.get(id) ?? id;
  }

  edge({ kind, from, to, certainty, evidence }: Edge): Edge {
    const ends = [this.idOf(from), this.idOf(to)] as const;
    return { id: edgeId(kind, ...ends), kind, from: ends[0], to: ends[1], certainty, evidence: { collector: evidence.collector, path: "" } };
  }

  /** Free text, without ids and addresses where those are hidden. */
  text(text: string): string {
    const { ids, addresses } = this.#hide;
    return scrubWith(text, (read) => {
      const withoutAddresses = addresses ? scrubAddresses(read) : read;
      return ids ? scrubIds(this.#knownIds.scrub(withoutAddresses)) : withoutAddresses;
    });
  }

  #tellIds(resources: readonly Resource[]): Map<string, string> {
    const told = new Set(resources.map(({ id }) => id).filter((id) => this.#isIdTold(id)));
    let number = 0;
    const next = (): string => {
      const standIn = `r${++number}`;
      return told.has(standIn) ? next() : standIn;
    };
    return new Map(resources.map(({ id }) => [id, told.has(id) ? id : next()]));
  }

  /** Ids hold names and addresses, so they are told only where they hold nothing that is hidden. */
  #isIdTold(id: string): boolean {
    if (id === internet) return true;
    if (this.#hide.ids || this.text(id) !== id) return false;
    return !this.#hide.names || (isMachineMade(id.split(/[/:]/).at(-1) ?? "") && !this.#knownNames.areIn(id));
  }

  #resource(resource: Resource): Resource {
    const { hide, id } = { hide: this.#hide, id: this.idOf(resource.id) };
    return {
      key: id === resource.id ? resource.key : id,
      id,
      provider: resource.provider,
      type: resource.type,
      category: resource.category,
      name: this.#name(resource),
      account: this.#account(resource),
      region: resource.region,
      zone: resource.zone === null ? null : this.#plain(resource.zone),
      group: resource.group === null ? null : this.#group(resource, resource.group),
      parent: resource.parent === null ? null : (this.#ids.get(resource.parent) ?? null),
      state: resource.state === null ? null : this.#plain(resource.state),
      tags: this.#tags(resource),
      properties: this.#properties(resource),
      cost: hide.costs ? { monthly: null, reason: null } : resource.cost,
      origin: isOutside(resource) ? { kind: "outside", address: null, merged: [] } : null,
      createdAt: null,
      firstSeenAt: resource.firstSeenAt,
      lastSeenAt: resource.lastSeenAt,
    };
  }

  #name(resource: Resource): string {
    const { name, type } = resource;
    if (type === internetType) return name;
    const { label, frame } = describeType(type);
    // Resource groups are found by their name.
    if (frame === "group" && name !== "") return this.#group(resource, name);
    const told = this.#hide.names || (this.#hide.addresses && isNameless(outsideTarget(resource.id))) ? "" : this.text(name);
    // A nameless one is called by its id.
    const isTold = isReadable(told) || (!this.#hide.names && name.trim() === "" && this.idOf(resource.id) === resource.id);
    return isTold ? told : this.#standIns.of(isUnnamed(resource) ? "Outside" : label, resource.id);
  }

  #account({ account }: Resource): string {
    if (account === "") return "";
    const isHidden = this.#hide.ids || this.text(account) !== account || (this.#hide.names && this.#knownNames.areIn(account));
    return isHidden ? this.#standIns.of("Account", account) : account;
  }

  #group({ account }: Resource, group: string): string {
    const isHidden = this.#hide.names || this.text(group) !== group;
    return isHidden ? this.#standIns.of("Resource group", `${account}/${group.toLowerCase()}`) : group;
  }

  /** A word of a cloud's own, such as a zone or a state; null when it holds what is hidden. */
  #plain(word: string): string | null {
    const isHidden = this.text(word) !== word || (this.#hide.names && this.#knownNames.areIn(word));
    return isHidden ? null : word;
  }

  /** Hidden, only those stay that make frames, under stand-ins. */
  #tags({ tags }: Resource): Record<string, string> {
    const told = Object.entries(tags).filter(([key]) => !this.#hide.tags || this.#levelTags.has(key));
    return Object.fromEntries(told.map(([key, value]) => [this.#levelTags.get(key) ?? this.#tagWord("Tag", key), value === "" ? "" : this.#tagWord("Value", value)]));
  }

  #tagWord(label: string, word: string): string {
    const told = this.#hide.tags || (this.#hide.names && this.#knownNames.areIn(word)) ? "" : this.text(word);
    return isReadable(told) ? told : this.#standIns.of(label, word);
  }

  /** Only the size and the address range, which are drawn: what else clouds tell of a resource is in no link. */
  #properties(resource: Resource): Resource["properties"] {
    const range = this.#hide.addresses ? null : addressRange(resource);
    const size = sizeOf(resource);
    const told = size === null ? null : this.#plain(size);
    return { ...(range === null ? {} : { cidr: this.text(range) }), ...(told === null ? {} : { instanceType: told }) };
  }
}

/** ARNs and the long names of Azure and Google Cloud end with a name; other addresses end with a part of themselves. */
function isNameless(target: string | null): boolean {
  return target !== null && !isReadable(scrubAddresses(target)) && !/^(?:arn:|\/|projects\/)/i.test(target);
}

function isTag(key: GroupKey): key is `tag:${string}` {
  return key.startsWith("tag:");
}

function tagOf(key: `tag:${string}`): string {
  return key.slice("tag:".length);
}
