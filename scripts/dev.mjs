// `npm run dev`: as `npm start`, with Next's development server, which migrates on its start.
import { assertFree, readAddress } from "./address.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endWith, PhaseError, phases } from "./phase.mjs";
import { stopChildrenOnSignals, unlessStopping } from "./run.mjs";
import { serve } from "./serve.mjs";

const phase = phases();
let isServing = false;
stopChildrenOnSignals(() => isServing);

async function main() {
  const address = await readAddress();
  await assertFree(address);
  await phase("install", ensureInstalled);
  let server = null;
  await phase("serve", async () => {
    server = await serve("dev", address);
    return server.note;
  });
  isServing = true;
  console.log(`\nCloudViz (development) is ready at ${address.url}\nCtrl-C stops it.`);
  const { code, signal } = await server.child.exited;
  await unlessStopping();
  throw new PhaseError(`The server ended by itself (${signal ?? `exit code ${code}`}); its messages are above.`);
}

main().catch(endWith);
