export interface Aim {
  aim: string;
  value: number;
  unit: "ms" | "MB";
  most: number;
}

/** A figure that is promised: one line on standard output, read by scripts/bench-jobs.mjs. */
export function reportAim(aim: string, { value, unit, most }: Omit<Aim, "aim">): void {
  console.log(JSON.stringify({ aim, value: Math.round(value * 100) / 100, unit, most }));
}
