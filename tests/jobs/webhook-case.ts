import { Webhook as Verifier } from "standardwebhooks";
import { expect, onTestFinished, test, vi } from "vitest";
import { webhookMessage } from "../../lib/core/webhook/webhook";
import { Receiver, webhookHeaders } from "../webhooks/receiver";
import { regions, type Setting } from "./setting";

/** The first wait is 5 s. */
const twoAttempts = { timeout: 60_000, interval: 250 };

/** What has to outlast a receiver that is away. */
export function webhookCase(at: () => Setting): void {
  test("a webhook is told of a discovery's end, again when its receiver was away, and once when it was there", async () => {
    const { api, cloud } = at();
    const receiver = await new Receiver((response, _received, before) => response.writeHead(before === 0 ? 503 : 204).end()).listen();
    onTestFinished(() => receiver.close());
    const { secret } = await api.tell(receiver.url, ["discovery.completed"]);
    const job = await api.discovered(await api.connect(cloud.account({ regions })));

    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), twoAttempts);
    const [first, second] = receiver.received.map((received) => ({ id: received.headers["webhook-id"], body: received.body }));
    expect(second).toEqual(first);
    for (const received of receiver.received) {
      const message = webhookMessage.parse(new Verifier(secret).verify(received.body, webhookHeaders(received)));
      expect(message).toMatchObject({ type: "discovery.completed", data: { jobId: job.id, status: "succeeded" } });
    }
    // It was accepted: what follows is the next discovery's.
    await api.discovered(job.connectionId ?? "");
    await vi.waitFor(() => expect(receiver.received).toHaveLength(3), twoAttempts);
    expect(receiver.received[2]?.headers["webhook-id"]).not.toBe(second?.id);
  });
}
