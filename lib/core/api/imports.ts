import { z } from "zod";
import { connection } from "../connection";
import { job } from "../job/job";

export const importQuery = z.object({ filename: z.string().min(1).max(500) });

export const importAnswer = z.object({ job, connection, notices: z.array(z.string()) });
export type ImportAnswer = z.infer<typeof importAnswer>;
