import type { JsonObject, JsonValue } from "../../core/json";
import { unfoldFlatmap } from "../terraform-state/flatmap";

/** The parts of a pulled state (format 4) that the other form tells as well. */
interface PulledState {
  terraform_version?: string;
  resources?: {
    module?: string;
    mode: string;
    type: string;
    name: string;
    provider?: string;
    instances?: { index_key?: string | number; attributes?: JsonObject; attributes_flat?: JsonObject; sensitive_attributes?: JsonValue[]; dependencies?: string[]; depends_on?: string[]; status?: string; deposed?: string }[];
  }[];
}

interface ShownModule {
  address?: string;
  resources: JsonObject[];
  child_modules: ShownModule[];
}

/** What `terraform show -json` would print of a pulled state: written after Terraform's internal/command/jsonstate. */
export function showOf(state: PulledState): JsonObject {
  const root: ShownModule = { resources: [], child_modules: [] };
  const modules = new Map([["", root]]);
  const moduleOf = (address: string): ShownModule => {
    const known = modules.get(address);
    if (known) return known;
    const made: ShownModule = { address, resources: [], child_modules: [] };
    modules.set(address, made);
    moduleOf(/^(.*)\.module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?$/.exec(address)?.[1] ?? "").child_modules.push(made);
    return made;
  };
  for (const block of state.resources ?? []) {
    const within = (block.module ?? "").replaceAll(/\[[^\]]*\]/g, "");
    for (const instance of block.instances ?? []) {
      const values = instance.attributes ?? unfoldFlatmap(instance.attributes_flat ?? {});
      const old = (instance.depends_on ?? []).map((address) => (within === "" || address.startsWith("module.") ? address : `${within}.${address}`));
      const depends = [...(instance.dependencies ?? []), ...old];
      moduleOf(block.module ?? "").resources.push({
        mode: block.mode, type: block.type, name: block.name, provider_name: /"([^"]*)"/.exec(block.provider ?? "")?.[1] ?? block.provider?.replace("provider.", "") ?? "", schema_version: 0,
        ...(instance.index_key === undefined ? {} : { index: instance.index_key }),
        values, sensitive_values: maskOf(instance.sensitive_attributes ?? []),
        ...(depends.length > 0 ? { depends_on: depends } : {}),
        ...(instance.status === "tainted" ? { tainted: true } : {}),
        ...(instance.deposed === undefined ? {} : { deposed_key: instance.deposed }),
      });
    }
  }
  // Terraform itself writes 0.13 and later this way; older ones are upgraded by the one that shows them.
  return { format_version: "1.0", terraform_version: "1.9.0", values: { root_module: root as unknown as JsonObject } };
}

function maskOf(paths: readonly JsonValue[]): JsonObject {
  const mask: JsonObject = {};
  for (const path of paths) {
    const [step] = Array.isArray(path) ? path : [path];
    const name = typeof step === "object" && step !== null && !Array.isArray(step) ? step.value : step;
    if (typeof name === "string") mask[name] = true;
  }
  return mask;
}
