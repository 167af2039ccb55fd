import { CloudVizError } from "../core/error";
import type { Principal } from "../core/principal";
import { answerOnce } from "../usecases/answer-once";

/** The key as a structured-field string (`"…"`) or bare; null when none is given, or the method needs none. */
export function idempotencyKey(request: Request): string | null {
  const given = request.method === "POST" ? request.headers.get("idempotency-key") : null;
  if (given === null) return null;
  const [, quoted, bare] = /^(?:"([\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21\x23-\x5b\x5d-\x7e]{1,255}))$/.exec(given.trim()) ?? [];
  const key = quoted ?? bare;
  if (key !== undefined) return key;
  const detail = "has to be 1 to 255 printable characters, such as a UUID";
  throw new CloudVizError("invalid-request", `The header Idempotency-Key ${detail}.`, { details: [{ pointer: "Idempotency-Key", detail }] });
}

export interface KeyedCall {
  key: string;
  operation: string;
  principal: Pick<Principal, "id">;
  /** What was sent besides the key. */
  input: unknown;
}

/** Answers a request, or repeats the answer that it had. */
export async function respondOnce({ input, ...call }: KeyedCall, respond: () => Promise<Response>): Promise<Response> {
  const { status, headers, body, isReplayed } = await answerOnce({ ...call, input: JSON.stringify(input) }, async () => {
    const response = await respond();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  });
  // A Response of these may have no body, not even an empty one.
  const isBodiless = status === 204 || status === 304;
  return new Response(isBodiless ? null : body, { status, headers: { ...headers, ...(isReplayed ? { "idempotency-replayed": "true" } : {}) } });
}
