const providerLabels: Record<string, string> = { aws: "AWS", azure: "Azure", gcp: "Google Cloud" };

/** A provider as people call it; a plug-in's or Terraform's own name where the table has none. Apart from the types, which a page need not load for it. */
export function providerLabel(provider: string): string {
  return providerLabels[provider] ?? provider;
}
