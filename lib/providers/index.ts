import type { Provider } from "./provider";

/** Every cloud that can be connected to, loaded when first asked for: no SDK is read before it is needed. */
export const providers = {
  aws: () => import("./aws").then((module) => module.aws),
  azure: () => import("./azure").then((module) => module.azure),
  gcp: () => import("./gcp").then((module) => module.gcp),
} as const satisfies Record<string, () => Promise<Provider>>;

export type ProviderId = keyof typeof providers;

export const providerIds = Object.keys(providers) as [ProviderId, ...ProviderId[]];
