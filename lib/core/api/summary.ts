import { z } from "zod";
import { connection } from "../connection";
import { coverage } from "../resource/coverage";
import { diagramSummary } from "../diagram/diagram";
import { listedJob } from "../job/job";
import { count } from "./parts";

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
