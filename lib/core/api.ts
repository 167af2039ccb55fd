import { z } from "zod";
import { category } from "./category";
import { connection } from "./connection";
import { coverage } from "./coverage";
import { diagramSummary, grouping, overlay } from "./diagram";
import { edge, edgeKind } from "./edge";
import { job, jobCell, jobStatus, listedJob } from "./job";
import { jsonObject } from "./json";
import type { JsonObject } from "./json";
import { resource } from "./resource";
import { schedule } from "./schedule";
import { viewQuery } from "./view";
import { webhook, webhookDelivery, webhookEvent } from "./webhook";

/** What the HTTP API is asked and what it answers: shared by the server, the browser and the command line. */

const count = z.number().int().nonnegative();
/** A filter in the one grammar of canvas, table, API and command line; empty = everything. */
export const filterText = z.string().max(2000);
const moment = z.iso.datetime();

export const page = z.object({
  nextCursor: z.string().nullable(),
  hasMore: z.boolean(),
  /** Only with `count=true`. */
  total: count.optional(),
});
export type Page = z.infer<typeof page>;

const pageLimits = { usual: 50, most: 500 };
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(pageLimits.most).default(pageLimits.usual),
  cursor: z.string().max(4000).optional(),
  count: z.stringbool().default(false),
});

// ---- resources and graph

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

export const graphQuery = z.object({
  filter: filterText.default(""),
  at: moment.optional(),
  /** `false`: only what matches, without the frames around it and the outside nodes it touches. */
  context: z.stringbool().default(true),
});
export type GraphQuery = z.infer<typeof graphQuery>;

/** What a filter shows: the resources it matches, the frames around them and the outside nodes they touch. */
export const graph = z.object({
  revision: count,
  at: moment.nullable(),
  resources: z.array(resource),
  /** Only edges whose both ends are among `resources`. */
  edges: z.array(edge),
  /** How many resources the filter itself matched, and how many there are without it. */
  matched: count,
  total: count,
});
export type Graph = z.infer<typeof graph>;

// ---- connections, discoveries, imports, jobs

export const connectionPage = z.object({ data: z.array(connection), page });

export const newConnection = z.strictObject({
  /** The provider's id, such as `aws`. */
  provider: z.string().min(1).max(50),
  name: z.string().trim().min(1).max(200).optional(),
  /** In the provider's own shape; sealed before it is stored, and never returned. */
  credentials: jsonObject,
  settings: jsonObject.default({}),
});
export type NewConnection = z.input<typeof newConnection>;

export const importQuery = z.object({ filename: z.string().min(1).max(500) });

export const importAnswer = z.object({ job, connection, notices: z.array(z.string()) });
export type ImportAnswer = z.infer<typeof importAnswer>;

export const jobPage = z.object({ data: z.array(listedJob), page });
export type JobPage = z.infer<typeof jobPage>;
/** `status`: one or several with commas between; `running` is everything that has not ended. Left out = all. */
export const listJobsQuery = pageQuery.omit({ count: true }).extend({
  status: z.string().max(100).transform((text) => text.split(",")).pipe(z.array(jobStatus)).optional(),
});
/** `wait`: answer when the job has ended or after so many seconds, whichever comes first. */
export const getJobQuery = z.object({ wait: z.coerce.number().int().min(0).max(60).default(0) });

/** `lastEventId`: what has happened up to this event is in the cells, so that a watcher may begin after it. */
export const jobCells = z.object({ data: z.array(jobCell), lastEventId: count });
export type JobCells = z.infer<typeof jobCells>;
/** `after`: the id of the last event that is known; Last-Event-ID goes before it. */
export const jobEventsQuery = z.object({ after: z.coerce.number().int().min(0).default(0) });

export const schedulePage = z.object({ data: z.array(schedule), page });

const cronText = z.string().trim().min(1).max(100);
const timezoneName = z.string().trim().min(1).max(60);
export const newSchedule = z.strictObject({ connectionId: z.string().min(1).max(50), cron: cronText, timezone: timezoneName.default("UTC"), enabled: z.boolean().default(true) });
export type NewSchedule = z.input<typeof newSchedule>;
export const schedulePatch = z.strictObject({ cron: cronText, timezone: timezoneName, enabled: z.boolean() }).partial();
export type SchedulePatch = z.infer<typeof schedulePatch>;

export const webhookPage = z.object({ data: z.array(webhook), page });
export const webhookDeliveryPage = z.object({ data: z.array(webhookDelivery), page });
export type WebhookDeliveryPage = z.infer<typeof webhookDeliveryPage>;

const webhookUrl = z.url({ protocol: /^https?$/, error: "has to be an address that begins with https://" }).max(2000);
const webhookDescription = z.string().trim().max(200);
const subscribedEvents = z.array(webhookEvent).min(1, "name at least one").max(20).transform((events) => [...new Set(events)]);
export const newWebhook = z.strictObject({
  url: webhookUrl,
  description: webhookDescription.default(""),
  events: subscribedEvents,
  enabled: z.boolean().default(true),
  /** `whsec_` and 24 to 64 bytes as base64. Left out, one is made. */
  secret: z.string().max(200).optional(),
});
export type NewWebhook = z.input<typeof newWebhook>;
export const webhookPatch = z.strictObject({ url: webhookUrl, description: webhookDescription, events: subscribedEvents, enabled: z.boolean() }).partial();
export type WebhookPatch = z.input<typeof webhookPatch>;

