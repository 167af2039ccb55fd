import type { CallFailure, OpenedAccount, OpenedCollector } from "./provider";

/** An account whose inventory answers for all regions at once. */
export function wholeAccount(account: Pick<OpenedAccount, "id" | "kind" | "name" | "collectors">): OpenedAccount {
  return { ...account, regions: [], disabledRegions: [] };
}

type Unasked = Pick<OpenedCollector, "id" | "type" | "permissions">;

/** A collector of an account that is not to be seen: nobody is asked, `failure` is told, and what was seen there before stays. */
export function unaskedCollector({ id, type, permissions }: Unasked, failure: CallFailure): OpenedCollector {
  return { id, type, scope: "global", permissions, parts: [], collect: () => refuse(), explain: () => failure };
}

async function* refuse(): AsyncGenerator<never> {
  throw new Error("the account is not to be seen");
}
