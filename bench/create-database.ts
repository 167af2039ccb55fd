// Run by openBenchDatabase in a process of its own: creating a cluster takes 400 MB that no later start takes.
import { closeDatabase, openDatabase } from "../lib/db/database";

await openDatabase();
await closeDatabase();