export const demoAnswer = z.object({ connections: z.array(connection), diagram: diagramSummary.nullable() });
export type DemoAnswer = z.infer<typeof demoAnswer>;

// ---- diagrams

export const diagramPage = z.object({ data: z.array(diagramSummary), page });

const diagramSource = z.strictObject({ filter: filterText.default(""), at: moment.nullable().default(null) });
const diagramLayout = z.strictObject({ id: z.string().min(1).max(50), options: jsonObject.default({}) });

/** A new diagram; what is left out gets its default. */
export const newDiagram = z.strictObject({
  title: z.string().trim().min(1).max(200),
  source: diagramSource.default({ filter: "", at: null }),
  grouping: grouping.optional(),
  layout: diagramLayout.optional(),
  theme: z.string().min(1).max(50).optional(),
  overlay: overlay.optional(),
});
export type NewDiagram = z.input<typeof newDiagram>;

/** What may be changed of a diagram. As a JSON merge patch (RFC 7396): what is left out stays, null removes. */
export const diagramContent = z.strictObject({
  title: z.string().trim().min(1).max(200),
  source: diagramSource,
  grouping,
  layout: diagramLayout,
  theme: z.string().min(1).max(50),
  overlay,
});
export type DiagramContent = z.infer<typeof diagramContent>;

/** Any part of a diagram's content; what comes of it is checked after merging. */
export const diagramPatch: z.ZodType<JsonObject> = jsonObject;

/** As the view that is shown, so that what one sees is what one exports. */
export const exportQuery = viewQuery.extend({
  format: z.string().min(1).max(50),
  layout: z.string().min(1).max(50).optional(),
  /** The layout's options as JSON; left out, the diagram's own when its layout is used. */
  layoutOptions: z.string().max(4000).transform(parseOptions).optional(),
  theme: z.string().min(1).max(50).optional(),
  /** Answer as a file to save instead of something to show. */
  download: z.stringbool().default(false),
});
export type ExportQuery = z.infer<typeof exportQuery>;

function parseOptions(text: string, context: z.RefinementCtx): JsonObject {
  try {
    const parsed = jsonObject.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Told below, as every text that is no JSON object.
  }
  context.addIssue({ code: "custom", message: "The options of a layout are one JSON object." });
  return z.NEVER;
}

// ---- tables and dashboard

export const choice = z.object({ id: z.string(), label: z.string() });
export type Choice = z.infer<typeof choice>;
export const choices = z.object({ data: z.array(choice) });

/** `options` is a JSON Schema of what the layout can be told; `labels` beside an enum are words for its values. */
export const layoutChoice = choice.extend({ options: jsonObject });
export type LayoutChoice = z.infer<typeof layoutChoice>;
export const layoutChoices = z.object({ data: z.array(layoutChoice) });

export const formatChoice = choice.extend({ mediaType: z.string(), extension: z.string() });
export type FormatChoice = z.infer<typeof formatChoice>;
export const formatChoices = z.object({ data: z.array(formatChoice) });

/** `credentials` and `settings` are JSON Schemas of what the provider wants to be told; `policy` is the access that it needs. */
export const providerChoice = choice.extend({ credentials: jsonObject, settings: jsonObject, policy: jsonObject.nullable() });
export type ProviderChoice = z.infer<typeof providerChoice>;
export const providerChoices = z.object({ data: z.array(providerChoice) });

const counted = z.array(z.object({ id: z.string(), label: z.string(), count }));

/** The dashboard. Outside nodes are counted apart; every list is sorted by count, downwards. */
export const summary = z.object({
  revision: count,
  resources: count,
  edges: count,
  outside: count,
  accounts: count,
  byProvider: counted,
  byCategory: counted,
  byType: counted,
  byRegion: counted,
  connections: z.array(connection),
  jobs: z.array(listedJob),
  diagrams: z.array(diagramSummary),
  /** What the last discovery of each connection could not see. */
  unseen: z.array(z.object({ connectionId: z.string(), jobId: z.string(), coverage })),
  hasDemo: z.boolean(),
});
export type Summary = z.infer<typeof summary>;

/** How this server is set up, without anything secret. */
export const settings = z.object({
  database: z.enum(["embedded", "postgresql"]),
  backgroundWork: z.object({
    /** `embedded`: this server runs it itself. */
    kind: z.enum(["embedded", "inngest"]),
    /** Inngest's; null when it is embedded. */
    address: z.string().nullable(),
  }),
});
export type Settings = z.infer<typeof settings>;

export const readiness = z.object({ status: z.literal("ok"), backgroundWork: settings.shape.backgroundWork.shape.kind });
export type Readiness = z.infer<typeof readiness>;

// ---- errors

/** RFC 9457. `code` is stable for programs, `detail` is told to people. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  requestId: z.string(),
  /** `at` and `length` (UTF-16 units from 0) where a part of a text that was sent is meant, such as of a filter. */
  errors: z.array(z.object({ pointer: z.string(), detail: z.string(), at: count.optional(), length: count.optional() })),
});
export type Problem = z.infer<typeof problem>;
