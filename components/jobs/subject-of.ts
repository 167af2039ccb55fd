import type { Connection } from "@/lib/core/connection";
import type { ListedJob } from "@/lib/core/job/job";

/** What a job is of, as people call it. `connections` undefined = not known yet. */
export function subjectOf({ connectionId, export: drawn }: ListedJob, connections: readonly Pick<Connection, "id" | "name">[] | undefined): string {
  if (drawn !== null) return `${drawn.format} of ${drawn.title}`;
  if (connectionId === null || connections === undefined) return "";
  return connections.find(({ id }) => id === connectionId)?.name ?? "(connection removed)";
}
