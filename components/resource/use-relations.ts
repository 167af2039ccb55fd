"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listRelations } from "@/lib/api-client";
import type { Relation, RelationGroup } from "@/lib/core/api/resources";

const morePerPage = 200;

export interface ShownRelations {
  relations: readonly Relation[];
  isLoading: boolean;
  error: Error | null;
  /** Null when everything came. */
  showMore: (() => void) | null;
}

/** The relations of one kind and direction: the first came with the resource, the others page by page as they are asked for. */
export function useRelations(resourceKey: string, { kind, direction, data, page }: RelationGroup): ShownRelations {
  const [isWanted, setWanted] = useState(false);
  const first = page.nextCursor;
  const query = useInfiniteQuery({
    queryKey: ["resources", resourceKey, "relations", kind, direction, first],
    queryFn: ({ pageParam, signal }) => listRelations(resourceKey, { kind, direction, limit: morePerPage, cursor: pageParam }, signal),
    initialPageParam: first ?? "",
    getNextPageParam: ({ page: { nextCursor } }) => nextCursor,
    enabled: isWanted && first !== null,
    // It would ask for every page that was opened.
    refetchOnWindowFocus: false,
  });
  const hasMore = query.data === undefined ? first !== null : query.hasNextPage;
  return {
    relations: [...data, ...(query.data?.pages.flatMap((more) => more.data) ?? [])],
    isLoading: query.isFetching,
    error: query.error,
    showMore: hasMore ? () => (isWanted ? void query.fetchNextPage() : setWanted(true)) : null,
  };
}
