/** The drawn symbols. One stroke glyph a kind of thing, never a vendor's logo. */
export const glyphIds = [
  "account", "alarm", "api", "bucket", "cache", "cdn", "certificate", "cluster", "container", "compute", "database", "disk",
  "dns", "endpoint", "event", "file-share", "firewall", "function", "gateway", "group", "identity", "image", "internet",
  "interface", "ip", "key", "load-balancer", "log", "ml", "monitor", "network", "nosql", "outside", "peering", "policy",
  "queue", "region", "registry", "route", "scaling", "search", "secret", "snapshot", "stream", "subnet", "target", "topic",
  "unknown", "vpn", "warehouse", "workflow",
] as const;

export type GlyphId = (typeof glyphIds)[number];
