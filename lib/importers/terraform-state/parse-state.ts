import { CloudVizError } from "../../core/error";
import { utf8Of } from "../json/utf8-of";
import { parseJson } from "./parse-json";
import { stateFile } from "./state-file";
import type { StateFile } from "./state-file";
import { wrongShape } from "./wrong-shape";

const words = { what: "a Terraform state", again: "`terraform state pull` prints it" };

/** Bytes → a state of format 4. Throws `CloudVizError` that names the problem and the way out; its text quotes no content. */
export function parseState(bytes: Uint8Array): StateFile {
  const content = parseJson(new TextDecoder().decode(utf8Of(bytes, words)), words);
  if (content === null || typeof content !== "object" || Array.isArray(content)) throw notAState();
  const file = content as Record<string, unknown>;
  checkKind(file);
  checkVersion(file.version);
  const parsed = stateFile.safeParse(file);
  if (parsed.success) return parsed.data;
  throw unreadable(`This Terraform state has a part of the wrong shape ${wrongShape(parsed.error)}. If it was edited by hand, fetch it again with \`terraform state pull\`.`);
}

function checkKind(file: Record<string, unknown>): void {
  const has = (key: string): boolean => Object.hasOwn(file, key);
  if (has("encrypted_data")) {
    throw unreadable("This state is encrypted (OpenTofu). Import the decrypted one: `tofu state pull > terraform.tfstate`.");
  }
  if (!has("version") || !(has("resources") || has("modules") || has("serial") || has("lineage") || has("terraform_version"))) throw notAState();
}

function checkVersion(version: unknown): void {
  if (version === 4) return;
  if (version === 1 || version === 2 || version === 3) {
    throw unsupported(`This Terraform state has format version ${version}, written by Terraform 0.11 or older. Run \`terraform state pull\` with Terraform 0.12 or newer (it upgrades the format to version 4) and import what it prints.`);
  }
  if (typeof version === "number" && Number.isInteger(version) && version > 4) {
    throw unsupported(`This Terraform state has format version ${version}; CloudViz reads version 4 (Terraform 0.12 and newer). Update CloudViz, or run \`terraform state pull\` with a Terraform that writes version 4.`);
  }
  throw unsupported("This Terraform state does not tell a format version that exists (`version` must be the number 4). Fetch it again with `terraform state pull`.");
}

function notAState(): CloudVizError {
  return unreadable("This JSON is not a Terraform state: it has no `version` and `resources`. Import the file that `terraform state pull` prints.");
}

function unreadable(message: string): CloudVizError {
  return new CloudVizError("unreadable-file", message);
}

function unsupported(message: string): CloudVizError {
  return new CloudVizError("unsupported-version", message);
}
