import type { Engine } from "../../lib/db/engine/engine";
import type { Handler } from "./protocol/call-function";
import type { FunctionConfig } from "./protocol/function-config";

/** What the executor's parts work with. */
export interface EngineContext {
  transaction: Engine["transaction"];
  functions: ReadonlyMap<string, FunctionConfig>;
  handler: Handler;
  signingKey: string;
  leaseMs: number;
  /** Until the next attempt after attempt number `attempt`, from 0, failed. */
  backoffMs: (attempt: number) => number;
}
