import type { AwsContext } from "./collector";
import { openClients } from "./session";

/** A context for tests that convert answers and call nothing. */
export function testContext(): AwsContext {
  const clients = openClients({ mode: "keys", accessKeyId: "AKIAEXAMPLE", secretAccessKey: "unused" }, "eu-west-1");
  const session = { account: "123456789012", partition: "aws", chosenRegions: null, clients };
  return { session, account: session.account, region: "eu-west-1", signal: new AbortController().signal, degrade: () => {} };
}
