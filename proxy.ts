import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/config/env";
import { closedLinkPage } from "@/lib/http/closed-link-page";
import { contentSecurityPolicy, isEmbedded, isSharedFile, pageHeaders, sharedHeaders, sharedToken } from "@/lib/http/page-headers";
import { checkSource, sourceOf } from "@/lib/http/origin-check";

/** Pages only. The API checks itself (lib/http/route.ts): once a request passes here, Next keeps its body and cuts it at 10 MB. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const refused = checkSource(sourceOf(request), env());
  if (refused !== null) {
    return new NextResponse(`${refused.message}\n`, { status: 403, headers: { ...pageHeaders, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
  }
  const path = request.nextUrl.pathname;
  if (isSharedFile(path)) return NextResponse.next({ headers: sharedHeaders(path) });
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const framedBy = await originsOf(path);
  if (framedBy === null) {
    return new NextResponse(closedLinkPage(nonce), { status: 404, headers: { ...pageHeaders, ...sharedHeaders(path), "content-security-policy": contentSecurityPolicy(nonce, env()), "content-type": "text/html; charset=utf-8" } });
  }
  const policy = contentSecurityPolicy(nonce, env(), framedBy);
  // Next finds the nonce for its own scripts in the policy of the request; the layout takes it from x-nonce.
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value);
  for (const [name, value] of Object.entries(sharedHeaders(path))) response.headers.set(name, value);
  // Older than frame-ancestors, and knows no list.
  if (framedBy.length > 0) response.headers.delete("x-frame-options");
  response.headers.set("content-security-policy", policy);
  return response;
}

/** The sites that may show a page in a frame: those of a link that is made to be embedded. Null = the page of a link that opens nothing. */
async function originsOf(path: string): Promise<string[] | null> {
  const token = sharedToken(path);
  if (token === null) return [];
  const { listShareOrigins } = await import("@/lib/usecases/shares/list-share-origins");
  const origins = await listShareOrigins(token);
  return origins === null || isEmbedded(path) ? origins : [];
}

export const config = { matcher: ["/((?!api/|api$|healthz$|readyz$|_next/static/|_next/image).*)"] };
