import { jobCells } from "@/lib/core/api/jobs";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listCells } from "@/lib/usecases/jobs/list-cells";

const list = route(
  { operation: "listJobCells", summary: "What a discovery looks at: each service in each region, and how it went", auth: "jobs:read", params: idParams, output: jobCells, errors: ["not-found"] },
  ({ params }) => listCells(params.id),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
