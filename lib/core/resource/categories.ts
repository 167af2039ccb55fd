/** What resources are sorted into. The order is part of the wire format. Without zod, as every page of the browser needs it. */
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
