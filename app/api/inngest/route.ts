import type { NextRequest } from "next/server";
import { serve } from "inngest/next";
import { env } from "@/lib/config/env";
import { CloudVizError } from "@/lib/core/error";
import { problemResponse } from "@/lib/http/problem";
import { functionsOf } from "@/inngest/functions";
import { inngestClient } from "@/inngest/start-queue";

/** Inngest calls here to have functions run; without it there is nothing here. */
async function handle(verb: "GET" | "POST" | "PUT", request: NextRequest): Promise<Response> {
  const { inngest } = env();
  if (inngest === null) {
    const error = new CloudVizError("not-found", "There is nothing here: background work runs in this server itself.");
    return problemResponse(error, { path: request.nextUrl.pathname, requestId: crypto.randomUUID() });
  }
  const client = inngestClient(inngest);
  return serve({ client, functions: functionsOf(client), enableUnauthedSync: false })[verb](request, undefined);
}

export const GET = (request: NextRequest) => handle("GET", request);
export const POST = (request: NextRequest) => handle("POST", request);
export const PUT = (request: NextRequest) => handle("PUT", request);
