import { z } from "zod";

/** Tenants, applications and subscriptions are named by ids of this form, and compare without case. */
const guid = z.string().trim().toLowerCase().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "must be an id, such as 00000000-0000-0000-0000-000000000000");
const application = { tenantId: guid, clientId: guid };

/**
 * `secret` and `certificate`: a service principal. `managed-identity`: that of the machine CloudViz runs on, a user-assigned
 * one by its client id. `cli`: whoever is signed in with `az login` there.
 */
export const azureCredentials = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("secret"), ...application, clientSecret: z.string().trim().min(1).max(512) }),
  z.strictObject({
    mode: z.literal("certificate"),
    ...application,
    certificate: z
      .string()
      .max(65_536)
      .refine((pem) => /-----BEGIN CERTIFICATE-----/.test(pem) && /-----BEGIN (ENCRYPTED )?PRIVATE KEY-----/.test(pem), "must be PEM text that holds the certificate and its private key"),
    password: z.string().min(1).max(512).optional(),
  }),
  z.strictObject({ mode: z.literal("managed-identity"), clientId: guid.optional() }),
  z.strictObject({ mode: z.literal("cli"), tenantId: guid.optional() }),
]);
export type AzureCredentials = z.infer<typeof azureCredentials>;

const https = z.url({ protocol: /^https$/, error: "must be an https address" }).transform((url) => url.replace(/\/+$/, ""));

/** Azure Stack Hub, or another cloud that answers as Azure does. */
const ownCloud = z.strictObject({ resourceManager: https, authority: https });

/** `subscriptions: null` = every one that the credentials can see. */
export const azureSettings = z.strictObject({
  subscriptions: z.array(guid).min(1, "name at least one subscription, or leave it out for all").nullable().default(null),
  cloud: z.union([z.enum(["public", "us-government", "china"]), ownCloud]).default("public"),
});
export type AzureSettings = z.infer<typeof azureSettings>;
