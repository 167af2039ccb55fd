import { CloudVizError } from "../core/error";

/**
 * The whole body of a request. Too large a body is refused by its announced length, and else while it arrives, so that it
 * never fills the memory. `tooLarge` says what the limit is and how to raise it.
 */
export async function readBody(request: Request, limitBytes: number, tooLarge: () => CloudVizError): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limitBytes) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    // Leaving the loop cancels the stream: the rest is not read.
    if (length > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  if (announced > length) throw new CloudVizError("invalid-request", `The body is not complete: ${announced} bytes were announced, ${length} arrived. Send it again.`);
  const whole = chunks.length === 1 ? chunks[0] : undefined;
  return whole ?? Buffer.concat(chunks, length);
}

/** The places of 10,000 resources are 1.8 MB. Next's own buffer, which cuts silently, holds 10 MB. */
const jsonLimitBytes = 8 * 1024 * 1024;

/** The JSON of a request's body. Throws `unsupported-media-type`, `too-large` or `invalid-request`. */
export async function readJson(request: Request, mediaTypes: readonly string[]): Promise<unknown> {
  const given = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!mediaTypes.includes(given)) {
    throw new CloudVizError("unsupported-media-type", `The body has to be sent as content-type ${mediaTypes.join(" or ")}.`);
  }
  const bytes = await readBody(request, jsonLimitBytes, () => new CloudVizError("too-large", "The body is larger than 8 MB."));
  if (bytes.length === 0) throw new CloudVizError("invalid-request", "The body is empty; JSON is expected.");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    // The parser's own message repeats a part of the body, which may hold credentials.
    throw new CloudVizError("invalid-request", "The body is not valid JSON in UTF-8.", { cause: cause instanceof SyntaxError ? undefined : cause });
  }
}
