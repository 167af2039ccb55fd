import { z } from "zod";

/** Whatever it looks like: a malformed token leads nowhere, as an unknown one does. */
export const tokenParams = z.object({ token: z.string() });
export const fileParams = tokenParams.extend({ ending: z.string() });

/** Seconds: half a day, then the password is asked for again. */
const accessAge = 12 * 60 * 60;

export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = part.split("=", 2);
    if (key?.trim() === name && value !== undefined) return value.trim();
  }
  return null;
}

/**
 * Who sends the request, as well as it can be told: the last proxy's word, else what Next wrote of the socket. Anyone can write
 * the header where no proxy stands before, which is why attempts are counted by link, too.
 */
export function addressOf(request: Request): string {
  return (request.headers.get("x-forwarded-for") ?? "").split(",").at(-1)?.trim() ?? "";
}

/**
 * Set-Cookie lines, one for the API and one for the files. Under TLS it is sent in frames on other sites too, where the
 * link may be embedded; without TLS browsers refuse that.
 */
export function accessCookies(request: Request, { name, value }: { name: string; value: string }): string[] {
  const isSecure = (request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol).startsWith("https");
  const rest = `Max-Age=${accessAge}; HttpOnly; ${isSecure ? "Secure; SameSite=None; Partitioned" : "SameSite=Lax"}`;
  return ["/api/v1/shared", "/s"].map((path) => `${name}=${value}; Path=${path}; ${rest}`);
}

/** A browser that loads ahead of a click is no view. */
export function isPrefetch(request: Request): boolean {
  return `${request.headers.get("sec-purpose") ?? ""} ${request.headers.get("purpose") ?? ""}`.includes("prefetch");
}
