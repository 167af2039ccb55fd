import { EC2Client } from "@aws-sdk/client-ec2";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { RDSClient } from "@aws-sdk/client-rds";
import { S3Client } from "@aws-sdk/client-s3";
import { STSClient } from "@aws-sdk/client-sts";
import { fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import type { AwsCredentials } from "./connection-schema";
import { noteOperation, noteOperationOptions } from "./operation";

type CredentialSource = ReturnType<typeof fromNodeProviderChain>;

export interface AwsIdentity {
  account: string;
  partition: string;
}

/** Clients by service and region, made when first asked for and kept until `destroy`. */
export interface AwsSession extends AwsIdentity {
  /** Regions a person chose to look at; null = all. Global services leave out what lies elsewhere. */
  chosenRegions: readonly string[] | null;
  clients: AwsClients;
}

export type AwsClients = ReturnType<typeof openClients>;

/**
 * AWS throttles by the second: 10 attempts with exponential back-off outlast about half a minute of it. The SDK's adaptive
 * mode is not used: after one throttled call it sends one every two seconds (21 s instead of 4 s for the estate of the tests,
 * each kind of call throttled once).
 */
const retry = { retryMode: "standard", maxAttempts: 10 } as const;

const timeouts = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };

/** Opens no connection: that happens with the first call. */
export function openClients(credentials: AwsCredentials, homeRegion: string) {
  const source = credentialSource(credentials, homeRegion);
  const made = new Map<string, { destroy(): void }>();

  function cached<Client extends { destroy(): void }>(make: (region: string) => Client): (region: string) => Client {
    const byRegion = new Map<string, Client>();
    return (region) => {
      const present = byRegion.get(region);
      if (present !== undefined) return present;
      const client = make(region);
      byRegion.set(region, client);
      made.set(`${made.size}`, client);
      return client;
    };
  }

  const options = (region: string) => ({ region, credentials: source, ...retry, requestHandler: { ...timeouts } });
  return {
    ec2: cached((region) => {
      const client = new EC2Client(options(region));
      client.middlewareStack.add(noteOperation, noteOperationOptions);
      return client;
    }),
    elbv2: cached((region) => {
      const client = new ElasticLoadBalancingV2Client(options(region));
      client.middlewareStack.add(noteOperation, noteOperationOptions);
      return client;
    }),
    iam: cached((region) => {
      const client = new IAMClient(options(region));
      client.middlewareStack.add(noteOperation, noteOperationOptions);
      return client;
    }),
    lambda: cached((region) => {
      const client = new LambdaClient(options(region));
      client.middlewareStack.add(noteOperation, noteOperationOptions);
      return client;
    }),
    rds: cached((region) => {
      const client = new RDSClient(options(region));
      client.middlewareStack.add(noteOperation, noteOperationOptions);
      return client;
    }),
    s3: cached((region) => {
      const client = new S3Client({ ...options(region), followRegionRedirects: true, forcePathStyle: hasOwnEndpoint() });
      client.middlewareStack.add(noteOperation, noteOperationOptions);
      return client;
    }),
    sts: cached((region) => {
      const client = new STSClient(options(region));
      client.middlewareStack.add(noteOperation, noteOperationOptions);
      return client;
    }),
    destroy(): void {
      for (const client of made.values()) client.destroy();
      made.clear();
    },
  };
}

function credentialSource(credentials: AwsCredentials, homeRegion: string): CredentialSource {
  const base = credentials.mode === "keys" ? fixed(credentials) : fromNodeProviderChain({ profile: credentials.profile });
  const role = credentials.assumeRole;
  if (role === undefined) return base;
  return fromTemporaryCredentials({
    masterCredentials: base,
    params: { RoleArn: role.roleArn, ExternalId: role.externalId, RoleSessionName: "cloudviz" },
    clientConfig: { region: homeRegion, requestHandler: { ...timeouts } },
  });
}

function fixed({ accessKeyId, secretAccessKey, sessionToken }: Extract<AwsCredentials, { mode: "keys" }>): CredentialSource {
  return () => Promise.resolve({ accessKeyId, secretAccessKey, sessionToken });
}

/** The SDK's own variables: behind another endpoint the bucket's name cannot be a part of the host name. */
function hasOwnEndpoint(): boolean {
  return Boolean(process.env.AWS_ENDPOINT_URL_S3 || process.env.AWS_ENDPOINT_URL);
}
