import { CloudVizError } from "../core/error";
import { route, type Route } from "./route";

const verbNames = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Verb = (typeof verbNames)[number];
export type Verbs = Record<Verb | "HEAD" | "OPTIONS", Route>;

/** All verbs of one path, to be exported by its route file: Next would answer the missing ones itself, not as problem documents. */
export function verbs(known: Partial<Record<Verb, Route>>): Verbs {
  const allowed = verbNames.filter((verb) => known[verb] !== undefined);
  const allow = [...allowed, ...(known.GET === undefined ? [] : ["HEAD"]), "OPTIONS"].join(", ");
  const refuse = notAllowed(allow);
  return {
    GET: known.GET ?? refuse,
    POST: known.POST ?? refuse,
    PUT: known.PUT ?? refuse,
    PATCH: known.PATCH ?? refuse,
    DELETE: known.DELETE ?? refuse,
    HEAD: known.GET === undefined ? refuse : withoutBody(known.GET),
    OPTIONS: route({ operation: "listVerbs", summary: "What may be sent here", auth: "public" }, () => new Response(null, { status: 204, headers: { allow } })),
  };
}

function notAllowed(allow: string): Route {
  const refuse = route({ operation: "refuse", summary: "Not allowed", auth: "public" }, ({ request }) => {
    throw new CloudVizError("method-not-allowed", `${request.method} is not possible here. Possible: ${allow}.`);
  });
  const withAllow = async (...[request, context]: Parameters<Route>) => {
    const response = await refuse(request, context);
    response.headers.set("allow", allow);
    return response;
  };
  return Object.assign(withAllow, { spec: refuse.spec });
}

function withoutBody(get: Route): Route {
  const head = async (...[request, context]: Parameters<Route>) => {
    const response = await get(request, context);
    return new Response(null, { status: response.status, headers: response.headers });
  };
  return Object.assign(head, { spec: get.spec });
}
