import { z } from "zod";
import { category } from "../resource/category";
import { connection } from "../connection";
import { coverage } from "../resource/coverage";
import { edge, edgeKind } from "../resource/edge";
import { resource } from "../resource/resource";
import { page, pageQuery } from "./page";
import { count, filterText, moment } from "./parts";

export const listResourcesQuery = pageQuery.extend({
  filter: filterText.default(""),
  at: moment.optional(),
  /** Comma-separated fields, `-` before a field sorts downwards. */
  sort: z.string().max(200).default("name"),
  /** Comma-separated fields to answer, besides `key`. Empty = every field of the resource. */
  fields: z.string().max(500).default(""),
});
export type ListResourcesQuery = z.infer<typeof listResourcesQuery>;

/** How many relations it has with others, nesting not counted. Only when `fields` names it. */
const relationCount = count;

/** A resource in a list: all of it, or the fields that were asked for. */
export const listedResource = resource.partial().extend({ key: resource.shape.key, relationCount: relationCount.optional() });
export type ListedResource = z.infer<typeof listedResource>;
export const resourceFields = Object.keys(listedResource.shape) as (keyof ListedResource)[];

export const listedResourcePage = z.object({ data: z.array(listedResource), page });
export type ListedResourcePage = z.infer<typeof listedResourcePage>;

/** A page of whole resources: what is answered when no fields are named. */
export const resourcePage = z.object({ data: z.array(resource), page });
export type ResourcePage = z.infer<typeof resourcePage>;

/** What a table shows of a resource: no properties, which can be hundreds of KB each. 500 rows are 21 KB gzipped. */
export const resourceRow = resource
  .pick({ key: true, id: true, name: true, type: true, provider: true, account: true, region: true, zone: true, group: true, state: true, tags: true, firstSeenAt: true })
  .extend({ relationCount });
export type ResourceRow = z.infer<typeof resourceRow>;
export const resourceRowPage = z.object({ data: z.array(resourceRow), page });
export type ResourceRowPage = z.infer<typeof resourceRowPage>;

/** The other end of a relation, enough to name it and to link to it. */
export const resourceSummary = z.object({
  key: z.string(),
  id: z.string(),
  name: z.string(),
  type: z.string(),
  category,
  provider: z.string(),
  isOutside: z.boolean(),
});
export type ResourceSummary = z.infer<typeof resourceSummary>;

/** `out`: the resource that was asked for is the edge's `from`; `in`: it is the edge's `to`. */
const relationDirection = z.enum(["out", "in"]);
export type RelationDirection = z.infer<typeof relationDirection>;

export const relation = z.object({ direction: relationDirection, edge, other: resourceSummary });
export type Relation = z.infer<typeof relation>;

export const relationPage = z.object({ data: z.array(relation), page });
export type RelationPage = z.infer<typeof relationPage>;

export const listRelationsQuery = pageQuery.extend({ kind: edgeKind.optional(), direction: relationDirection.optional() });
export type ListRelationsQuery = z.infer<typeof listRelationsQuery>;

/** The first relations of one kind and direction; the others are asked for as pages. */
export const relationGroup = z.object({ kind: edgeKind, direction: relationDirection, ...relationPage.shape });
export type RelationGroup = z.infer<typeof relationGroup>;

export const resourceDetail = z.object({
  resource,
  parent: resourceSummary.nullable(),
  /** What flows first, the nesting last; only kinds of which there are any. */
  relations: z.array(relationGroup),
  /** The connections that see it now. */
  sources: z.array(z.object({ id: z.string(), name: z.string(), kind: connection.shape.kind })),
  /** What could not be seen in its account and region: relations may be missing because of it. */
  unseen: z.array(coverage),
});
export type ResourceDetail = z.infer<typeof resourceDetail>;
