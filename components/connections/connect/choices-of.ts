import type { AccessCheck, CheckedAccount } from "@/lib/core/api/connections";
import type { ConnectForm } from "./connect-form";

export interface Choice {
  id: string;
  name: string;
  /** null for a region. */
  account: CheckedAccount | null;
}

/** What can be looked at or not, among what was found. One alone is no choice. */
export function choicesOf({ chooses }: Pick<ConnectForm, "chooses">, { accounts }: AccessCheck): Choice[] {
  const choices =
    chooses === "region"
      ? [...new Set(accounts.flatMap(({ regions }) => regions))].map((region) => ({ id: region, name: region, account: null }))
      : accounts.filter(({ kind }) => kind === chooses).map((account) => ({ id: account.id, name: account.name, account }));
  return choices.length > 1 ? choices : [];
}

/** Those that are called so, or have such an id. */
export function matching(choices: readonly Choice[], text: string): Choice[] {
  const wanted = text.trim().toLowerCase();
  return choices.filter(({ id, name }) => id.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted));
}
