/** Whether a call did not see what it should have: not what was cancelled, nor what the account has not enabled. */
export function isProblem<Row extends { status: string }>(row: Row): row is Row & { status: "denied" | "failed" } {
  return row.status === "denied" || row.status === "failed";
}
