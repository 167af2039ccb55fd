import { connection } from "@/lib/core/connection";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getConnection } from "@/lib/usecases/connections/get-connection";
import { removeConnection } from "@/lib/usecases/connections/remove-connection";

const get = route(
  { operation: "getConnection", summary: "One connection", auth: "connections:read", params: idParams, output: connection, errors: ["not-found"] },
  ({ params }) => getConnection(params.id),
);
const remove = route(
  { operation: "removeConnection", summary: "Remove a connection, its credentials and what only it saw", auth: "connections:write", params: idParams, errors: ["not-found"] },
  ({ params }) => removeConnection(params.id),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get, DELETE: remove });
