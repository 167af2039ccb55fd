/** Called by Next once per server, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepContentTypePlain } = await import("@/lib/http/plain-content-type");
  keepContentTypePlain();
  const [{ startUpOrExit }, { startQueue }] = await Promise.all([import("@/lib/usecases/start-up"), import("@/inngest/start-queue")]);
  await startUpOrExit(startQueue);
}
