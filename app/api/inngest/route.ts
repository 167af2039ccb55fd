import type { NextRequest } from "next/server";
import { serve } from "inngest/next";
import { env, type Env } from "@/lib/config/env";
import { CloudVizError } from "@/lib/core/error";
import { problemResponse } from "@/lib/http/problem";
import { inngestClient } from "@/inngest/client";
import { functionsOf } from "@/inngest/functions";

let handlers: ReturnType<typeof serve> | null = null;

/** Made for the first request: the environment is not known while Next builds. */
function handlersFor(inngest: NonNullable<Env["inngest"]>): ReturnType<typeof serve> {
  if (handlers === null) {
    const client = inngestClient(inngest);
    handlers = serve({ client, functions: functionsOf(client), enableUnauthedSync: false });
  }
  return handlers;
}

/** Inngest calls here to have functions run; without it there is nothing here. */
async function handle(verb: "GET" | "POST" | "PUT", request: NextRequest): Promise<Response> {
  const { inngest } = env();
  if (inngest === null) {
    const error = new CloudVizError("not-found", "There is nothing here: background work runs in this server itself.");
    return problemResponse(error, { path: request.nextUrl.pathname, requestId: crypto.randomUUID() });
  }
  return handlersFor(inngest)[verb](request, undefined);
}

export const GET = (request: NextRequest) => handle("GET", request);
export const POST = (request: NextRequest) => handle("POST", request);
export const PUT = (request: NextRequest) => handle("PUT", request);
