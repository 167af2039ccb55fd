import path from "node:path";
import type { Command } from "commander";
import type { CommandContext } from "./main";

/** Work on the database that the settings name: DATABASE_URL, else the embedded one in CLOUDVIZ_DATA_DIR. */
export function addBackupCommands(program: Command, { base }: CommandContext): void {
  program
    .command("backup")
    .description("Writes the whole database to one file. The server must be stopped when the database is the embedded one.")
    .argument("<file>", "the file to write")
    .action(async (file: string) => {
      const { backupToFile } = await import("../lib/usecases/backup/database-file");
      const { rows, notice } = await backupToFile(path.resolve(base, file));
      console.error(`cloudviz: ${rows} rows written to ${file}. ${notice}`);
    });
  program
    .command("restore")
    .description("Fills the database from a backup. The server must be stopped when the database is the embedded one.")
    .argument("<file>", "the backup")
    .option("--force", "replace what the database holds", false)
    .action(async (file: string, { force }: { force: boolean }) => {
      const { restoreFromFile } = await import("../lib/usecases/backup/database-file");
      const { rows, createdAt, notice } = await restoreFromFile(path.resolve(base, file), { force });
      console.error(`cloudviz: ${rows} rows restored from the backup of ${createdAt}. ${notice}`);
    });
}
