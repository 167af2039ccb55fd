import { describe, expect, it } from "vitest";
import { openQuota, type Clock } from "./quota";

const signal = new AbortController().signal;

/** Time passes only while somebody waits. */
function testClock(): Clock & { waits: number[] } {
  let now = 1_000_000;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: async (ms, waiting) => {
      waiting.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
  };
}

function throttled(retryAfter?: string): Error {
  const response = { headers: new Headers(retryAfter === undefined ? {} : { "retry-after": retryAfter }) };
  return Object.assign(new Error("quota"), { code: 429, response });
}

describe("openQuota", () => {
  it("makes no more than 90 calls in any minute", async () => {
    const clock = testClock();
    const quota = openQuota(clock);
    const made: number[] = [];
    for (let call = 0; call < 300; call++) await quota.call(async () => made.push(clock.now()), signal);
    for (const start of made) expect(made.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(90);
    expect(clock.waits).toEqual([60_000, 60_000, 60_000]);
  });

  it("waits as long as Google says, else longer each time, and never more than a minute", async () => {
    const clock = testClock();
    const answers: (Error | string)[] = [throttled("7"), throttled(), throttled("86400"), throttled("Wed, 21 Oct 2026 07:28:00 GMT"), "there"];
    const give = async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    };
    expect(await openQuota(clock).call(give, signal)).toBe("there");
    expect(clock.waits).toEqual([7_000, 10_000, 60_000, 40_000]);
  });

  it("gives up after five tries with what Google said, and tries nothing else again", async () => {
    const clock = testClock();
    let calls = 0;
    const refuse = (error: Error) => async () => {
      calls++;
      throw error;
    };
    await expect(openQuota(clock).call(refuse(throttled()), signal)).rejects.toMatchObject({ code: 429 });
    expect([calls, clock.waits]).toEqual([5, [5_000, 10_000, 20_000, 40_000]]);
    await expect(openQuota(clock).call(refuse(Object.assign(new Error("denied"), { code: 403 })), signal)).rejects.toThrow("denied");
    expect(calls).toBe(6);
  });

  it("holds the session's other calls back as well", async () => {
    const clock = testClock();
    const quota = openQuota(clock);
    await expect(quota.call(() => Promise.reject(Object.assign(throttled("30"), { code: 8 })), signal)).rejects.toThrow("quota");
    expect(clock.waits).toEqual([30_000, 30_000, 30_000, 30_000]);
    expect(await quota.call(async () => clock.waits.length, signal)).toBe(5);
  });

  it("ends a wait when it is cancelled", async () => {
    const stop = new AbortController();
    const told = openQuota().call(() => {
      setImmediate(() => stop.abort());
      return Promise.reject(throttled("30"));
    }, stop.signal);
    await expect(told).rejects.toMatchObject({ name: "AbortError" });
  });
});
