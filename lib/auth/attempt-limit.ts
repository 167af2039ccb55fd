import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { CloudVizError } from "../core/error";

const windowS = 15 * 60;
/** Wrong passwords in a quarter of an hour: of one address for one link, and of everybody for one link, since addresses can be changed. */
const mostOfAddress = 5;
const mostOfShare = 50;

interface Limits {
  byAddress: RateLimiterMemory;
  byShare: RateLimiterMemory;
}

// Routes are bundled one by one: only globalThis is shared.
const slot = Symbol.for("cloudviz.attempt-limits");
const shared = globalThis as typeof globalThis & { [slot]?: Limits };

function limits(): Limits {
  return (shared[slot] ??= {
    byAddress: new RateLimiterMemory({ keyPrefix: "address", points: mostOfAddress, duration: windowS }),
    byShare: new RateLimiterMemory({ keyPrefix: "share", points: mostOfShare, duration: windowS }),
  });
}

/**
 * Lets a password be tried, or throws `too-many-requests` with the time to wait. Counted before the password is looked at, so
 * that many at once are no way around; a right one is taken back. Kept in this process: a restart forgets.
 */
export async function limitAttempts(shareId: string, address: string, isRight: () => Promise<boolean>): Promise<boolean> {
  const { byAddress, byShare } = limits();
  const key = `${shareId} ${address}`;
  await consume(byAddress, key);
  await consume(byShare, shareId);
  const right = await isRight();
  if (right) await Promise.all([byAddress.delete(key), byShare.reward(shareId)]);
  return right;
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new CloudVizError("too-many-requests", `Too many wrong passwords. Try again in ${waiting(seconds)}.`, { retryAfterS: seconds });
  }
}

function waiting(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
