import { readiness } from "@/lib/core/api/settings";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { checkReady } from "@/lib/usecases/check-ready";

const get = route({ operation: "getReadiness", summary: "Whether requests can be served, and who runs background work", auth: "public", output: readiness, errors: ["unavailable"] }, () => checkReady());

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
