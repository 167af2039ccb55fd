import { nameAlias } from "../../core/resource/collected";
import type { Draft } from "./draft";
import type { Instance } from "./instance";

/** Drafts that share a spelling: the one of each provider configuration, null where even that is not unique. */
type Shared = Map<string, Draft | null>;

/** An id, ARN, link or host name: equal text elsewhere is no coincidence. A bare word such as a bucket's name may be. */
const telling = /[:/]|^[a-z]{1,12}-[0-9a-f]{8,}$|^[^\s.]+\.[^\s.]+\.|^[0-9a-f]{8}-[0-9a-f]{4}-|@/;

/** Everything in the file by every spelling of it. */
export class Known {
  readonly #bySpelling = new Map<string, Draft | Shared>();

  constructor(drafts: readonly Draft[]) {
    for (const draft of drafts) {
      this.#add(draft.resource.id, draft);
      for (const alias of draft.aliases) this.#add(alias, draft);
      if (draft.instance.row === null) this.#addStems(draft);
    }
  }

  /** What `target` means, seen from `from`; null when nothing or more than one thing matches. */
  find(target: string, targetType: string | undefined, from: Instance): Draft | null {
    const named = targetType === undefined ? null : this.#find(nameAlias(targetType, target), from);
    const direct = named ?? this.#find(target, from);
    if (direct !== null) return direct;
    for (const spelling of from.provider?.spellings?.(target, from.context) ?? []) {
      const found = this.#find(spelling, from);
      if (found !== null) return found;
    }
    return null;
  }

  /** As `find`, for text that nobody declared to be a reference: only spellings that cannot be a coincidence count. */
  findTelling(text: string, from: Instance): Draft | null {
    return text.length >= 5 && text.length <= 2000 && telling.test(text) ? this.#find(text, from) : null;
  }

  /** `network_id: 42` means the `xyz_network` whose id is 42, in clouds that CloudViz has no table for. */
  findByStem(stem: string, id: string, from: Instance): Draft | null {
    return this.#find(stemSpelling(from.providerId, stem, id), from);
  }

  #addStems(draft: Draft): void {
    if (draft.rawId === "") return;
    const words = draft.instance.type.split("_").slice(1, 8);
    for (let start = 0; start < words.length; start++) {
      this.#add(stemSpelling(draft.instance.providerId, words.slice(start).join("_"), draft.rawId), draft);
    }
  }

  #add(spelling: string, draft: Draft): void {
    const present = this.#bySpelling.get(spelling);
    const config = draft.instance.providerConfig;
    if (present === undefined) this.#bySpelling.set(spelling, draft);
    else if (present instanceof Map) {
      const same = present.get(config);
      present.set(config, same === undefined || same?.resource.id === draft.resource.id ? (same ?? draft) : null);
    } else if (present.resource.id !== draft.resource.id) {
      const shared: Shared = new Map([[present.instance.providerConfig, present]]);
      shared.set(config, config === present.instance.providerConfig ? null : draft);
      this.#bySpelling.set(spelling, shared);
    }
  }

  #find(spelling: string, from: Instance): Draft | null {
    const found = this.#bySpelling.get(spelling);
    if (found === undefined) return null;
    return found instanceof Map ? (found.get(from.providerConfig) ?? null) : found;
  }
}

function stemSpelling(providerId: string, stem: string, id: string): string {
  return `${providerId}\n${stem}\n${id}`;
}
