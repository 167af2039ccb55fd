/** What a cloud's own address says of where the resource lives. Empty or null = it does not say. */
export interface AddressPlace {
  account: string;
  region: string | null;
}

/** Reads account and region out of an ARN, an ARM id or a GCP full resource name; null for any other text. */
export function readAddress(id: string): AddressPlace | null {
  if (id.startsWith("arn:")) {
    const [, , , region = "", account = ""] = id.split(":");
    // AWS's own policies name "aws" as their account.
    return { account: /^\d{12}$/.test(account) ? account : "", region: region === "" ? null : region };
  }
  const subscription = /^\/subscriptions\/([^/]+)/i.exec(id)?.[1];
  // Braces stand for a subscription that a template does not name.
  if (subscription !== undefined) return { account: subscription.startsWith("{") ? "" : subscription.toLowerCase(), region: null };
  const project = /^\/\/[^/]+\/(?:.*\/)?projects\/([^/]+)(?:.*\/(?:locations|regions)\/([^/]+))?/.exec(id);
  if (project) return { account: project[1] ?? "", region: project[2] ?? null };
  return null;
}
