import type { Summary } from "../core/api";
import { request } from "./request";

export function getSummary(signal?: AbortSignal): Promise<Summary> {
  return request<Summary>("summary", { signal });
}
