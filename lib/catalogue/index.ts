import { internet } from "../core/resource/collected";
import { awsTypes } from "./aws";
import { azureTypes } from "./azure";
import { gcpTypes } from "./gcp";
import type { ResourceType } from "./resource-type";

export { providerLabel } from "./provider-label";
export type { ResourceType } from "./resource-type";
export { typeOfAddress } from "./type-of-address";
export { glyphIds, type GlyphId } from "./glyph";

/** The type of the one outside node that stands for everybody. */
export const internetType = "Internet";

const known: Record<string, ResourceType> = {
  ...awsTypes,
  ...azureTypes,
  ...gcpTypes,
  [internetType]: { label: "Internet", category: "network", glyph: internet },
};

const spellings = new Map(Object.keys(known).map((type) => [type.toLowerCase(), type]));

/** The table's own spelling of a type name, or the name as given when the table does not have it. */
export function spellType(type: string): string {
  // Most are spelled so already, and lower-casing 10,000 costs more than everything else that is asked of them.
  return Object.hasOwn(known, type) ? type : (spellings.get(type.toLowerCase()) ?? type);
}

/** What is known of a type. A type without a row keeps its name: nothing is lost, it is drawn with the neutral glyph. */
export function describeType(type: string): ResourceType {
  const spelled = spellType(type);
  // Type names come from files: "constructor" must not find Object's.
  const row = Object.hasOwn(known, spelled) ? known[spelled] : undefined;
  return row ?? { label: labelOf(type), category: "other", glyph: "unknown" };
}

/** "AWS::Glue::Job" → "Glue Job", "aws_glue_job" → "glue job", "Microsoft.Foo/barBaz" → "bar Baz". */
function labelOf(type: string): string {
  const words = type
    .replace(/^AWS::/, "")
    .replace(/^.*[./]googleapis\.com\//, "")
    .replace(/^[A-Z][A-Za-z.]+\/(?:.*\/)?/, "")
    .replace(/^(aws|azurerm|google)_/, "")
    .replace(/::|_/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .trim();
  return words === "" ? type : words;
}
