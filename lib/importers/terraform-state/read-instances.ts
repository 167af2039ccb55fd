import type { JsonObject } from "../../core/json";
import { readSensitive } from "../../secrets/sensitive-paths";
import { looksLikeCredential } from "../../secrets/secret-value";
import { withoutSecrets } from "../../secrets/without-secrets";
import { contextsOf } from "./contexts";
import { unfoldFlatmap } from "./flatmap";
import type { Instance } from "./instance";
import { configAddress, indexText, instanceAddress, moduleSteps } from "./instance-address";
import { providerName, providerOf, rowOf } from "./providers";
import type { StateBlock, StateFile, StateInstance } from "./state-file";

export interface ReadInstances {
  instances: Instance[];
  notices: string[];
}

/** Every live instance of the state with its secrets removed. Nothing of the state is read past this point. */
export function readInstances(state: StateFile): ReadInstances {
  const reader = new Reader();
  for (const block of state.resources ?? []) reader.addBlock(block);
  const contextOf = contextsOf(reader.instances);
  for (const instance of reader.instances) instance.context = contextOf(instance);
  return { instances: reader.instances, notices: reader.notices() };
}

const noContext = { account: "", partition: "", region: null, address: "" };
const none: ReadonlySet<string> = new Set();

class Reader {
  readonly instances: Instance[] = [];
  readonly #seen = new Set<string>();
  #deposed = 0;
  #repeated = 0;
  #tainted = 0;
  #tooDeep = 0;

  addBlock(block: StateBlock): void {
    const provider = providerOf(block.type);
    const shared = {
      mode: block.mode,
      type: block.type,
      configAddress: configAddress(block),
      modules: moduleSteps(block.module ?? ""),
      providerConfig: block.provider ?? "",
      provider,
      providerId: provider?.id ?? providerName(block.provider ?? "", block.type),
      row: rowOf(block.type, provider),
      scope: block.scope ?? {},
      context: noContext,
    };
    for (const instance of block.instances ?? []) this.#addInstance(block, instance, shared);
  }

  #addInstance(block: StateBlock, state: StateInstance, shared: Omit<Instance, OwnFields>): void {
    if (state.deposed) {
      this.#deposed++;
      return;
    }
    const address = withoutCredential(instanceAddress(block, state.index_key));
    if (this.#seen.has(address)) {
      this.#repeated++;
      return;
    }
    this.#seen.add(address);
    if (state.status === "tainted") this.#tainted++;
    const { attributes, takenOut, tooDeep } = withoutSecrets(attributesOf(state), readSensitive(state.sensitive_attributes ?? []));
    if (tooDeep) this.#tooDeep++;
    this.instances.push({
      ...shared,
      index: this.instances.length,
      address,
      localName: withoutCredential(`${block.name}${indexText(state.index_key)}`),
      indexKey: state.index_key === null || state.index_key === undefined ? null : String(state.index_key),
      attributes,
      linked: attributes,
      plannedIds: none,
      planned: state.planned ?? null,
      takenOut,
      dependencies: dependenciesOf(block, state),
    });
  }

  notices(): string[] {
    const notices: string[] = [];
    if (this.#deposed > 0) notices.push(`${count(this.#deposed, "deposed object")} left out: Terraform has replaced them and has yet to destroy them.`);
    if (this.#repeated > 0) notices.push(`${count(this.#repeated, "entry", "entries")} left out because an earlier one has the same address.`);
    if (this.#tainted > 0) notices.push(`${count(this.#tainted, "resource")} marked tainted: Terraform will replace them at the next apply.`);
    if (this.#tooDeep > 0) notices.push(`${count(this.#tooDeep, "resource")} with attributes nested too deep to read: the deepest parts are left out.`);
    return notices;
  }
}

type OwnFields = "index" | "address" | "localName" | "indexKey" | "attributes" | "linked" | "plannedIds" | "planned" | "takenOut" | "dependencies";

function attributesOf(state: StateInstance): JsonObject {
  return state.attributes ?? (state.attributes_flat ? unfoldFlatmap(state.attributes_flat) : {});
}

/** Terraform 0.12's `depends_on` names things of the same module without the module's path. */
function dependenciesOf(block: StateBlock, state: StateInstance): string[] {
  const own = state.dependencies ?? [];
  const old = state.depends_on ?? [];
  const prefix = moduleSteps(block.module ?? "").map(({ name }) => `module.${name}.`).join("");
  return [...new Set([...own, ...old.map((address) => (address.startsWith("module.") ? address : prefix + address))])];
}

/** for_each keys are anybody's text; one that is a credential is not shown. */
function withoutCredential(text: string): string {
  return looksLikeCredential(text) ? text.replace(/\[.*\]|[A-Z0-9]{16,}/g, "[credential]") : text;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
