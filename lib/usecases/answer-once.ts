import { createHash } from "node:crypto";
import { openVault } from "../auth/vault";
import { CloudVizError } from "../core/error";
import type { Principal } from "../core/principal";

export interface RepeatableRequest {
  principal: Pick<Principal, "id">;
  operation: string;
  /** The client's own name for the request. */
  key: string;
  /** What was sent, as JSON. */
  input: string;
}

export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Does what a request asks for once, however often it is sent within 24 hours; sent again, it gets the first answer. What threw
 * has changed nothing, and is done again. Answers are kept sealed: they may show a secret for the only time.
 * @throws CloudVizError "conflict" while the first is being answered, "key-reused" when the key came with other content.
 */
export async function answerOnce({ principal, operation, key, input }: RepeatableRequest, work: () => Promise<KeptAnswer>): Promise<KeptAnswer & { isReplayed: boolean }> {
  const requests = await import("../db/idempotent-requests");
  const vault = openVault();
  const id = sha256(JSON.stringify([principal.id, operation, key]));
  const begun = await requests.beginRequest(id, sha256(input));
  switch (begun.state) {
    case "in-flight":
      throw new CloudVizError("conflict", "A request with this Idempotency-Key is being answered at this moment. Wait a little, and send it again.");
    case "other-body":
      throw new CloudVizError("key-reused", "This Idempotency-Key was sent before with other content. Take a new key for a new request.");
    case "answered": {
      const { status, headers, body } = begun.answer;
      return { status, headers, body: await vault.open(id, body ?? ""), isReplayed: true };
    }
    case "begun":
      try {
        const answer = await work();
        await requests.keepAnswer(id, { ...answer, body: await vault.seal(id, answer.body) });
        return { ...answer, isReplayed: false };
      } catch (error) {
        await requests.forgetRequest(id);
        throw error;
      }
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
