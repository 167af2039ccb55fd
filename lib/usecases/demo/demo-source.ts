/** What makes the demo estate the same connection every time. */
export const demoSource = { kind: "demo", source: "demo", identity: "demo" } as const;
