import type { StateBlock, StateInstance } from "./state-file";

/** `module.a["k"].aws_instance.web[0]`: how Terraform itself writes it. */
export function instanceAddress(block: StateBlock, indexKey: StateInstance["index_key"]): string {
  return `${prefixOf(block.module)}${block.mode === "data" ? "data." : ""}${block.type}.${block.name}${indexText(indexKey)}`;
}

/** The same without any index: what `dependencies` names. */
export function configAddress(block: StateBlock): string {
  return `${prefixOf(withoutKeys(block.module ?? ""))}${block.mode === "data" ? "data." : ""}${block.type}.${block.name}`;
}

export function indexText(indexKey: StateInstance["index_key"]): string {
  if (indexKey === null || indexKey === undefined) return "";
  return typeof indexKey === "number" ? `[${indexKey}]` : `[${JSON.stringify(indexKey)}]`;
}

/** One module call on the way to a resource. `key` is what stands in brackets, "" for a single module. */
export interface ModuleStep {
  name: string;
  key: string;
}

/** `module.a["k"].module.b` → [{a, ["k"]}, {b, ""}]. Keys may hold dots and brackets. */
export function moduleSteps(path: string): ModuleStep[] {
  const steps: ModuleStep[] = [];
  const pattern = /module\.([^.[\]]+)(\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?(?:\.|$)/gy;
  for (let match = pattern.exec(path); match !== null; match = pattern.exec(path)) {
    steps.push({ name: match[1] ?? "", key: match[2] ?? "" });
  }
  return steps;
}

function withoutKeys(path: string): string {
  return moduleSteps(path)
    .map(({ name }) => `module.${name}`)
    .join(".");
}

function prefixOf(module: string | null | undefined): string {
  return module ? `${module}.` : "";
}
