import { z } from "zod";
import { openApiDocument } from "@/lib/http/openapi";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { loadRoutes } from "../routes";

const get = route({ operation: "getOpenApi", summary: "This description", auth: "public", output: z.record(z.string(), z.unknown()) }, async () => ({ ...openApiDocument(await loadRoutes()) }));

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
