import { awsArn } from "./model/arn";
import type { CollectorContext } from "../provider";
import type { AwsSession } from "./session";

export type AwsContext = CollectorContext<AwsSession>;

/** The ARN of an EC2 thing, for the calls that give none. `owner` is the account it belongs to: a shared subnet is another one's. */
export function ec2ArnIn({ session, region, account }: AwsContext, kind: string, id: string, owner: string | undefined): string {
  return awsArn({ partition: session.partition, service: "ec2", region, account: owner ?? account, resource: `${kind}/${id}` });
}
