const units = [
  { bytes: 1e6, unit: "megabyte" },
  { bytes: 1e3, unit: "kilobyte" },
  { bytes: 1, unit: "byte" },
] as const;

/** "1.4 MB", "380 kB" */
export function fileSize(bytes: number): string {
  const step = units.find((candidate) => bytes >= candidate.bytes) ?? units[2];
  const value = bytes / step.bytes;
  return value.toLocaleString("en", { style: "unit", unit: step.unit, unitDisplay: "short", maximumFractionDigits: value < 10 && step.bytes > 1 ? 1 : 0 });
}
