import { importAnswer, importQuery } from "@/lib/core/api/imports";
import { answer } from "@/lib/http/answer";
import { readBody } from "@/lib/http/read-body";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { importFile } from "@/lib/usecases/imports/import-file";
import { importLimitBytes, importTooLarge } from "@/lib/usecases/imports/import-limit";

const create = route(
  { operation: "importFile", summary: "Import a file; listImporters says which", auth: "imports:write", query: importQuery, bodyType: "raw", output: importAnswer, status: 201, errors: ["too-large", "unreadable-file", "unsupported-version", "unrecognised-file"] },
  async ({ query, principal, request }) => {
    const bytes = await readBody(request, importLimitBytes(), importTooLarge);
    const imported = await importFile({ filename: query.filename, bytes }, principal);
    return answer(imported, { headers: { location: `/api/v1/jobs/${imported.job.id}` } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: create });
