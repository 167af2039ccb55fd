import { CloudVizError } from "../../core/error";
import type { Collected } from "../../core/resource/collected";
import type { ImportedFile, Importer } from "../importer";
import { collectPlan, collector } from "./collect-plan";
import { fileSegment } from "./deployment-scope";
import { Plan } from "./plan";
import { readJsonc } from "./read-jsonc";
import { isTemplateHead } from "./recognize-template";
import { readTemplateFile, words } from "./template-file";

/** Deployment templates as they are written, exported by the portal, or built by Bicep. What they would make is a plan, not what there is. */
export const armTemplate: Importer = {
  id: collector,
  label: "Azure ARM template",
  command: 'az group export --name "<resource group>" > template.json',
  rank: "plan",
  recognizes({ name, head }) {
    return /\.bicep(param)?$/i.test(name) || isTemplateHead(head);
  },
  read(file): ImportedFile {
    if (/\.bicep(param)?$/i.test(file.name)) {
      throw new CloudVizError("unreadable-file", "This is Bicep, from which a template is built: run `az bicep build --file main.bicep` and import the JSON file that it writes.");
    }
    const plan = new Plan(readTemplateFile(readJsonc(file.bytes, words)));
    return { identity: file.name, title: file.name, collected: each(collectPlan(plan, fileSegment(file.name))) };
  },
};

async function* each(items: readonly Collected[]): AsyncGenerator<Collected> {
  yield* items;
}
