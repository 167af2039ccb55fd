import { accessCheck, accessRequest } from "@/lib/core/api/connections";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { checkAccess } from "@/lib/usecases/connections/check-access";

const check = route(
  { operation: "checkAccess", summary: "What credentials reach, tried with real calls; nothing is stored", auth: "connections:write", body: accessRequest, output: accessCheck, errors: ["forbidden", "invalid-credentials", "unavailable"] },
  ({ body, request }) => checkAccess(body, request.signal),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: check });
