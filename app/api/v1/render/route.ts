import { renderQuery } from "@/lib/core/api/render";
import { sendFile } from "@/lib/http/file-response";
import { readBody } from "@/lib/http/read-body";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { importLimitBytes, importTooLarge } from "@/lib/usecases/imports/import-limit";
import { readUploads } from "@/lib/usecases/imports/read-uploads";
import { renderFiles } from "@/lib/usecases/render-files";

/** What a layout places within a drawing's deadline. */
const mostResources = 20_000;

const create = route(
  {
    operation: "renderFiles",
    summary: "Draw files that listImporters names, in any format, and store nothing: one as the body, several as a form",
    auth: "diagrams:read",
    query: renderQuery,
    bodyType: "raw",
    mediaType: "*/*",
    errors: ["invalid-filter", "too-large", "unreadable-file", "unsupported-version", "unrecognised-file", "unavailable"],
  },
  async ({ query: { filename, download, ...asked }, request }) => {
    const bytes = await readBody(request, importLimitBytes(), importTooLarge);
    const files = await readUploads(bytes, request.headers.get("content-type") ?? "", filename);
    const file = await renderFiles(files, { ...asked, mostResources, signal: request.signal });
    return sendFile(file, download, new Headers({ "cache-control": "no-store" }));
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: create });
