import type { Status } from "./view";

/** The clouds' words for the states of their resources, in lower case without separators. */
const words: Record<Exclude<Status, "unknown">, readonly string[]> = {
  ok: ["running", "available", "active", "inuse", "ready", "succeeded", "ok", "healthy", "enabled", "issued", "runnable", "online", "serving", "attached", "deployed", "created", "completed", "up", "poweredon"],
  stopped: ["stopped", "deallocated", "terminated", "suspended", "paused", "disabled", "inactive", "poweredoff", "offline", "hibernated", "stopping", "deallocating", "shuttingdown", "terminating", "suspending"],
  warning: ["pending", "updating", "modifying", "creating", "provisioning", "starting", "staging", "rebooting", "degraded", "impaired", "deleting", "maintenance", "backingup", "upgrading", "unknown", "insufficientdata", "repairing", "reconciling", "draining"],
  error: ["failed", "error", "unhealthy", "incompatible", "inaccessible", "expired", "revoked", "unavailable", "down", "storagefull", "restoreerror", "createfailed", "deletefailed", "updatefailed", "incompatibleparameters", "incompatiblenetwork", "incompatiblerestore"],
};

const byWord = new Map(Object.entries(words).flatMap(([status, spellings]) => spellings.map((word) => [word, status as Status] as const)));

/** How a resource does by the state its cloud gives it: "VM deallocated", "in-use" and "CREATE_FAILED" are all understood. */
export function statusOf(state: string | null): Status {
  if (state === null) return "unknown";
  const plain = state.toLowerCase().replace(/^(vm|powerstate|provisioningstate)[ /:]+/, "").replace(/[^a-z]/g, "");
  return byWord.get(plain) ?? "unknown";
}
