import { jobPage, listJobsQuery } from "@/lib/core/api/jobs";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listJobs } from "@/lib/usecases/jobs/list-jobs";

const list = route(
  { operation: "listJobs", summary: "What ran in the background, newest first", auth: "jobs:read", query: listJobsQuery, output: jobPage },
  ({ query }) => listJobs(query),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
