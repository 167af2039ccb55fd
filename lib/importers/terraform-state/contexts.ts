import type { TerraformScope } from "../../core/terraform/terraform-provider";
import type { TerraformContext } from "../../core/terraform/terraform-type";
import type { Instance } from "./instance";

const fields = ["account", "region", "partition"] as const;

/** What the instances of one group say of themselves; `null` = they disagree. */
type Votes = Record<(typeof fields)[number], string | null | undefined>;

/**
 * Account, region and partition of an instance that does not tell them itself: those that the configuration of its provider
 * says (a plan has it), else those on which the instances of that configuration agree (one configuration is one account and
 * region), else those on which its whole cloud agrees.
 */
export function contextsOf(instances: readonly Instance[]): (instance: Instance) => TerraformContext {
  const byConfig = new Map<string, Votes>();
  const byCloud = new Map<string, Votes>();
  const own = instances.map((instance) => instance.provider?.scope(instance.attributes, instance.type) ?? {});
  for (const { index, mode, type, providerConfig, providerId } of instances) {
    // A data source may look at another account's things; only these two speak of the configuration itself.
    if (mode === "data" && !/_(caller_identity|client_config|region)$/.test(type)) continue;
    vote(byConfig, providerConfig, own[index]);
    vote(byCloud, providerId, own[index]);
  }
  return (instance) => {
    const told: TerraformScope = own[instance.index] ?? {};
    const config = byConfig.get(instance.providerConfig);
    const cloud = byCloud.get(instance.providerId);
    const pick = (field: (typeof fields)[number]): string | null => told[field] ?? instance.scope[field] ?? config?.[field] ?? cloud?.[field] ?? null;
    return { account: pick("account") ?? "", region: pick("region"), partition: pick("partition") ?? "", address: instance.address };
  };
}

function vote(groups: Map<string, Votes>, key: string, scope: TerraformScope | undefined): void {
  const votes = groups.get(key) ?? { account: undefined, region: undefined, partition: undefined };
  groups.set(key, votes);
  for (const field of fields) {
    const value = scope?.[field];
    if (!value) continue;
    votes[field] = votes[field] === undefined || votes[field] === value ? value : null;
  }
}
