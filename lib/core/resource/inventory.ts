import { z } from "zod";
import { coverage } from "./coverage";
import { edge } from "./edge";
import { resource } from "./resource";

/** Resources, their relationships and what could not be seen: the JSON format of exports and of the command line. */
export const inventory = z.object({ resources: z.array(resource), edges: z.array(edge), coverage: z.array(coverage) });
export type Inventory = z.infer<typeof inventory>;
