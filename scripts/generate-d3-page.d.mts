export function d3Page(): Promise<string>;
