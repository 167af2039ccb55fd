import type { WebhookMessage } from "../core/webhook/webhook";
import { CloudVizError } from "../core/error";
import { checkTarget, type TargetRule } from "./check-target";
import { post, type Posted } from "./post";
import { signMessage } from "./sign-message";

export interface MessageToSend {
  /** The same in every attempt. */
  id: string;
  url: string;
  message: WebhookMessage;
  /** The newest first. */
  secrets: readonly string[];
}

export interface SendOptions extends TargetRule {
  timeoutMs?: number;
}

/** `error` is null when it was accepted (2xx). */
export interface Outcome {
  status: number | null;
  error: string | null;
  answer: string | null;
  retryAfterMs: number | null;
}

const usualTimeoutMs = 15_000;
/** Only with these does Retry-After mean that the message is to come again. */
const retryAfterStatuses = new Set([429, 503]);

/** Sends a signed message once. Whatever goes wrong is told in the outcome, in words for people. */
export async function sendMessage({ id, url, message, secrets }: MessageToSend, { timeoutMs = usualTimeoutMs, ...rule }: SendOptions): Promise<Outcome> {
  const body = JSON.stringify(message);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const target = await unlessAborted(checkTarget(url, rule), signal);
    const headers = { "content-type": "application/json", "user-agent": "CloudViz-Webhooks/1", ...signMessage({ id, body, at: new Date(), secrets }) };
    return judge(await post(target, { headers, body, signal }));
  } catch (error) {
    return { status: null, error: inWords(error, timeoutMs), answer: null, retryAfterMs: null };
  }
}

function judge({ status, answer, retryAfterMs }: Posted): Outcome {
  return { status, error: refusalOf(status), answer, retryAfterMs: retryAfterStatuses.has(status) ? retryAfterMs : null };
}

function refusalOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `Answered ${status}: redirects are not followed. Give the webhook the address that it leads to.`;
  return status === 410 ? "Answered 410: nobody wants these messages any more." : `Answered ${status}.`;
}

/** A name is looked up by the system, which cannot be stopped: it is not waited for any longer. */
function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return Promise.race([work, new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }))]);
}

const words: Record<string, string> = {
  ECONNREFUSED: "Nothing listens at the address (connection refused).",
  ECONNRESET: "The receiver broke off the connection.",
  EHOSTUNREACH: "The receiver's machine cannot be reached.",
  ENETUNREACH: "The receiver's network cannot be reached.",
  ETIMEDOUT: "The receiver's machine did not answer.",
  EPIPE: "The receiver broke off the connection.",
};

function inWords(error: unknown, timeoutMs: number): string {
  if (error instanceof CloudVizError) return error.message;
  if (error instanceof DOMException && error.name === "TimeoutError") return `There was no answer within ${timeoutMs / 1000} seconds.`;
  const code = codeOf(error);
  if (code !== null && /CERT|SSL|TLS|ALTNAME|ISSUER|SIGNATURE/.test(code)) return `The receiver's certificate is not accepted (${code}).`;
  return words[code ?? ""] ?? `The connection failed${code === null ? "" : ` (${code})`}.`;
}

/** Of a connection to several addresses, each fails with a reason of its own: the first counts. */
function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
