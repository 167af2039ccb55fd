import { env } from "../../config/env";
import type { TargetRule } from "../../webhooks/check-target";

/** Where messages may go, by the settings. */
export function targetRule(): TargetRule {
  return { allowedCidrs: env().webhookAllowCidrs };
}
