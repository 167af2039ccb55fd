import { CloudVizError } from "../../core/error";
import { viewQuery, type ViewQuery } from "../../core/diagram/view";
import type { ShareView } from "../../core/share/share";
import { parseFilter } from "../../graph/filter";
import { checkLayout, checkTheme } from "../diagrams/check-diagram";

/** Refuses a view that could not be drawn. Throws `invalid-filter` or `invalid-request`. */
export async function checkShareView(view: ShareView): Promise<void> {
  toViewQuery(view);
  parseFilter(view.q);
  if (view.theme !== null) await checkTheme(view.theme, "/view/theme");
  if (view.layout !== null) await checkLayout(view.layout, "/view/layout/id", "/view/layout/options");
}

/** What the shared view asks of its diagram. Throws `invalid-request`. */
export function toViewQuery({ q, group, preset }: ShareView): ViewQuery {
  const parsed = viewQuery.safeParse({ q, ...(group === null ? {} : { group }), ...(preset === null ? {} : { preset }) });
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({ pointer: `/view/${issue.path.join("/")}`, detail: issue.message }));
  throw new CloudVizError("invalid-request", `The view of the link is not valid: ${details[0]?.detail ?? "it cannot be read"}`, { details });
}

export function checkExpiry(expiresAt: string | null | undefined): void {
  if (expiresAt === null || expiresAt === undefined || new Date(expiresAt) > new Date()) return;
  const detail = "lies in the past. Choose a later moment, or null for a link that does not expire.";
  throw new CloudVizError("invalid-request", `The moment at which the link expires ${detail}`, { details: [{ pointer: "/expiresAt", detail }] });
}
