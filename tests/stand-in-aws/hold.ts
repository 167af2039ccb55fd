import type { Call } from "./account";

export interface Hold {
  /** Returns when at least so many calls wait here. */
  arrived(count?: number): Promise<Call[]>;
}

export interface OpenHold extends Hold {
  /** Returns when it is released. */
  take(call: Call): Promise<void>;
  release(): void;
}

export function openHold(): OpenHold {
  const waiting: Call[] = [];
  const watchers = new Set<() => void>();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return {
    release,
    take(call) {
      waiting.push(call);
      for (const watch of watchers) watch();
      return released;
    },
    arrived: (count = 1) =>
      new Promise((resolve) => {
        const watch = () => {
          if (waiting.length < count) return;
          watchers.delete(watch);
          resolve([...waiting]);
        };
        watchers.add(watch);
        watch();
      }),
  };
}
