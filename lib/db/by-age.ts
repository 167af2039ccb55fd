import type { Prisma } from "./generated/client";

export const oldestFirst = inOrder("asc");
export const newestFirst = inOrder("desc");

/** Ids settle the order of what was made in the same millisecond. */
function inOrder(order: Prisma.SortOrder) {
  return [{ createdAt: order }, { id: order }];
}

/** Where those lie that follow a row, the newest first. */
export function olderThan({ createdAt, id }: { createdAt: Date; id: string }) {
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
