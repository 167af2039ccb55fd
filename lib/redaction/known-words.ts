import type { Resource } from "../core/resource/resource";
import { gap } from "./scrub";

const word = /[\p{L}\p{N}_.-]{4,}/gu;

/** The parts of ids and the accounts of an inventory, as words that may stand in other texts. */
export class KnownIds {
  readonly #words = new Set<string>();
  readonly #accounts: readonly string[];

  constructor(resources: readonly Resource[]) {
    this.#accounts = [...new Set(resources.map(({ account }) => account))].filter((account) => account.length >= 4);
    // Ids hold names and places, too: those are told or hidden as what they are.
    const told = new Set(resources.flatMap(({ name, region, zone, group }) => [name, region ?? "", zone ?? "", group ?? ""]).map((text) => text.toLowerCase()));
    for (const { id } of resources) {
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

  constructor(names: readonly string[]) {
    this.#names = new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name.length >= 3));
  }

  /** As a whole, or as a part between the separators of ids. */
  areIn(text: string): boolean {
    const read = text.toLowerCase();
    return this.#names.has(read.trim()) || read.split(/[/:,;|=\s]+/).some((part) => this.#names.has(part));
  }
}
