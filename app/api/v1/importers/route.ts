import { importerChoices } from "@/lib/core/api/choices";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listImporters } from "@/lib/usecases/list-choices";

const list = route({ operation: "listImporters", summary: "The kinds of files that can be imported, each with the command that makes it", auth: "public", output: importerChoices }, async () => ({ data: await listImporters() }));

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
