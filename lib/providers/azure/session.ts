import { ResourceGraphClient } from "@azure/arm-resourcegraph";
import { SubscriptionClient } from "@azure/arm-resources-subscriptions";
import { AzureCliCredential, ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential } from "@azure/identity";
import type { TokenCredential } from "@azure/identity";
import type { AzureCloud } from "./cloud";
import type { AzureCredentials } from "./connection-schema";
import { openQuota, type Quota } from "./quota";

export interface AzureSession {
  subscriptions: SubscriptionClient;
  graph: ResourceGraphClient;
  /** All queries of the session share one. */
  quota: Quota;
}

/** Resource Graph counts calls in windows of 5 s, and says in Retry-After when the next one begins. */
const retryOptions = { maxRetries: 5, maxRetryDelayInMs: 15_000 };

/** Opens no connection: that happens with the first call. */
export function openSession(credentials: AzureCredentials, cloud: AzureCloud): AzureSession {
  const credential = credentialOf(credentials, cloud);
  const options = { endpoint: cloud.resourceManager, credentials: { scopes: [`${cloud.resourceManager}/.default`] }, retryOptions };
  return { subscriptions: new SubscriptionClient(credential, options), graph: new ResourceGraphClient(credential, options), quota: openQuota() };
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
