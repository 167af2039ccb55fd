import type { Verbs } from "@/lib/http/verbs";

/** Every path of the API, for its description. A test holds it against the folders. */
const routes = {
  "/api/v1/connections": () => import("./connections/route"),
  "/api/v1/connections/{id}": () => import("./connections/[id]/route"),
  "/api/v1/connections/check": () => import("./connections/check/route"),
  "/api/v1/connections/{id}/discoveries": () => import("./connections/[id]/discoveries/route"),
  "/api/v1/demo": () => import("./demo/route"),
  "/api/v1/diagrams": () => import("./diagrams/route"),
  "/api/v1/diagrams/{id}": () => import("./diagrams/[id]/route"),
  "/api/v1/diagrams/{id}/export": () => import("./diagrams/[id]/export/route"),
  "/api/v1/diagrams/{id}/view": () => import("./diagrams/[id]/view/route"),
  "/api/v1/diagrams/{id}/view/boxes": () => import("./diagrams/[id]/view/boxes/route"),
  "/api/v1/events": () => import("./events/route"),
  "/api/v1/facets": () => import("./facets/route"),
  "/api/v1/formats": () => import("./formats/route"),
  "/api/v1/graph": () => import("./graph/route"),
  "/api/v1/importers": () => import("./importers/route"),
  "/api/v1/imports": () => import("./imports/route"),
  "/api/v1/jobs": () => import("./jobs/route"),
  "/api/v1/jobs/{id}": () => import("./jobs/[id]/route"),
  "/api/v1/jobs/{id}/cancel": () => import("./jobs/[id]/cancel/route"),
  "/api/v1/jobs/{id}/cells": () => import("./jobs/[id]/cells/route"),
  "/api/v1/jobs/{id}/events": () => import("./jobs/[id]/events/route"),
  "/api/v1/jobs/{id}/retry": () => import("./jobs/[id]/retry/route"),
  "/api/v1/layouts": () => import("./layouts/route"),
  "/api/v1/openapi.json": () => import("./openapi.json/route"),
  "/api/v1/providers": () => import("./providers/route"),
  "/api/v1/resources": () => import("./resources/route"),
  "/api/v1/resources/{key}": () => import("./resources/[key]/route"),
  "/api/v1/resources/{key}/relations": () => import("./resources/[key]/relations/route"),
  "/api/v1/schedules": () => import("./schedules/route"),
  "/api/v1/schedules/{id}": () => import("./schedules/[id]/route"),
  "/api/v1/settings": () => import("./settings/route"),
  "/api/v1/summary": () => import("./summary/route"),
  "/api/v1/themes": () => import("./themes/route"),
  "/api/v1/webhooks": () => import("./webhooks/route"),
  "/api/v1/webhooks/{id}": () => import("./webhooks/[id]/route"),
  "/api/v1/webhooks/{id}/deliveries": () => import("./webhooks/[id]/deliveries/route"),
  "/api/v1/webhooks/{id}/deliveries/{deliveryId}": () => import("./webhooks/[id]/deliveries/[deliveryId]/route"),
  "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay": () => import("./webhooks/[id]/deliveries/[deliveryId]/replay/route"),
  "/api/v1/webhooks/{id}/rotate-secret": () => import("./webhooks/[id]/rotate-secret/route"),
  "/api/v1/webhooks/{id}/test": () => import("./webhooks/[id]/test/route"),
} as const satisfies Record<string, () => Promise<Verbs>>;

export async function loadRoutes(): Promise<Record<string, Verbs>> {
  const loaded = await Promise.all(Object.entries(routes).map(async ([path, load]): Promise<[string, Verbs]> => [path, await load()]));
  return Object.fromEntries(loaded);
}
