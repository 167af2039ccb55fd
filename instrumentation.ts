/** Called by Next once per server, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  try {
    const { startUp } = await import("@/lib/usecases/start-up");
    await startUp();
  } catch (error) {
    // Next would go on and answer every request with 500.
    console.error(error instanceof Error && error.name === "CloudVizError" ? error.message : error);
    process.exit(1);
  }
}
