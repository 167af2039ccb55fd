import { z } from "zod";
import { CloudVizError } from "../../core/error";
import type { JsonObject, JsonValue } from "../../core/json";
import type { Collected } from "../../core/resource/collected";
import { collectArm } from "../../providers/azure/model/arm/collect-arm";
import { readArmRow } from "../../providers/azure/model/arm/row";
import { withoutSecrets } from "../../secrets/without-secrets";
import type { ImportedFile, Importer } from "../importer";
import { countedNotice, tooDeepNotice } from "../json/counted-notice";
import { readExport } from "../json/read-export";

const id = "azure-resource-graph";
const words = { what: "an export of Azure Resource Graph", again: "`az graph query -q resources --first 1000 > resources.json` prints it" };

/** What Resource Graph answers (rows as objects, or as a table as its first API version has them), and lists of Resource Manager. */
export const azureResourceGraph: Importer = {
  id,
  label: "Azure Resource Graph export",
  command: 'az graph query -q "resources" --first 1000 > resources.json',
  recognizes({ head }) {
    const text = head.replaceAll("\0", "");
    const isAzure = /"id"\s*:\s*"\/?(?:subscriptions|providers)\//i.test(text) || (/"columns"\s*:/.test(text) && /"\/subscriptions\//i.test(text));
    // Workflows and template specs hold a $schema of their own; that of a whole file stands before anything nested.
    return isAzure && !/^[^{[]*\{[^{}]*"\$schema"|"terraform_version"|"asset_?[tT]ype"\s*:/.test(text);
  },
  read(file): ImportedFile {
    let rows = 0;
    const records = readExport(file.bytes, words, ["data", "value"], (record) => {
      for (const row of rowsOf(record)) if (readArmRow(row) !== null) rows++;
    });
    if (rows === 0) throw new CloudVizError("unreadable-file", `The file holds no resource of Azure: nothing in it has an id that begins with /subscriptions/. What CloudViz reads: ${words.again}.`);
    return { identity: file.name, title: file.name, collected: collected(records.objects(), records.others) };
  },
};

async function* collected(records: Iterable<JsonObject>, others: number): AsyncGenerator<Collected> {
  const origin = { kind: id, address: null, merged: [] };
  let leftOut = others;
  let cut = 0;
  for (const record of records) {
    for (const row of rowsOf(record)) {
      const { attributes, tooDeep } = withoutSecrets(row, null);
      const read = readArmRow(attributes);
      if (tooDeep) cut++;
      if (read === null) leftOut++;
      else yield* collectArm(read, { collector: id, origin });
    }
  }
  const why = "left out: without an id and a type they are no resources.";
  yield* countedNotice(leftOut, `One entry was ${why}`, `# entries were ${why}`);
  yield* tooDeepNotice(cut);
}

const table = z.object({ columns: z.array(z.object({ name: z.string() })), rows: z.array(z.array(z.custom<JsonValue>())) });

/** A record as rows: itself, or those of a table. */
function rowsOf(record: JsonObject): readonly JsonObject[] {
  const parsed = table.safeParse(record);
  if (!parsed.success) return [record];
  const { columns, rows } = parsed.data;
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}
