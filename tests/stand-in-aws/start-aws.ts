import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { operationOf } from "../aws/proxy-operation";
import { refuse } from "../aws/proxy-refusals";
import { openAccount, type AccountOptions, type KnownAccount, type StandInAccount } from "./account";
import { answerOf } from "./answers";

export interface StandInAws {
  url: string;
  account(options: AccountOptions): StandInAccount;
  /** Ends what still waits here, too. */
  close(): Promise<void>;
}

/** A server on the loopback that answers as AWS does, for accounts that are told apart by the access keys of the calls. */
export async function startAws(port = 0): Promise<StandInAws> {
  const accounts = new Map<string, KnownAccount>();
  const server = createServer((request, response) => {
    void respond(accounts, request).then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account(options) {
      const account = openAccount(options);
      accounts.set(account.credentials.accessKeyId, account);
      return account;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(accounts: ReadonlyMap<string, KnownAccount>, request: IncomingMessage): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const operation = operationOf(request, new URL(request.url ?? "", "http://stand-in"), await text(request));
  const [, key = "", region = ""] = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  const account = accounts.get(key);
  if (operation === null) return { status: 400, headers: {}, body: "" };
  if (account === undefined) return unknownKey;
  const [, caller = ""] = /app\/(\S+)/.exec(request.headers["user-agent"] ?? "") ?? [];
  const refusal = await account.treat({ action: operation.action, region, caller, at: Date.now() });
  if (refusal !== null) return refuse(operation, refusal);
  const headers = { "content-type": operation.protocol === "lambda" ? "application/json" : "text/xml" };
  return { status: 200, headers, body: answerOf(operation, account, region) };
}

/** As STS says it, who is asked first. */
const unknownKey = {
  status: 403,
  headers: { "content-type": "text/xml" },
  body: "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>The security token included in the request is invalid.</Message></Error></ErrorResponse>",
};
