/** Ends a delivery that an unexpected error stopped: it can be replayed. */
export async function giveUpDelivery(id: string, round: number): Promise<void> {
  const repository = await import("../../db/webhooks/webhook-deliveries");
  await repository.giveUpDelivery({ id, round });
}
