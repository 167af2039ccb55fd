import { z } from "zod";

export const categories = [
  "compute",
  "containers",
  "network",
  "storage",
  "database",
  "integration",
  "analytics",
  "security",
  "management",
  "other",
] as const;

export const category = z.enum(categories);
export type Category = z.infer<typeof category>;
