import { notFound } from "next/navigation";
import { CloudVizError } from "@/lib/core/error";
import { findOpenShare } from "@/lib/usecases/shares/find-open-share";

/** A link that opens nothing is no page: the same one, and 404, for each reason. */
export async function requireOpenLink(token: string): Promise<void> {
  await findOpenShare(token).catch((error: unknown) => {
    if (error instanceof CloudVizError && error.code === "not-found") notFound();
    throw error;
  });
}
