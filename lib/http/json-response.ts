import { isFresh } from "./answer";

export interface JsonText {
  /** A strong ETag without its quotes. */
  etag: string;
  /** The JSON text; its own ETag when what was read is newer than what was asked about. */
  read(): Promise<{ etag: string; text: string }>;
}

/** An answer that is large and costs something to make: 304 without making it when the client has it, and no schema walks over it. */
export async function jsonResponse(request: Request, { etag, read }: JsonText): Promise<Response> {
  const headers = new Headers({ etag: `"${etag}"`, "cache-control": "private, no-cache" });
  if (isFresh(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  const made = await read();
  headers.set("etag", `"${made.etag}"`);
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(made.text, { headers });
}
