import { sharePage, shareQuery } from "@/lib/core/api/shares";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listShares } from "@/lib/usecases/shares/list-shares";

const list = route(
  { operation: "listShares", summary: "Links to diagrams, newest first, those that open no more among them", auth: "shares:read", query: shareQuery, output: sharePage },
  ({ query }) => listShares(query),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
