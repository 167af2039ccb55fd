import { findOpenShare } from "./find-open-share";

/** Who may show a link in a frame; null where it does not open. */
export async function listShareOrigins(token: string): Promise<string[] | null> {
  const found = await findOpenShare(token).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "not-found") return null;
    throw error;
  });
  return found === null ? null : found.share.origins;
}
