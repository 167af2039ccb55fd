import { DescribeRegionsCommand } from "@aws-sdk/client-ec2";
import type { EC2Client } from "@aws-sdk/client-ec2";
import { STSClient } from "@aws-sdk/client-sts";
import { CloudVizError } from "../../core/error";
import type { AwsCredentials, AwsSettings } from "./connection-schema";
import { isDenied } from "./errors";

/** What lists regions and answers for global services, by partition: a key of one partition is unknown in the others. */
const homes: readonly { prefix: string; home: string }[] = [
  { prefix: "cn-", home: "cn-north-1" },
  { prefix: "us-gov-", home: "us-gov-west-1" },
  { prefix: "eusc-", home: "eusc-de-east-1" },
];

/**
 * The SDK's own region where it lies in the partition of the chosen ones, else the partition's first region: it is enabled
 * in every account, which a chosen one may not be.
 */
export async function findHomeRegion(credentials: AwsCredentials, settings: AwsSettings): Promise<string> {
  const own = await sdkRegion(credentials);
  const chosen = settings.regions?.[0];
  if (chosen === undefined) return own ?? "us-east-1";
  const wanted = homeOf(chosen);
  return own !== null && homeOf(own) === wanted ? own : wanted;
}

function homeOf(region: string): string {
  if (/^[a-z]{2,3}-iso/.test(region)) return region;
  return homes.find(({ prefix }) => region.startsWith(prefix))?.home ?? "us-east-1";
}

async function sdkRegion(credentials: AwsCredentials): Promise<string | null> {
  const client = new STSClient(credentials.mode === "default" && credentials.profile ? { profile: credentials.profile } : {});
  try {
    return await client.config.region();
  } catch {
    return null; // The SDK throws when neither environment nor profile names a region.
  } finally {
    client.destroy();
  }
}

export interface Regions {
  regions: string[];
  disabledRegions: string[];
}

/**
 * The account's enabled regions, after the person's choice. Where the account may not list them the chosen ones are taken
 * as they are; without a choice that is an error, because nothing tells where to look.
 */
export async function findRegions(ec2: (region: string) => EC2Client, homeRegion: string, settings: AwsSettings, signal: AbortSignal): Promise<Regions> {
  const chosen = settings.regions === null ? null : [...new Set(settings.regions)];
  const enabled = await listEnabled(ec2, homeRegion, chosen, signal);
  if (chosen === null) {
    if (enabled !== null) return { regions: enabled, disabledRegions: [] };
    throw new CloudVizError(
      "invalid-credentials",
      "These credentials may not list the account's regions. Allow ec2:DescribeRegions, or name the regions to look at.",
    );
  }
  if (enabled === null) return { regions: chosen, disabledRegions: [] };
  const usable = new Set(enabled);
  const regions = chosen.filter((region) => usable.has(region));
  if (regions.length > 0) return { regions, disabledRegions: chosen.filter((region) => !usable.has(region)) };
  throw new CloudVizError(
    "invalid-request",
    `None of the chosen regions (${chosen.join(", ")}) is enabled for this account. Enabled are: ${enabled.join(", ")}.`,
  );
}

/** null when listing is denied both at home and in the first chosen region: policies often allow only some regions. */
async function listEnabled(ec2: (region: string) => EC2Client, homeRegion: string, chosen: readonly string[] | null, signal: AbortSignal): Promise<string[] | null> {
  for (const region of new Set([homeRegion, chosen?.[0] ?? homeRegion])) {
    try {
      const { Regions = [] } = await ec2(region).send(new DescribeRegionsCommand({}), { abortSignal: signal });
      return Regions.flatMap(({ RegionName }) => RegionName ?? []).sort();
    } catch (error) {
      if (!isDenied(error) && region === homeRegion) throw error;
    }
  }
  return null;
}
