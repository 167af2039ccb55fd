import { fileResponse } from "@/lib/http/file-response";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getExportFile } from "@/lib/usecases/exports/get-export-file";

const get = route(
  { operation: "getJobFile", summary: "The file that an export has drawn, to save", auth: "diagrams:read", params: idParams, mediaType: "*/*", errors: ["not-found"] },
  async ({ params, request }) => fileResponse(request, { ...(await getExportFile(params.id)), download: true }),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
