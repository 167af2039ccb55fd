import { isFresh } from "./answer";

export interface SentFile {
  content: string | Uint8Array;
  mediaType: string;
  filename: string;
}

export interface FileAnswer {
  etag: string;
  download: boolean;
  read(): Promise<SentFile>;
}

/** A file to show or to save; 304 without making it when the client has it. */
export async function fileResponse(request: Request, { etag, download, read }: FileAnswer): Promise<Response> {
  const headers = new Headers({ etag: `"${etag}"`, "cache-control": "private, no-cache" });
  if (isFresh(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return sendFile(await read(), download, headers);
}

export function sendFile({ content, mediaType, filename }: SentFile, download: boolean, headers: Headers): Response {
  headers.set("content-type", mediaType.startsWith("text/") && !mediaType.includes("charset") ? `${mediaType}; charset=utf-8` : mediaType);
  // An SVG opened by itself is a document of this origin: whatever stood in it, nothing may run or load.
  headers.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox");
  headers.set("content-disposition", `${download ? "attachment" : "inline"}; filename="${filename}"`);
  return new Response(typeof content === "string" ? content : new Uint8Array(content), { headers });
}
