import { nameAlias } from "../core/resource/collected";

/** Where a ref stands: picks the right one among resources that share a spelling. */
export interface Scope {
  provider: string;
  account: string;
  region: string | null;
}

interface Entry extends Scope {
  id: string;
}

/** A spelling that several resources share; `byScope` is built when it is first asked for (null = ambiguous there). */
interface Shared {
  entries: Entry[];
  byScope: Map<string, string | null> | null;
}

/**
 * Every spelling of every resource → its id, in one Map. Look-ups are O(1), also when thousands share a name. With `wanted`
 * it keeps no other spellings: of ten that a resource has, hardly one is ever asked for, and they are most of the memory.
 */
export class AliasIndex {
  readonly #entries = new Map<string, Entry | Shared>();
  readonly #ids = new Set<string>();
  readonly #wanted: ReadonlySet<string> | null;

  constructor(wanted: ReadonlySet<string> | null = null) {
    this.#wanted = wanted;
  }

  add(id: string, aliases: Iterable<string>, scope: Scope): void {
    this.#ids.add(id);
    let entry: Entry | null = null;
    for (const alias of aliases) {
      if (alias === "" || alias === id || this.#wanted?.has(alias) === false) continue;
      entry ??= { id, provider: scope.provider, account: scope.account, region: scope.region };
      const present = this.#entries.get(alias);
      if (present === undefined) this.#entries.set(alias, entry);
      else if ("entries" in present) present.entries.push(entry);
      else if (present.id !== id) this.#entries.set(alias, { entries: [present, entry], byScope: null });
    }
  }

  /** The id of the one resource that `target` means, seen from `scope`; null when nothing or more than one matches. */
  resolve(target: string, targetType: string | undefined, scope: Scope): string | null {
    if (this.#ids.has(target)) return target;
    for (const spelling of spellingsOf(target, targetType)) {
      const id = this.#ids.has(spelling) ? spelling : this.#find(spelling, scope);
      if (id !== null) return id;
    }
    return null;
  }

  #find(alias: string, scope: Scope): string | null {
    const found = this.#entries.get(alias);
    if (found === undefined) return null;
    if ("id" in found) return found.id;
    found.byScope ??= scopesOf(found.entries);
    for (const key of scopeKeys(scope)) {
      const id = found.byScope.get(key);
      if (id !== undefined) return id;
    }
    return null;
  }
}

/**
 * What is asked for when `target` is no id as it stands, best first: the name together with its type, the text itself, and for
 * ARM, whose ids compare without case, what it is a part of (…/ipConfigurations/x means the interface).
 */
export function* spellingsOf(target: string, targetType: string | undefined): Generator<string> {
  if (targetType !== undefined) yield nameAlias(targetType, target);
  yield target;
  if (!/^\/subscriptions\//i.test(target)) return;
  let id = target.toLowerCase();
  for (;;) {
    yield id;
    id = id.split("/").slice(0, -2).join("/");
    if (!/\/providers\/[^/]+\/[^/]+\/[^/]+/.test(id)) return;
  }
}

function scopesOf(entries: readonly Entry[]): Map<string, string | null> {
  const scopes = new Map<string, string | null>();
  for (const entry of entries) {
    for (const key of scopeKeys(entry)) {
      const present = scopes.get(key);
      scopes.set(key, present === undefined || present === entry.id ? entry.id : null);
    }
  }
  return scopes;
}

/** Most specific first. */
function scopeKeys({ provider, account, region }: Scope): [string, string, string] {
  return [`${provider}\n${account}\n${region ?? ""}`, `${provider}\n${account}`, ""];
}
