import type { ListRelationsQuery, ListResourcesQuery, RelationPage, ResourceDetail, ResourcePage, ResourceRow, ResourceRowPage } from "../core/api/resources";
import type { Facets, FacetsQuery } from "../core/resource/facets";
import { request } from "./request";

export function listResources(query: Partial<Omit<ListResourcesQuery, "fields">>, signal?: AbortSignal): Promise<ResourcePage> {
  return request<ResourcePage>("resources", { signal, query });
}

const rowColumns: Record<keyof ResourceRow, true> = {
  key: true, id: true, name: true, type: true, provider: true, account: true, region: true, zone: true, group: true, state: true, tags: true, firstSeenAt: true, relationCount: true,
};

/** The same list with only what a table shows. */
export function listResourceRows(query: Partial<Omit<ListResourcesQuery, "fields">>, signal?: AbortSignal): Promise<ResourceRowPage> {
  return request<ResourceRowPage>("resources", { signal, query: { ...query, fields: Object.keys(rowColumns).join(",") } });
}

export function getResource(key: string, signal?: AbortSignal): Promise<ResourceDetail> {
  return request<ResourceDetail>(`resources/${encodeURIComponent(key)}`, { signal });
}

/** What is related to a resource, page by page. */
export function listRelations(key: string, query: Partial<ListRelationsQuery>, signal?: AbortSignal): Promise<RelationPage> {
  return request<RelationPage>(`resources/${encodeURIComponent(key)}/relations`, { signal, query });
}

/** What the inventory can be filtered by. */
export function getFacets(query: FacetsQuery, signal?: AbortSignal): Promise<Facets> {
  return request<Facets>("facets", { signal, query });
}
