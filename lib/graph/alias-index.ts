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

/** Every spelling of every resource → its id, in one Map. Look-ups are O(1), also when thousands share a name. */
export class AliasIndex {
  readonly #entries = new Map<string, Entry | Shared>();
  readonly #ids = new Set<string>();

  add(id: string, aliases: Iterable<string>, scope: Scope): void {
    this.#ids.add(id);
    const entry = { id, provider: scope.provider, account: scope.account, region: scope.region };
    for (const alias of aliases) {
      if (alias === "" || alias === id) continue;
      const present = this.#entries.get(alias);
      if (present === undefined) this.#entries.set(alias, entry);
      else if ("entries" in present) present.entries.push(entry);
      else if (present.id !== id) this.#entries.set(alias, { entries: [present, entry], byScope: null });
    }
  }

  /** The id of the one resource that `target` means, seen from `scope`; null when nothing or more than one matches. */
  resolve(target: string, targetType: string | undefined, scope: Scope): string | null {
    if (this.#ids.has(target)) return target;
    const named = targetType === undefined ? null : this.#find(nameAlias(targetType, target), scope);
    return named ?? this.#find(target, scope) ?? this.#resolveArm(target, scope);
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

  /** ARM ids compare without case, and one that names a part of a resource (…/ipConfigurations/x) means the resource. */
  #resolveArm(target: string, scope: Scope): string | null {
    if (!/^\/subscriptions\//i.test(target)) return null;
    let id = target.toLowerCase();
    for (;;) {
      if (this.#ids.has(id)) return id;
      const aliased = this.#find(id, scope);
      if (aliased !== null) return aliased;
      const shorter = id.split("/").slice(0, -2).join("/");
      if (!/\/providers\/[^/]+\/[^/]+\/[^/]+/.test(shorter)) return null;
      id = shorter;
    }
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
