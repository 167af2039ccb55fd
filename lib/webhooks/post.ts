import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { Target } from "./check-target";
import { readRetryAfter } from "./retry-delay";

export interface Posted {
  status: number;
  /** The beginning of its text. */
  answer: string;
  /** As a Retry-After header asks for. */
  retryAfterMs: number | null;
}

/** So much of an answer is read, and so much of it kept. */
const mostBytes = 64 * 1024;
const keptCharacters = 1000;

/**
 * Posts to a checked target: connects to its checked addresses and to nothing else, while name, certificate and Host stay those
 * of the URL. A redirect is an answer like any other.
 * @throws what the connection fails with; `signal`'s reason when that ends it before there is an answer.
 */
export async function post({ url, hostname, addresses }: Target, { headers, body, signal }: { headers: Record<string, string>; body: string; signal: AbortSignal }): Promise<Posted> {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).request(
      {
        protocol: url.protocol,
        hostname,
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method: "POST",
        // No agent: a kept connection would lead to an address that was checked for somebody else.
        agent: false,
        lookup: pinned(addresses),
        signal,
        headers: { ...headers, "content-length": Buffer.byteLength(body), "accept-encoding": "identity" },
      },
      resolve,
    );
    request.on("error", (error) => reject(signal.aborted ? (signal.reason as Error) : error));
    request.end(body);
  });
  const answer = await readBeginning(response);
  return { status: response.statusCode ?? 0, answer, retryAfterMs: readRetryAfter(response.headers["retry-after"], new Date()) };
}

/** The answer's status counts, also when its text never ends or breaks off. */
async function readBeginning(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      // Leaving the loop closes the connection.
      if (length >= mostBytes) break;
    }
  } catch {
    // What came before is the text.
  }
  // What is kept is shown: nothing but text may stand in it.
  return Buffer.concat(chunks).toString("utf8").slice(0, keptCharacters).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "\uFFFD");
}

function pinned(addresses: Target["addresses"]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else if (first === undefined) callback(new Error("there is no address"), "", 0);
    else callback(null, first.address, first.family);
  };
}
