import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { bindCollector } from "../bind-collector";
import type { Provider } from "../provider";
import { awsCredentials, awsSettings } from "./connection-schema";
import type { AwsCredentials, AwsSettings } from "./connection-schema";
import { connectError, explainAwsError } from "./errors";
import { parseArn } from "./model/arn";
import { readOnlyPolicy } from "./policy";
import { findHomeRegion, findRegions } from "./regions";
import { required } from "./required";
import { awsCollectors } from "./services";
import { awsSetup } from "./setup";
import { openClients } from "./session";
import type { AwsClients, AwsIdentity, AwsSession } from "./session";

export const aws: Provider<AwsCredentials, AwsSettings> = {
  id: "aws",
  label: "Amazon Web Services",
  credentials: awsCredentials,
  settings: awsSettings,
  readOnlyPolicy: () => ({ ...readOnlyPolicy() }),
  setup: awsSetup,
  async connect(credentials, settings, signal) {
    const homeRegion = await findHomeRegion(credentials, settings);
    const clients = openClients(credentials, homeRegion);
    try {
      const identity = await identify(clients, homeRegion, signal);
      const regions = await findRegions(clients.ec2, homeRegion, settings, signal);
      const session: AwsSession = { ...identity, chosenRegions: settings.regions, clients };
      const binding = { provider: "aws", session, account: identity.account, homeRegion, explain: explainAwsError };
      const collectors = awsCollectors.map((collector) => bindCollector(collector, binding));
      return { provider: "aws", title: identity.account, accounts: [{ id: identity.account, kind: "account", name: identity.account, ...regions, collectors }], close: () => clients.destroy() };
    } catch (error) {
      clients.destroy();
      throw connectError(error, credentials);
    }
  },
};

async function identify(clients: AwsClients, homeRegion: string, signal: AbortSignal): Promise<AwsIdentity> {
  const caller = await clients.sts(homeRegion).send(new GetCallerIdentityCommand({}), { abortSignal: signal });
  return { account: required(caller.Account, "Account"), partition: parseArn(required(caller.Arn, "Arn"))?.partition ?? "aws" };
}
