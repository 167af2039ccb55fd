import { fullName } from "../../resource-name";

/** Relative names do not tell their service; most collections are only one service's. */
const serviceOfCollection: Record<string, string> = {
  topics: "pubsub.googleapis.com",
  subscriptions: "pubsub.googleapis.com",
  schemas: "pubsub.googleapis.com",
  keyRings: "cloudkms.googleapis.com",
  secrets: "secretmanager.googleapis.com",
  serviceAccounts: "iam.googleapis.com",
  workloadIdentityPools: "iam.googleapis.com",
  connectors: "vpcaccess.googleapis.com",
  repositories: "artifactregistry.googleapis.com",
  datasets: "bigquery.googleapis.com",
  managedZones: "dns.googleapis.com",
  notificationChannels: "monitoring.googleapis.com",
  certificateMaps: "certificatemanager.googleapis.com",
  sinks: "logging.googleapis.com",
  networks: "compute.googleapis.com",
  subnetworks: "compute.googleapis.com",
};

/** The full name that a text is, as a whole; null for any other text. `service` is the one a relative name of no known collection is of. */
export function targetName(text: string, service: string): string | null {
  if (text.length > 2_000) return null;
  // A project named by link or bare: `projects/123`, as well as folders and organisations.
  const holder = /^(?:\/\/cloudresourcemanager\.googleapis\.com\/)?((?:projects|folders|organizations)\/[^/\s]+)$/.exec(text)?.[1];
  if (holder !== undefined) return `//cloudresourcemanager.googleapis.com/${holder}`;
  if (/^billingAccounts\/[^/\s]+$/.test(text)) return `//cloudbilling.googleapis.com/${text}`;
  // `bigquery.googleapis.com/projects/p/datasets/d`: a full name that lost its slashes.
  const bare = /^[a-z]+\.googleapis\.com\/./.test(text) ? `//${text}` : text;
  if (bare.startsWith("//") && !/^\/\/[a-z0-9.-]+\.googleapis\.com\/\S+$/.test(bare)) return null;
  return fullName(bare, serviceOfPath(bare, service));
}

function serviceOfPath(path: string, own: string): string {
  const match = /^projects\/[^/]+\/(?:(global|regions|zones)|(?:locations\/[^/]+\/)?([^/]+))\//.exec(path);
  if (match?.[1] !== undefined) return "compute.googleapis.com";
  return serviceOfCollection[match?.[2] ?? ""] ?? own;
}
