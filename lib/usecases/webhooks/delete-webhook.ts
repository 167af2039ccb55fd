import { CloudVizError } from "../../core/error";

/** With its deliveries; what was on its way to it is not sent any more. */
export async function deleteWebhook(id: string): Promise<void> {
  const repository = await import("../../db/webhooks/webhooks");
  if (!(await repository.deleteWebhook(id))) throw new CloudVizError("not-found", "There is no such webhook.");
}
