import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver of webhooks on the loopback; `answer` is given what came and how many came before it. */
export class Receiver {
  readonly received: Received[] = [];
  private readonly server: Server;

  constructor(private readonly answer: (response: ServerResponse, received: Received, before: number) => void) {
    this.server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (text: string) => (body += text));
      request.on("end", () => {
        const received = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body };
        this.answer(response, received, this.received.push(received) - 1);
      });
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks?from=cloudviz`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** The three headers, as a verifier takes them. */
export function webhookHeaders({ headers }: Received): Record<string, string> {
  return Object.fromEntries(["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [name, String(headers[name])]));
}
