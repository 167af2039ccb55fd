import { internet } from "../../../core/resource/collected";
import { accountTargets } from "./account-targets";

/** `serviceAccount:a@p.iam.gserviceaccount.com` → the e-mail. Everybody is the internet; people and Google's own agents are left out. */
export function memberTargets(member: string): string[] {
  if (member === "allUsers" || member === "allAuthenticatedUsers") return [internet];
  const email = /^(?:deleted:)?serviceAccount:([^?]+)/.exec(member)?.[1];
  return email === undefined ? [] : accountTargets(email);
}
