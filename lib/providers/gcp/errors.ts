import { z } from "zod";
import { CloudVizError } from "../../core/error";
import { NotIndexed } from "../not-indexed";
import type { CallFailure, OpenedCollector } from "../provider";
import type { GcpCredentials } from "./connection-schema";

/** Google's error model (https://google.aip.dev/193), which the SDK hands over as the text of its message. */
const answer = z.object({
  error: z.object({
    code: z.number(),
    status: z.string().optional(),
    details: z.array(z.looseObject({ reason: z.string().optional(), metadata: z.record(z.string(), z.string()).optional() })).optional(),
  }),
});

interface Told {
  /** HTTP's. */
  code: number | null;
  reason: string | null;
  permission: string | null;
  /** The system's code for what never arrived. */
  system: string;
}

const timeoutCodes = new Set(["ETIMEDOUT", "DEADLINE_EXCEEDED"]);
const unreachableCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "EPIPE"]);

/** In our own words: Google's texts carry e-mail addresses, project names and whole requests. */
export function explainGcpError(error: unknown, { permissions }: Pick<OpenedCollector, "permissions">): CallFailure {
  const { code, reason, permission, system } = toldBy(error);
  if (isAborted(error)) return failure("cancelled", "cancelled", "The discovery was cancelled.");
  if (reason === "SERVICE_DISABLED") return failure("disabled", "service-disabled", "The Cloud Asset API is not enabled. Run `gcloud services enable cloudasset.googleapis.com`.");
  if (error instanceof NotIndexed) return failure("failed", "not-indexed", "Cloud Asset Inventory does not know what is in this project yet. Discover again in some minutes.");
  if (code === 403) {
    const missing = permission ?? permissions[0];
    return { status: "denied", permission: missing, reason: "missing-permission", message: `Allow ${missing} to see these resources: the role roles/cloudasset.viewer holds it.` };
  }
  if (code === 401 || isSignIn(error)) return failure("failed", "credentials-refused", "Google did not accept the credentials any more. Renew them and discover again.");
  if (code === 404) return failure("disabled", "not-found", "Google does not know this project any more.");
  if (code === 429) return failure("failed", "throttled", "Google kept throttling this call. Discover again later.");
  if (code === 504 || timeoutCodes.has(system)) return failure("failed", "timeout", "Google did not answer in time.");
  if (unreachableCodes.has(system)) return failure("failed", "unreachable", "Google Cloud could not be reached.");
  return failure("failed", "unexpected-answer", `Google answered in a way CloudViz does not understand (${code === null ? "no code" : `HTTP ${code}`}).`);
}

/** Why no session could be opened: what is wrong and what to do. */
export function connectError(error: unknown, credentials: GcpCredentials): CloudVizError {
  if (error instanceof CloudVizError) return error;
  const { code, reason, system } = toldBy(error);
  if (isAborted(error)) return new CloudVizError("cancelled", "Connecting to Google Cloud was cancelled.", { cause: error });
  if (reason === "SERVICE_DISABLED") return new CloudVizError("invalid-credentials", "The Cloud Asset API is not enabled in the credentials' project. Run `gcloud services enable cloudasset.googleapis.com --project=<project>`.", { cause: error });
  if (code === 401 || isSignIn(error)) return new CloudVizError("invalid-credentials", signInAdvice(credentials), { cause: error });
  if (code === 403) return new CloudVizError("invalid-credentials", "These credentials may not list assets. Give them the role roles/cloudasset.viewer on the project, folder or organisation.", { cause: error });
  if (code === 429) return new CloudVizError("unavailable", "Google throttles these credentials' calls. Try again in a minute.", { cause: error });
  if (timeoutCodes.has(system) || unreachableCodes.has(system)) return new CloudVizError("unavailable", "Google Cloud could not be reached. Check the network and the proxy.", { cause: error });
  return new CloudVizError("unavailable", `Google could not be asked what there is (${code === null ? "no code" : `HTTP ${code}`}).`, { cause: error });
}

function signInAdvice({ mode }: GcpCredentials): string {
  if (mode === "service-account") return "Google does not accept this service account's key: it was deleted or disabled. Make a new key and enter its JSON file.";
  if (mode === "workload-identity") return "The identity of this machine could not be exchanged for Google's. Check the pool, the provider and what the configuration reads.";
  return "No Google credentials were found on the machine that CloudViz runs on. Run `gcloud auth application-default login` there, or set GOOGLE_APPLICATION_CREDENTIALS.";
}

function toldBy(error: unknown): Told {
  const parsed = answer.safeParse(jsonOf(error instanceof Error ? error.message : ""));
  const own = error instanceof Error && "code" in error ? error.code : null;
  const info = parsed.data?.error.details?.find(({ reason }) => reason !== undefined);
  const code = parsed.data?.error.code ?? (typeof own === "number" && own >= 400 ? own : null);
  const permission = info?.metadata?.["permission"] ?? null;
  return { code, reason: info?.reason ?? null, permission: permission !== null && /^[a-zA-Z]+(\.[a-zA-Z]+){1,4}$/.test(permission) ? permission : null, system: typeof own === "string" ? own : "" };
}

/** What the libraries throw before anything is asked: no credentials, a key that is none, an exchange that was refused. */
function isSignIn(error: unknown): boolean {
  return error instanceof Error && /Could not load the default credentials|invalid_grant|DECODER routines|invalid_client|unauthorized_client|Unable to (detect|impersonate)|error retrieving a subject token/i.test(error.message);
}

function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failure(status: CallFailure["status"], reason: string, message: string): CallFailure {
  return { status, permission: null, reason, message };
}
