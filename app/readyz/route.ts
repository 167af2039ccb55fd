import { z } from "zod";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { checkReady } from "@/lib/usecases/check-ready";

const get = route({ operation: "getReadiness", summary: "Whether requests can be served", auth: "public", output: z.object({ status: z.literal("ok") }), errors: ["unavailable"] }, async () => {
  await checkReady();
  return { status: "ok" as const };
});

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
