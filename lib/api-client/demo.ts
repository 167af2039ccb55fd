import type { DemoAnswer } from "../core/api/demo";
import { request, requestNothing } from "./request";

/** Adds the demo estate (or answers it when it is there) and a diagram of it. */
export function addDemo(): Promise<DemoAnswer> {
  return request<DemoAnswer>("demo", { method: "POST" });
}

export function removeDemo(): Promise<void> {
  return requestNothing("demo", { method: "DELETE" });
}
