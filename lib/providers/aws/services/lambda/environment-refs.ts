import type { Ref } from "../../../../core/resource/collected";

const arnPattern = /arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12})?:[A-Za-z0-9_./:*-]+/g;
/** AWS's own endpoints only: a token is often dotted text too, and must not pass for a host. */
const hostPattern = /\b(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:amazonaws\.com(?:\.cn)?|on\.aws|cloudfront\.net)\b/gi;
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * What a function's environment points at. Values never leave this function: they are reduced to the ARNs and AWS host names
 * within them, or to a bucket's name where the variable says that it holds one. What matches nothing is dropped by `link`.
 */
export function environmentRefs(variables: Readonly<Record<string, string>>): Ref[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    const path = `Environment.Variables.${name}`;
    const ref = (target: string, targetType?: string): Ref => ({
      kind: "depends-on",
      target,
      path,
      certainty: "derived",
      ...(targetType === undefined ? {} : { targetType }),
    });
    const refs = [...(value.match(arnPattern) ?? []).map((arn) => ref(arn)), ...(value.match(hostPattern) ?? []).map((host) => ref(host.toLowerCase()))];
    if (refs.length === 0 && /BUCKET/i.test(name) && bucketName.test(value)) return [ref(value, "AWS::S3::Bucket")];
    return refs;
  });
}
