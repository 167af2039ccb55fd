import type { Settings } from "../core/api/settings";
import { request } from "./request";

export function getSettings(signal?: AbortSignal): Promise<Settings> {
  return request<Settings>("settings", { signal });
}
