// A process of its own for the tests of the embedded database: opens the data directory it is given, says so, and with
// "write" publishes one inventory after another until it is killed, printing each number once it is stored.
import { aConnection, anEdge, aResource, publish } from "../inventory/test-inventory";
import { closeDatabase, openDatabase } from "../database";

const [dataDir = "", task] = process.argv.slice(2);

async function write(): Promise<void> {
  const connection = await aConnection();
  for (let version = 1; ; version++) {
    const resources = Array.from({ length: 300 }, (_, index) => aResource(`r${index}`, { name: `v${version}` }));
    await publish(connection, { resources, edges: resources.slice(1).map(({ id }) => anEdge(`r0`, id)) });
    process.stdout.write(`${version}\n`);
  }
}

async function main(): Promise<void> {
  try {
    await openDatabase({ databaseUrl: null, dataDir });
  } catch (error) {
    process.stdout.write(`refused: ${error instanceof Error ? error.message : String(error)}\n`);
    return;
  }
  process.stdout.write("open\n");
  if (task === "write") await write();
  await new Promise((resolve) => process.stdin.once("data", resolve).resume());
  await closeDatabase();
  process.exit(0);
}

void main();
