import type { Collected } from "../../core/resource/collected";
import type { Importer, ImportFile, ImportedFile } from "../importer";
import { looksLikeCredential } from "../../secrets/secret-value";
import { collectState } from "./collect-state";
import { parseState } from "./parse-state";
import type { StateFile } from "./state-file";

/** Terraform and OpenTofu states, format version 4. */
export const terraformState: Importer = {
  id: "terraform-state",
  label: "Terraform state",
  command: "terraform state pull > terraform.tfstate",
  recognizes({ name, head }) {
    // UTF-16 read as UTF-8 is ASCII with zeros between.
    const text = head.replaceAll("\0", "");
    if (/\.tfstate(\.backup)?$/i.test(name)) return true;
    const has = (key: string): boolean => text.includes(`"${key}"`);
    return has("version") && (has("terraform_version") || has("lineage") || (has("serial") && has("modules")));
  },
  read(file: ImportFile): ImportedFile {
    const state = parseState(file.bytes);
    const identity = state.lineage ? state.lineage : file.name;
    return { identity, title: file.name, collected: collected(state, identity) };
  },
};

async function* collected(state: StateFile, identity: string): AsyncGenerator<Collected> {
  const odd = oddVersion(state.terraform_version ?? null);
  if (odd !== null) yield { kind: "notice", message: odd };
  if ((state.resources ?? []).length === 0) yield { kind: "notice", message: "The state is valid and holds no resources." };
  yield* collectState(state, { collector: terraformState.id, identity });
}

/** Only the format version decides; this one is worth a word when it is none that wrote format 4. */
function oddVersion(version: string | null): string | null {
  if (version === null) return "The state does not say which Terraform version wrote it; it is read as format version 4.";
  if (/^(0\.1[1-9]|1)\.\d+/.test(version)) return null;
  const told = looksLikeCredential(version) ? "unknown" : JSON.stringify(version.slice(0, 40));
  return `The state says it was written by Terraform ${told}, which is not known; it is read as format version 4.`;
}
