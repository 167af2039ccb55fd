import { formatChoices } from "@/lib/core/api/choices";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listFormats } from "@/lib/usecases/list-choices";

const list = route({ operation: "listFormats", summary: "The formats a diagram can be exported to", auth: "public", output: formatChoices }, async () => ({ data: await listFormats() }));

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
