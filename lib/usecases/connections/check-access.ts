import type { AccessCheck, AccessRequest } from "../../core/api/connections";
import { runBounded } from "../../discovery/run-bounded";
import { tryCollectors } from "../../discovery/try-collectors";
import { nameOf, openGiven } from "./open-given";

const connectTimeoutMs = 30_000;
/** A person waits for it; what there is no time for can be found out by the discovery. */
const trialsTimeoutMs = 20_000;
/** An account is several calls. Clouds count them by the second and by the minute. */
const atOnce = 4;

/** Connects, and looks once at each account with every collector. Nothing is stored. Throws what connecting throws. */
export async function checkAccess(request: AccessRequest, signal: AbortSignal): Promise<AccessCheck> {
  const { provider, opened } = await openGiven(request, AbortSignal.any([signal, AbortSignal.timeout(connectTimeoutMs)]));
  try {
    const until = AbortSignal.any([signal, AbortSignal.timeout(trialsTimeoutMs)]);
    const accounts = await runBounded(opened.accounts, atOnce, async (account) => ({
      id: account.id,
      kind: account.kind,
      name: account.name,
      regions: [...account.regions],
      trials: (await tryCollectors(account, until)).map(({ collector, failure }) => ({
        collector: collector.id,
        status: failure?.status ?? ("complete" as const),
        permission: failure?.permission ?? null,
        reason: failure?.reason ?? null,
        message: failure?.message ?? null,
      })),
    }));
    return { name: nameOf(provider, opened), accounts };
  } finally {
    opened.close();
  }
}
