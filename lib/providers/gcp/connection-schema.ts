import { z } from "zod";

const keyText = z.string().max(65_536);

/** A JSON file of credentials, as it is downloaded; its other keys pass to the SDK. */
function keyFile<Shape extends z.ZodRawShape>(shape: Shape, hint: string) {
  const file = z.looseObject(shape);
  return keyText.transform((text, context) => {
    const parsed = file.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: hint });
    return z.NEVER;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * `service-account`: a key's JSON file. `workload-identity`: the configuration that another cloud's identity is exchanged by; it
 * holds no secret. `default`: what Google's libraries find by themselves (environment, gcloud, the machine's account).
 */
export const gcpCredentials = z.discriminatedUnion("mode", [
  z.strictObject({
    mode: z.literal("service-account"),
    key: keyFile({ type: z.literal("service_account"), client_email: z.email(), private_key: z.string().startsWith("-----BEGIN"), project_id: z.string().optional() }, "must be the JSON file of a service account's key"),
  }),
  z.strictObject({
    mode: z.literal("workload-identity"),
    configuration: keyFile({ type: z.literal("external_account"), audience: z.string(), token_url: z.string() }, "must be the JSON file that `gcloud iam workload-identity-pools create-cred-config` writes"),
  }),
  z.strictObject({ mode: z.literal("default") }),
]);
export type GcpCredentials = z.infer<typeof gcpCredentials>;

const projectId = /[a-z0-9][a-z0-9.:-]{2,62}/;

/** What assets are listed of: `projects/my-project`, `folders/123`, `organizations/456`. */
const scope = z.string().trim().regex(new RegExp(`^(projects/${projectId.source}|folders/\\d+|organizations/\\d+)$`), "must be projects/<id>, folders/<number> or organizations/<number>");
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * `scopes: null` = the project of the credentials. `projects: null` = every one in the scopes. `policies`: who may do what, by IAM policies. `relationships`: those that the
 * inventory itself knows, which needs Security Command Center. `endpoint`: Private Service Connect's, in place of Google's own.
 */
export const gcpSettings = z.strictObject({
  scopes: z.array(scope).min(1, "name at least one, or leave it out for the credentials' own project").nullable().default(null),
  projects: z.array(z.string().trim().regex(new RegExp(`^${projectId.source}$`), "must be a project's id, such as my-project")).min(1, "name at least one, or leave it out for all").nullable().default(null),
  policies: z.boolean().default(true),
  relationships: z.boolean().default(false),
  endpoint: z.union([z.url({ protocol: /^https$/ }), z.string().regex(loopback)], "must be an https address").nullable().default(null),
});
export type GcpSettings = z.infer<typeof gcpSettings>;
