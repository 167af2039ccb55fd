import type { Ref } from "../../../../core/resource/collected";
import type { EdgeKind } from "../../../../core/resource/edge";
import type { JsonObject, JsonValue } from "../../../../core/json";
import type { TerraformContext } from "../../../../core/terraform/terraform-type";
import { withoutWildcard } from "./refs";

/** Who a trust policy lets assume the role: users, roles, identity providers. Services and the own account say nothing new. */
export function trustRefs(attributes: JsonObject, context: TerraformContext): Ref[] {
  const principals = statementsOf(attributes.assume_role_policy).flatMap((statement) => principalsOf(statement.Principal));
  const own = new RegExp(`^arn:[^:]+:iam::${context.account}:root$`);
  return [...new Set(principals)]
    .filter((principal) => !own.test(principal))
    .map((target) => ({ kind: "assumes", target, path: "assume_role_policy.Principal", direction: "in" }));
}

/**
 * What a policy lets its holder do with things it names one by one. Wildcards name nothing; what nobody listed is not
 * drawn, since a policy may speak of things that do not exist.
 */
export function accessRefs(path: string): (attributes: JsonObject) => Ref[] {
  return (attributes) => documentsAt(attributes, path).flatMap((document) => statementsOf(document).flatMap((statement) => refsOf(statement, path)));
}

function documentsAt(attributes: JsonObject, path: string): JsonValue[] {
  const [block, inner] = path.split("[].");
  const value = attributes[block ?? ""] ?? null;
  if (inner === undefined) return [value];
  return Array.isArray(value) ? value.map((item) => (isObject(item) ? (item[inner] ?? null) : null)) : [];
}

function refsOf(statement: JsonObject, path: string): Ref[] {
  if (statement.Effect === "Deny") return [];
  const kind = kindOf(textsOf(statement.Action));
  const targets = textsOf(statement.Resource).filter((resource) => resource.startsWith("arn:")).map(withoutWildcard);
  return [...new Set(targets)].filter((target) => !/[*?]/.test(target)).map((target) => ({ kind, target, path, outside: false }));
}

/** One word for a list of actions: the strongest of invoking, changing and reading. */
function kindOf(actions: readonly string[]): EdgeKind {
  const verbs = actions.map((action) => action.split(":"));
  if (verbs.some(([service]) => service === "kms" || service === "*")) return "depends-on";
  if (verbs.some(([, verb = ""]) => /^AssumeRole/i.test(verb))) return "assumes";
  if (verbs.some(([, verb = ""]) => /^(Invoke|StartExecution|RunTask)/i.test(verb))) return "invokes";
  if (verbs.some(([, verb = ""]) => /^(Put|Write|Update|Delete|Create|Send|Publish|BatchWrite|Upload|\*)/i.test(verb))) return "writes";
  if (verbs.some(([, verb = ""]) => /^(Get|List|Describe|Query|Scan|Read|Receive|BatchGet)/i.test(verb))) return "reads";
  return "depends-on";
}

function statementsOf(document: JsonValue | undefined): JsonObject[] {
  const parsed = typeof document === "string" ? parse(document) : (document ?? null);
  if (!isObject(parsed)) return [];
  const statements = parsed.Statement ?? null;
  return (Array.isArray(statements) ? statements : [statements]).filter(isObject);
}

function principalsOf(principal: JsonValue | undefined): string[] {
  if (!isObject(principal ?? null)) return [];
  const { AWS, Federated } = principal as JsonObject;
  return [...textsOf(AWS), ...textsOf(Federated)].filter((text) => text.startsWith("arn:"));
}

function textsOf(value: JsonValue | undefined): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // Not a policy; the attribute is kept as it is.
    return null;
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
