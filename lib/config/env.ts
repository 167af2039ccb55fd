import { z } from "zod";
import { CloudVizError, type ErrorDetail } from "../core/error";

const loopbackName = /^(127(\.\d{1,3}){3}|localhost|::1|\[::1\])$/i;
const loopbackOnly =
  "only a loopback address can be used (127.0.0.1, localhost, ::1): CloudViz has no sign-in yet, so anyone who reaches the server owns it";

const schema = z.object({
  PORT: z.coerce.number("must be a port number").int("must be a port number").min(1, "must be 1 or more").max(65535, "must be 65535 or less").default(3000),
  HOST: z.string().regex(loopbackName, loopbackOnly).default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgresql:// (leave it out to use the embedded database)")
    .optional(),
  CLOUDVIZ_DATA_DIR: z.string().default("./.cloudviz"),
  CLOUDVIZ_MAX_IMPORT_MB: z.coerce.number("must be a number of megabytes").positive("must be more than 0").max(2000, "must be 2000 or less").default(100),
  CLOUDVIZ_ALLOWED_HOSTS: z.string().default("").transform(words),
  CLOUDVIZ_WEBHOOK_ALLOW_CIDRS: z.string().default("").transform(words).pipe(z.array(z.union([z.cidrv4(), z.cidrv6()], "must be address ranges, such as 192.168.0.0/16 or fd00::/8, separated by commas"))),
  INNGEST_BASE_URL: z.url("must be the address of an Inngest server").optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  NODE_ENV: z.string().default("production"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], "must be one of trace, debug, info, warn, error, fatal, silent").default("info"),
});

/** What stands between commas and spaces, lower-cased. */
function words(text: string): string[] {
  return text.toLowerCase().split(/[\s,]+/).filter((word) => word !== "");
}

/** The settings, read from the environment once. */
export interface Env {
  port: number;
  host: string;
  /** PostgreSQL's address; null = the embedded database. Holds a password: never log it. */
  databaseUrl: string | null;
  dataDir: string;
  /** 1 MB = 1,048,576 bytes. */
  maxImportMb: number;
  /** Host names (with port where not the usual one) accepted besides the loopback's, lower-cased. */
  allowedHosts: string[];
  /** Address ranges that webhooks may reach although they are not public, as CIDRs. */
  webhookAllowCidrs: string[];
  /** Who runs background work; null = this server itself. The keys are secrets. */
  inngest: { baseUrl: string; eventKey: string; signingKey: string } | null;
  /** `next dev`: React's development build needs eval. */
  isDevelopment: boolean;
  logLevel: z.infer<typeof schema>["LOG_LEVEL"];
}

/** Throws one `CloudVizError` that names every variable that is wrong. Values are not repeated: they may be secrets. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  // An empty variable is how shells and compose files leave one out.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const read = schema.safeParse(given);
  if (!read.success) throw invalidEnv(read.error.issues.map((issue) => ({ pointer: issue.path.join("."), detail: issue.message })));
  const values = read.data;
  return {
    port: values.PORT,
    host: values.HOST.replace(/^\[|\]$/g, ""),
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: values.CLOUDVIZ_DATA_DIR,
    maxImportMb: values.CLOUDVIZ_MAX_IMPORT_MB,
    allowedHosts: values.CLOUDVIZ_ALLOWED_HOSTS,
    webhookAllowCidrs: values.CLOUDVIZ_WEBHOOK_ALLOW_CIDRS,
    inngest: inngestOf(values),
    isDevelopment: values.NODE_ENV === "development",
    logLevel: values.LOG_LEVEL,
  };
}

const inngestNames = ["INNGEST_BASE_URL", "INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"] as const;

/** All three or none: with one missing, work would be sent and never run. */
function inngestOf(values: Partial<Record<(typeof inngestNames)[number], string>>): Env["inngest"] {
  const { INNGEST_BASE_URL: baseUrl, INNGEST_EVENT_KEY: eventKey, INNGEST_SIGNING_KEY: signingKey } = values;
  if (baseUrl === undefined && eventKey === undefined && signingKey === undefined) return null;
  if (baseUrl !== undefined && eventKey !== undefined && signingKey !== undefined) return { baseUrl, eventKey, signingKey };
  const missing = inngestNames.filter((name) => values[name] === undefined);
  throw invalidEnv(missing.map((pointer) => ({ pointer, detail: "is missing: Inngest needs INNGEST_BASE_URL, INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY, all three or none" })));
}

function invalidEnv(details: ErrorDetail[]): CloudVizError {
  const lines = details.map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  return new CloudVizError("unavailable", `The environment holds settings that cannot be used:\n${lines.join("\n")}`, { details });
}

let known: Env | null = null;

/** The process's own settings. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}
