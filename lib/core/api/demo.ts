import { z } from "zod";
import { connection } from "../connection";
import { diagramSummary } from "../diagram/diagram";

export const demoAnswer = z.object({ connections: z.array(connection), diagram: diagramSummary.nullable() });
export type DemoAnswer = z.infer<typeof demoAnswer>;
