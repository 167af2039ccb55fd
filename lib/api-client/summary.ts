import type { Summary } from "../core/api/summary";
import { request } from "./request";

export function getSummary(signal?: AbortSignal): Promise<Summary> {
  return request<Summary>("summary", { signal });
}
