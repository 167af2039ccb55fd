import { ResourceGraphClient } from "@azure/arm-resourcegraph";
import { ResourceManagementClient } from "@azure/arm-resources";
import { SubscriptionClient } from "@azure/arm-resources-subscriptions";
import { AzureCliCredential, ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential } from "@azure/identity";
import type { TokenCredential } from "@azure/identity";
import type { AzureCloud } from "./cloud";
import type { AzureCredentials } from "./connection-schema";
import { openQuota, type Quota } from "./quota";

export interface AzureSession {
  subscriptions: SubscriptionClient;
  graph: ResourceGraphClient;
  /** Whether Resource Manager itself, which Resource Graph follows by some minutes, has any resource in a subscription. */
  hasResources(subscription: string, signal: AbortSignal): Promise<boolean>;
  /** All queries of the session share one. */
  quota: Quota;
}

/** Resource Graph counts calls in windows of 5 s, and says in Retry-After when the next one begins. */
const retryOptions = { maxRetries: 5, maxRetryDelayInMs: 15_000 };

/** Opens no connection: that happens with the first call. */
export function openSession(credentials: AzureCredentials, cloud: AzureCloud): AzureSession {
  const credential = credentialOf(credentials, cloud);
  const options = { endpoint: cloud.resourceManager, credentials: { scopes: [`${cloud.resourceManager}/.default`] }, retryOptions };
  return {
    subscriptions: new SubscriptionClient(credential, options),
    graph: new ResourceGraphClient(credential, options),
    async hasResources(subscription, abortSignal) {
      const first = await new ResourceManagementClient(credential, subscription, options).resources.list({ top: 1, abortSignal }).next();
      return first.done !== true;
    },
    quota: openQuota(),
  };
}

function credentialOf(credentials: AzureCredentials, { authority, isOwn }: AzureCloud): TokenCredential {
  const options = { authorityHost: authority, disableInstanceDiscovery: isOwn };
  switch (credentials.mode) {
    case "secret":
      return new ClientSecretCredential(credentials.tenantId, credentials.clientId, credentials.clientSecret, options);
    case "certificate": {
      const { tenantId, clientId, certificate, password } = credentials;
      return new ClientCertificateCredential(tenantId, clientId, password === undefined ? { certificate } : { certificate, certificatePassword: password }, options);
    }
    case "managed-identity":
      return credentials.clientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId: credentials.clientId });
    case "cli":
      return new AzureCliCredential(credentials.tenantId === undefined ? {} : { tenantId: credentials.tenantId });
  }
}
