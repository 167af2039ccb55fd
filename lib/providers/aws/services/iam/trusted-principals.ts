import { z } from "zod";

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === "string" ? [value] : value));

const statement = z.looseObject({
  Effect: z.string(),
  Principal: z.union([z.string(), z.record(z.string(), oneOrMore)]).optional(),
  Condition: z.unknown().optional(),
});

const policyDocument = z.looseObject({
  Statement: z.union([statement, z.array(statement)]).transform((value) => (Array.isArray(value) ? value : [value])),
});

/** Who a role's trust policy lets in. `kind` is the policy's own word. */
export interface TrustedPrincipal {
  kind: "AWS" | "Service" | "Federated" | "CanonicalUser" | "everybody";
  value: string;
}

const kinds = ["AWS", "Service", "Federated", "CanonicalUser"] as const;

/** `document` is JSON, URL-encoded as IAM hands it over. What is no policy names nobody. */
export function trustedPrincipals(document: string): TrustedPrincipal[] {
  const parsed = policyDocument.safeParse(readJson(document));
  if (!parsed.success) return [];
  return parsed.data.Statement.filter(({ Effect }) => Effect === "Allow").flatMap(({ Principal, Condition }) => {
    if (Principal === undefined) return [];
    const listed = typeof Principal === "string" ? { AWS: [Principal] } : Principal;
    return kinds.flatMap((kind) => (listed[kind] ?? []).map((value) => principal(kind, value, Condition !== undefined)));
  });
}

/** `*` with a condition is narrower than everybody, but the condition does not say who. */
function principal(kind: Exclude<TrustedPrincipal["kind"], "everybody">, value: string, isConditional: boolean): TrustedPrincipal {
  return value === "*" && !isConditional ? { kind: "everybody", value } : { kind, value };
}

function readJson(document: string): unknown {
  try {
    return JSON.parse(document.trimStart().startsWith("{") ? document : decodeURIComponent(document));
  } catch {
    return null;
  }
}
