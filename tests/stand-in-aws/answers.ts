import type { Operation } from "../aws/proxy-operation";
import type { Thing } from "./estate";

interface Account {
  id: string;
  regions: readonly string[];
  things: readonly Thing[];
}

/** What AWS answers of the account's things in a region; whatever is asked besides is empty. */
export function answerOf({ action, protocol }: Operation, account: Account, region: string): string {
  const name = action.split(":")[1] ?? "";
  if (protocol === "lambda") return JSON.stringify({ Functions: [], EventSourceMappings: [] });
  if (protocol === "s3") return "<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>";
  if (protocol === "ec2") return `<${name}Response>${describe(action, account, region)}</${name}Response>`;
  const result = action === "sts:GetCallerIdentity" ? `<Arn>arn:aws:iam::${account.id}:user/reader</Arn><UserId>A</UserId><Account>${account.id}</Account>` : "";
  return `<${name}Response><${name}Result>${result}</${name}Result></${name}Response>`;
}

function describe(action: string, { id: account, regions, things }: Account, region: string): string {
  const items = (kind: Thing["kind"], write: (thing: Thing) => string) => itemsOf(things.filter((thing) => thing.kind === kind && thing.region === region), write);
  const owner = `<ownerId>${account}</ownerId>`;
  switch (action) {
    case "ec2:DescribeRegions":
      return `<regionInfo>${itemsOf(regions, (name) => `<regionName>${name}</regionName><optInStatus>opt-in-not-required</optInStatus>`)}</regionInfo>`;
    case "ec2:DescribeVpcs":
      return `<vpcSet>${items("vpc", ({ id }) => `<vpcId>${id}</vpcId>${owner}<state>available</state>`)}</vpcSet>`;
    case "ec2:DescribeSubnets":
      return `<subnetSet>${items("subnet", ({ id, parent }) => `<subnetId>${id}</subnetId><vpcId>${parent ?? ""}</vpcId>${owner}<state>available</state>`)}</subnetSet>`;
    case "ec2:DescribeInstances": {
      const state = "<instanceState><code>16</code><name>running</name></instanceState>";
      const instances = items("instance", ({ id, parent }) => `<instanceId>${id}</instanceId>${state}<subnetId>${parent ?? ""}</subnetId>`);
      return `<reservationSet><item>${owner}<instancesSet>${instances}</instancesSet></item></reservationSet>`;
    }
    default:
      return "";
  }
}

function itemsOf<Entry>(entries: readonly Entry[], write: (entry: Entry) => string): string {
  return entries.map((entry) => `<item>${write(entry)}</item>`).join("");
}
