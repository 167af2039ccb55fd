import { connectionPage, newConnection } from "@/lib/core/api/connections";
import { pageQuery } from "@/lib/core/api/page";
import { connection } from "@/lib/core/connection";
import { answer } from "@/lib/http/answer";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { createConnection } from "@/lib/usecases/connections/create-connection";
import { listConnections } from "@/lib/usecases/connections/list-connections";

const list = route(
  { operation: "listConnections", summary: "Connected clouds and imported files", auth: "connections:read", query: pageQuery, output: connectionPage },
  ({ query }) => listConnections(query),
);
const create = route(
  { operation: "createConnection", summary: "Connect a cloud account; its credentials are checked first", auth: "connections:write", body: newConnection, output: connection, status: 201, errors: ["forbidden", "invalid-credentials", "unavailable"] },
  async ({ body, principal, request }) => {
    const created = await createConnection(body, principal, request.signal);
    return answer(created, { headers: { location: `/api/v1/connections/${created.id}` } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list, POST: create });
