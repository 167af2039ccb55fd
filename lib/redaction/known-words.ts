import { isOutside } from "../core/resource/is-outside";
import type { Resource } from "../core/resource/resource";
import { gap, isMachineMade, isReadable, scrubAddresses } from "./scrub";

const word = /[\p{L}\p{N}_.-]{4,}/gu;

/** The parts of ids and the accounts of an inventory, as words that may stand in other texts. */
export class KnownIds {
  readonly #words = new Set<string>();
  readonly #accounts: readonly string[];

  constructor(resources: readonly Resource[]) {
    this.#accounts = [...new Set(resources.map(({ account }) => account))].filter((account) => account.length >= 4);
    // Ids hold names and places, too: those are told or hidden as what they are.
    const told = new Set(resources.flatMap(({ name, region, zone, group }) => [name, region ?? "", zone ?? "", group ?? ""]).map((text) => text.toLowerCase()));
    for (const resource of resources) {
      const { id } = resource;
      // That of something outside is how it was pointed at: an address as often as an id.
      if (isOutside(resource)) continue;
      for (const part of id.toLowerCase().split(/[/:]/)) if (part.length >= 4 && /\d/.test(part) && !told.has(part)) this.#words.add(part);
    }
  }

  scrub(text: string): string {
    const withoutAccounts = this.#accounts.reduce((rest, account) => (rest.includes(account) ? rest.replaceAll(account, gap) : rest), text);
    return withoutAccounts.replace(word, (found) => (this.#words.has(found.toLowerCase()) ? gap : found));
  }
}

/** The names of an inventory, and those that a person gave. */
export class KnownNames {
  readonly #names: ReadonlySet<string>;

  /** What has no name is called by its id or its address: those are hidden as what they are. */
  constructor(names: readonly string[]) {
    const isName = (name: string) => name.length >= 3 && !isMachineMade(name) && isReadable(scrubAddresses(name));
    this.#names = new Set(names.map((name) => name.trim().toLowerCase()).filter(isName));
  }

  /** As a whole, or as a part between the separators of ids. */
  areIn(text: string): boolean {
    const read = text.toLowerCase();
    return this.#names.has(read.trim()) || read.split(/[/:,;|=\s]+/).some((part) => this.#names.has(part));
  }
}
