import { z } from "zod";
import { categories } from "./categories";

export const category = z.enum(categories);
export type Category = z.infer<typeof category>;
