import { JsonMistake } from "../json/json-mistake";
import { jsonParts } from "../json/json-parts";

/** What begins like an output of `terraform show -json`: a state, or a plan. */
export type ShowKind = "state" | "plan";

const ofPlans = ["planned_values", "resource_changes", "prior_state", "configuration", "variables", "applyable", "resource_drift", "output_changes", "relevant_attributes"];

const ofStates = ["terraform_version", "values", "checks", "provider_schemas", "valid", "function_signatures"];

/**
 * Told by the names at the top of the file, as far as its beginning shows them: Terraform writes `format_version` first, a tool
 * that sorts names puts others there. null: neither.
 */
export function showKindOf(head: string): ShowKind | null {
  // UTF-16 read as UTF-8 is ASCII with zeros between, after two bytes that are no text.
  const text = head.replaceAll("\0", "").replace(/^[\ufeff\ufffd]+/, "");
  const keys = topKeys(text);
  if (keys.has("version") && (keys.has("lineage") || keys.has("serial") || keys.has("resources"))) return null;
  const marks = ofPlans.filter((key) => keys.has(key)).length;
  // Nothing else stands in an empty state. What other commands print is taken on to say what to print instead.
  if (keys.has("format_version") && marks === 0) return keys.size === 1 || ofStates.some((key) => keys.has(key)) ? "state" : null;
  if (keys.has("format_version")) return "plan";
  // Sorted, with the rest past the part that is looked at.
  return marks > 0 && (/"root_module"/.test(text) || marks > 1) ? "plan" : null;
}

/** The names at the top of an object, also the one whose value is cut off. */
function topKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  if (!/^\s*\{/.test(text)) return keys;
  const bytes = new TextEncoder().encode(text);
  let end = bytes.indexOf(0x7b) + 1;
  try {
    for (const part of jsonParts(bytes)) {
      if (part.key !== null) keys.add(part.key);
      end = part.end;
    }
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    const next = /^[\s,]*"([^"\\]*)"\s*:/.exec(new TextDecoder().decode(bytes.subarray(end, end + 200)));
    if (next?.[1] !== undefined) keys.add(next[1]);
  }
  return keys;
}
