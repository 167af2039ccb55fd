import type { Page } from "../core/api/page";
import { CloudVizError } from "../core/error";

/** A cursor is opaque to clients, so that what it holds may change. */
export function toCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}

export function fromCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (cause) {
    throw invalidCursor(cause);
  }
}

export function invalidCursor(cause?: unknown): CloudVizError {
  return new CloudVizError("invalid-request", "The cursor is not one of ours. Take page.nextCursor of the page before, or leave it out to begin again.", {
    details: [{ pointer: "cursor", detail: "is not valid" }],
    cause,
  });
}

/** A cursor that is the id of the last item of the page before. */
export function idCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = fromCursor(cursor);
  if (typeof id !== "string") throw invalidCursor();
  return id;
}

/** Makes a page of one item more than was asked for: the surplus tells that there is a next page. */
export function pageOf<Item extends { id: string }>(found: readonly Item[], limit: number, total?: number): { data: Item[]; page: Page } {
  const data = found.slice(0, limit);
  const hasMore = found.length > limit;
  const last = data.at(-1);
  return { data, page: { hasMore, nextCursor: hasMore && last !== undefined ? toCursor(last.id) : null, ...(total === undefined ? {} : { total }) } };
}
