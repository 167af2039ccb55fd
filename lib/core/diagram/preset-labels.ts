/** What a diagram can leave out to tell one thing well; `lib/graph/presets.ts` says what that is. */
export const presetLabels = { overview: "Overview", network: "Network", security: "Security", data: "Data" } as const;
