import { lastSegment } from "./resource-name";

/** The e-mail of a service account, out of any of its spellings. Google's service agents are in every project and no part of what somebody built. */
export function accountTargets(value: string): string[] {
  const email = lastSegment(value);
  const isAgent = /^service-\d+@|@gcp-sa-|@cloudservices\.gserviceaccount\.com$|@[a-z0-9-]*(?:robot|system)[a-z0-9-]*\.iam\./.test(email);
  return isAgent || !email.includes("@") ? [] : [email];
}
