import { summary } from "@/lib/core/api/summary";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getSummary } from "@/lib/usecases/inventory/get-summary";

const get = route({ operation: "getSummary", summary: "The dashboard: counts, connections, last jobs and diagrams", auth: "resources:read", output: summary }, getSummary);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
