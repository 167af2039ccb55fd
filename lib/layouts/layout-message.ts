import type { ErrorCode } from "../core/error";
import type { JsonObject } from "../core/json";
import type { LayoutInput, Placement } from "../scene/layout-input";

/** Which layout, with the options a person or a diagram chose. */
export interface LayoutChoice {
  id: string;
  options: JsonObject;
}

export interface LayoutRequest {
  request: number;
  input: LayoutInput;
  choice: LayoutChoice;
}

export type LayoutResponse = { request: number; placement: Placement } | { request: number; error: { code: ErrorCode; message: string } };
