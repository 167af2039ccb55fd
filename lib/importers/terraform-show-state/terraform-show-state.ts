import { z } from "zod";
import type { Collected } from "../../core/resource/collected";
import type { Importer, ImportFile, ImportedFile } from "../importer";
import { collectState } from "../terraform-state/collect-state";
import type { StateFile } from "../terraform-state/state-file";
import { parseShow, unreadable } from "./parse-show";
import { showKindOf } from "./show-kind";
import { blockOf, hasRelativeDependencies, resourcesOf, showValues } from "./show-module";

const shownState = z.object({ terraform_version: z.string().nullish(), values: showValues.nullish(), planned_values: z.unknown().optional() });

const words = { what: "a Terraform state as JSON", again: "`terraform show -json > state.json` prints it" };

/** What `terraform show -json` and `tofu show -json` print of a state, format versions 0.1 to 1.x. */
export const terraformShowState: Importer = {
  id: "terraform-show-state",
  label: "Terraform state as JSON",
  command: "terraform show -json > state.json",
  recognizes: ({ head }) => showKindOf(head) === "state",
  read(file: ImportFile): ImportedFile {
    const shown = parseShow(file.bytes, shownState, words);
    if (shown.planned_values !== undefined) throw unreadable("This is a Terraform plan as JSON, not a state: import it as a plan, or the state that `terraform show -json` prints without a file name.");
    const relative = hasRelativeDependencies(shown.terraform_version);
    const state: StateFile = { terraform_version: shown.terraform_version, resources: resourcesOf(shown.values).map((placed) => blockOf(placed, relative)) };
    // Unlike a state, its output has no lineage.
    return { identity: file.name, title: file.name, collected: collected(state, file.name) };
  },
};

async function* collected(state: StateFile, identity: string): AsyncGenerator<Collected> {
  if (state.resources?.length === 0) yield { kind: "notice", message: "The state is valid and holds no resources." };
  yield* collectState(state, { collector: terraformShowState.id, identity });
}
