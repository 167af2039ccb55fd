import { settings } from "@/lib/core/api/settings";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getSettings } from "@/lib/usecases/get-settings";

const get = route({ operation: "getSettings", summary: "How this server is set up", auth: "connections:read", output: settings }, () => getSettings());

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
