import { CloudVizError } from "../../core/error";
import type { Provider } from "../provider";
import { wholeAccount } from "../whole-account";
import { cloudOf } from "./cloud";
import { subscriptionCollectors, tenantCollectors, unseenCollectors } from "./collectors";
import { azureCredentials, azureSettings } from "./connection-schema";
import type { AzureCredentials, AzureSettings } from "./connection-schema";
import { connectError } from "./errors";
import { openSession, type AzureSession } from "./session";
import { azureSetup } from "./setup";

export const azure: Provider<AzureCredentials, AzureSettings> = {
  id: "azure",
  label: "Microsoft Azure",
  credentials: azureCredentials,
  settings: azureSettings,
  setup: azureSetup,
  async connect(credentials, settings, signal) {
    const session = openSession(credentials, cloudOf(settings));
    try {
      const listed = await listSubscriptions(session, signal);
      const { seen, unseen } = choose(listed, settings);
      const tenants = [...new Set(seen.map(({ tenantId }) => tenantId))];
      return {
        provider: "azure",
        title: titleOf(seen, tenants),
        accounts: [
          ...tenants.map((id) => wholeAccount({ id, name: id, kind: "tenant", collectors: tenantCollectors(session) })),
          ...seen.map(({ id, name }) => wholeAccount({ id, name, kind: "subscription", collectors: subscriptionCollectors(session, id) })),
          ...unseen.map((id) => wholeAccount({ id, name: id, kind: "subscription", collectors: unseenCollectors() })),
        ],
        // The SDK's clients hold no more than sockets that close by themselves.
        close: () => undefined,
      };
    } catch (error) {
      throw connectError(signal.aborted ? signal.reason : error, credentials);
    }
  },
};

interface Subscription {
  id: string;
  name: string;
  tenantId: string;
}

async function listSubscriptions({ subscriptions }: AzureSession, abortSignal: AbortSignal): Promise<Subscription[]> {
  const listed: Subscription[] = [];
  for await (const { subscriptionId, displayName, tenantId } of subscriptions.subscriptions.list({ abortSignal })) {
    if (subscriptionId !== undefined) listed.push({ id: subscriptionId.toLowerCase(), name: displayName ?? subscriptionId, tenantId: tenantId?.toLowerCase() ?? "" });
  }
  if (listed.length > 0) return listed;
  throw new CloudVizError(
    "invalid-credentials",
    "These credentials see no subscription. Give them the role Reader on a subscription or a management group: `az role assignment create --assignee <client id> --role Reader --scope /subscriptions/<id>`.",
  );
}

/** A chosen one that is not seen is told as denied, and the others are looked at: access to one may end while a connection goes on. */
function choose(listed: readonly Subscription[], { subscriptions }: AzureSettings): { seen: readonly Subscription[]; unseen: readonly string[] } {
  if (subscriptions === null) return { seen: listed, unseen: [] };
  const chosen = new Set(subscriptions);
  const seen = listed.filter(({ id }) => chosen.has(id));
  if (seen.length > 0) return { seen, unseen: [...chosen].filter((id) => !seen.some((one) => one.id === id)) };
  throw new CloudVizError("invalid-request", `These credentials see none of the chosen subscriptions. They see: ${listed.map(({ id, name }) => `${name} (${id})`).join(", ")}.`);
}

function titleOf(seen: readonly Subscription[], tenants: readonly string[]): string {
  const [first] = seen;
  return seen.length === 1 && first !== undefined ? first.name : `${seen.length} subscriptions of ${tenants.join(", ")}`;
}
