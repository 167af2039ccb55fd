import { z } from "zod";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";

const get = route({ operation: "getHealth", summary: "Whether the process answers", auth: "public", output: z.object({ status: z.literal("ok") }) }, () => ({ status: "ok" as const }));

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
