import { choices } from "@/lib/core/api/choices";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listThemes } from "@/lib/usecases/list-choices";

const list = route({ operation: "listThemes", summary: "The looks of a diagram", auth: "public", output: choices }, async () => ({ data: await listThemes() }));

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
