import { z } from "zod";
import { connection } from "../connection";
import { jsonObject } from "../json";
import { page } from "./page";

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
