/** Writes the whole database to a file and closes it. Returns what the person has to know. */
export async function backupToFile(file: string): Promise<{ rows: number; notice: string }> {
  const [{ backupDatabase }, { closeDatabase }] = await Promise.all([import("../../db/backup/backup"), import("../../db/database")]);
  try {
    const { counts, notice } = await backupDatabase(file);
    return { rows: sum(counts), notice };
  } finally {
    await closeDatabase();
  }
}

/** Fills the database from a backup and closes it. One that holds something is only replaced with `force`. */
export async function restoreFromFile(file: string, options: { force: boolean }): Promise<{ rows: number; createdAt: string; notice: string }> {
  const [{ restoreDatabase }, { closeDatabase }] = await Promise.all([import("../../db/backup/restore"), import("../../db/database")]);
  try {
    const { counts, createdAt, notice } = await restoreDatabase(file, options);
    return { rows: sum(counts), createdAt, notice };
  } finally {
    await closeDatabase();
  }
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
