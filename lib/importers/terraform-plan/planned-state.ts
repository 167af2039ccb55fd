import type { JsonObject } from "../../core/json";
import type { Pending, Planned } from "../terraform-state/planned";
import type { StateBlock, StateFile } from "../terraform-state/state-file";
import { configAddress, instanceAddress } from "../terraform-state/instance-address";
import { blockOf, hasRelativeDependencies, resourcesOf, type PlacedResource } from "../terraform-show-state/show-module";
import { sensitivePaths } from "../terraform-show-state/sensitive-mask";
import { readModules } from "./configuration/read-modules";
import { containerOf } from "./configuration/container-of";
import { Follower } from "./configuration/follower";
import { actionOf } from "./planned-action";
import type { PlanFile, ResourceChange } from "./plan-file";
import { PlannedDependencies } from "./configuration/planned-dependencies";
import { Places, type PlacedInstance } from "./configuration/places";
import { ProviderScopes } from "./configuration/provider-scopes";
import { unknownExpressions } from "./configuration/unknown-expressions";

export interface PlannedState {
  state: StateFile;
  /** Instances of which something is only known after apply that the plan does not trace to anything. */
  untraced: number;
}

/** What there will be after apply, as a state: with what is not known yet traced through the configuration. */
export function plannedState(plan: PlanFile): PlannedState {
  const reader = new PlanReader(plan);
  return { state: { terraform_version: plan.terraform_version, resources: reader.blocks() }, untraced: reader.untraced };
}

class PlanReader {
  untraced = 0;
  readonly #changes = new Map<string, ResourceChange>();
  readonly #prior = new Map<string, PlacedResource>();
  readonly #placed: readonly { from: PlacedResource; instance: PlacedInstance }[];
  readonly #follower: Follower;
  readonly #dependencies: PlannedDependencies;
  readonly #providers: ProviderScopes;
  readonly #relative: boolean;

  constructor(plan: PlanFile) {
    for (const change of plan.resource_changes ?? []) {
      if (!change.deposed) this.#changes.set(addressOf(change.module_address ?? "", change), change);
    }
    for (const prior of resourcesOf(plan.prior_state?.values)) {
      if (!prior.resource.deposed_key) this.#prior.set(addressOf(prior.module, prior.resource), prior);
    }
    const planned = resourcesOf(plan.planned_values);
    const addresses = new Set(planned.map(({ module, resource }) => addressOf(module, resource)));
    // What was read already stands in the prior state only.
    const read = [...this.#prior].filter(([address, { resource }]) => resource.mode === "data" && !addresses.has(address)).map(([, prior]) => prior);
    const modules = readModules(plan.configuration?.root_module);
    const places = new Places(modules);
    this.#placed = [...planned, ...read].map((from) => ({ from, instance: places.add(from) }));
    this.#follower = new Follower(places, this.#placed.length);
    this.#dependencies = new PlannedDependencies(modules);
    this.#providers = new ProviderScopes(plan.configuration?.provider_config, plan.variables);
    this.#relative = hasRelativeDependencies(plan.prior_state?.terraform_version ?? plan.terraform_version);
  }

  blocks(): StateBlock[] {
    return this.#placed.map(({ from, instance }) => this.#blockOf(from, instance));
  }

  #blockOf(from: PlacedResource, instance: PlacedInstance): StateBlock {
    const prior = this.#prior.get(instance.address);
    const block = blockOf({ module: from.module, resource: { ...from.resource, depends_on: prior?.resource.depends_on } }, this.#relative);
    const [state] = block.instances;
    const change = this.#changes.get(instance.address)?.change;
    const provider = this.#providers.of(instance.block.config?.providerKey ?? "");
    const values = withDefaults(from.resource.values ?? {}, change?.after_unknown, instance, provider.defaults);
    const own = block.mode === "data" ? [] : this.#dependencies.of(configAddress(block));
    return {
      ...block,
      provider: `${block.provider ?? ""}${provider.key === "" ? "" : `.${provider.key}`}`,
      scope: provider.scope,
      instances: [{
        ...state,
        attributes: values,
        sensitive_attributes: [...(state.sensitive_attributes ?? []), ...sensitivePaths(change?.after_sensitive, values)],
        dependencies: [...new Set([...(state.dependencies ?? []), ...own])],
        planned: this.#plannedOf(instance, change),
      }],
    };
  }

  #plannedOf(instance: PlacedInstance, change: ResourceChange["change"] | undefined): Planned {
    const unknown = change?.after_unknown ?? false;
    const pending: Pending[] = [];
    let isUntraced = false;
    for (const { path, references } of unknownExpressions(instance.block.config?.expressions ?? {}, unknown)) {
      const attribute = path.findLast((step) => typeof step === "string") ?? "";
      const meant = this.#follower.meant(references, instance, String(attribute));
      if (meant.instances.length > 0) pending.push({ path, targets: meant.instances.map(({ address }) => address) });
      else if (meant.isOpaque) isUntraced = true;
    }
    if (isUntraced) this.untraced++;
    const container = isIdUnknown(unknown) ? containerOf(instance, this.#follower) : null;
    if (container !== null && container.ofPart) pending.push({ path: ["id"], targets: [container.address] });
    return { action: actionOf(change), pending, inside: container === null || container.ofPart ? null : container };
  }
}

function addressOf(module: string, { mode, type, name, index }: { mode?: string | null | undefined; type: string; name: string; index?: string | number | null | undefined }): string {
  return instanceAddress({ module, mode: mode === "data" ? "data" : "managed", type, name }, index);
}

function isIdUnknown(unknown: ResourceChange["change"]["after_unknown"]): boolean {
  return unknown === true || (typeof unknown === "object" && unknown !== null && unknown.id === true);
}

/** What is left to the provider's configuration (a project, a region) is given by it. */
function withDefaults(values: JsonObject, unknown: ResourceChange["change"]["after_unknown"], { block }: PlacedInstance, defaults: ReadonlyMap<string, string>): JsonObject {
  const open = [...defaults].filter(([name]) => typeof unknown === "object" && unknown !== null && unknown[name] === true && !Object.hasOwn(block.config?.expressions ?? {}, name));
  return open.length === 0 ? values : { ...values, ...Object.fromEntries(open) };
}

