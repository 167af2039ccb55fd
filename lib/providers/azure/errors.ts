import { CloudVizError } from "../../core/error";
import { NotIndexed } from "../not-indexed";
import type { CallFailure, OpenedCollector } from "../provider";
import type { AzureCredentials } from "./connection-schema";

/** What Microsoft Entra says of an application, by its own number: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const signInAdvice: Record<string, string> = {
  "7000215": "The client secret is wrong. Enter the secret's value, which is shown once when it is made, and not its id.",
  "7000222": "The client secret has expired. Make a new one in the application's registration and enter it.",
  "700016": "There is no such application in this tenant. Check the client id and the tenant id.",
  "90002": "There is no such tenant. Check the tenant id.",
  "700027": "The certificate is not the one that is registered for this application, or it has expired.",
  "7000112": "The application is disabled in this tenant.",
};

const timeoutCodes = new Set(["ETIMEDOUT", "REQUEST_TIMEOUT", "GatewayTimeout"]);
const unreachableCodes = new Set(["REQUEST_SEND_ERROR", "ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "EPIPE"]);

/** In our own words: Azure's texts carry object ids, names and whole queries. */
export function explainAzureError(error: unknown, { permissions }: Pick<OpenedCollector, "permissions">): CallFailure {
  const status = statusOf(error);
  const code = codeOf(error);
  if (isAborted(error)) return failure("cancelled", "cancelled", "The discovery was cancelled.");
  if (isSignIn(error) || status === 401) return failure("failed", "credentials-refused", "Azure did not accept the credentials any more. Renew them and discover again.");
  if (error instanceof NotIndexed) return failure("failed", "not-indexed", "Resource Graph does not know what is in this subscription yet. Discover again in some minutes.");
  if (status === 403) {
    const permission = namedAction(error) ?? permissions[0];
    return { status: "denied", permission, reason: "missing-permission", message: `Allow ${permission} to see these resources: the role Reader on the subscription holds it.` };
  }
  if (status === 404 && code === "SubscriptionNotFound") return failure("disabled", "subscription-not-found", "Azure does not know this subscription: it was cancelled, or lies in another tenant.");
  if (status === 429) return failure("failed", "throttled", "Azure kept throttling this call. Discover again later.");
  if (timeoutCodes.has(code) || status === 408 || status === 504) return failure("failed", "timeout", "Azure did not answer in time.");
  if (unreachableCodes.has(code)) return failure("failed", "unreachable", "Azure could not be reached.");
  return failure("failed", "unexpected-answer", `Azure answered in a way CloudViz does not understand (${plainCode(code, status)}).`);
}

/** Why no session could be opened: what is wrong and what to do. */
export function connectError(error: unknown, credentials: AzureCredentials): CloudVizError {
  if (error instanceof CloudVizError) return error;
  const status = statusOf(error);
  const code = codeOf(error);
  if (isAborted(error)) return new CloudVizError("cancelled", "Connecting to Azure was cancelled.", { cause: error });
  if (isSignIn(error)) return new CloudVizError("invalid-credentials", signInWords(error, credentials), { cause: error });
  if (status === 401 || status === 403) return new CloudVizError("invalid-credentials", "Azure denies these credentials the list of subscriptions. Give them the role Reader on what they are to see.", { cause: error });
  if (status === 429) return new CloudVizError("unavailable", "Azure throttles these credentials' calls. Try again in a minute.", { cause: error });
  if (timeoutCodes.has(code) || unreachableCodes.has(code)) return new CloudVizError("unavailable", "Azure could not be reached. Check the network and the proxy.", { cause: error });
  return new CloudVizError("unavailable", `Azure could not be asked which subscriptions there are (${plainCode(code, status)}).`, { cause: error });
}

/** The identity library's errors carry no code: only their name and text tell. */
function isSignIn(error: unknown): boolean {
  return error instanceof Error && /^(AuthenticationRequiredError|AuthenticationError|AggregateAuthenticationError|CredentialUnavailableError)$/.test(error.name);
}

function signInWords(error: unknown, { mode }: AzureCredentials): string {
  const text = error instanceof Error ? error.message : "";
  const [, told = ""] = /(?:AADSTS|Error\(s\): )(\d+)/.exec(text) ?? [];
  const advice = signInAdvice[told];
  if (advice !== undefined) return advice;
  if (mode === "cli") return "Nobody is signed in with the Azure CLI on the machine that CloudViz runs on. Install it there and run `az login`.";
  if (mode === "managed-identity") return "This machine has no managed identity that answers. Assign one to it in Azure, or connect with a service principal.";
  if (/endpoints_resolution_error/.test(text)) return "The tenant could not be found, or its sign-in could not be reached. Check the tenant id, the network and the proxy.";
  if (mode === "certificate") return "The certificate and its key could not be used. Enter both as PEM text, and the key's password if it has one.";
  return `Azure did not accept the credentials${told === "" ? "" : ` (AADSTS${told})`}. Check tenant id, client id and secret.`;
}

function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function statusOf(error: unknown): number | null {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** "… does not have authorization to perform action 'Microsoft.Resources/subscriptions/read' over scope …" */
function namedAction(error: unknown): string | null {
  const text = error instanceof Error ? error.message : "";
  return /perform action '(Microsoft\.[A-Za-z./]{3,120})'/.exec(text)?.[1] ?? null;
}

function failure(status: CallFailure["status"], reason: string, message: string): CallFailure {
  return { status, permission: null, reason, message };
}

/** An endpoint may answer anything: only what looks like a code is repeated. */
function plainCode(code: string, status: number | null): string {
  if (/^[A-Za-z0-9_.]{1,60}$/.test(code)) return code;
  return status === null ? "no code" : `HTTP ${status}`;
}
