import { signCall } from "../../inngest/engine/protocol/sign-call";
import { emptyDatabaseOfOwn } from "../../lib/db/test-data-directory";
import { jobSuite } from "./job-suite";

const { INNGEST_BASE_URL = "", INNGEST_EVENT_KEY = "", INNGEST_SIGNING_KEY = "", CLOUDVIZ_INNGEST_APP_PORT = "3399" } = process.env;

jobSuite("Inngest", async () => ({
  env: { CLOUDVIZ_DATA_DIR: await emptyDatabaseOfOwn(), INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY },
  // Inngest knows an app by its address: it is the same one in every run.
  port: Number(CLOUDVIZ_INNGEST_APP_PORT),
  isEmbedded: false,
  isShared: false,
  // As long as the server is told to wait: --retry-interval 20.
  takeOverMs: 20_000,
  introduce,
}));

/** Has the server tell Inngest of its functions, as `curl -X PUT` would if the server did not want to know who asks. */
async function introduce(url: string): Promise<void> {
  const body = { url: `${url}/api/inngest` };
  const headers = { "content-type": "application/json", "x-inngest-signature": signCall(body, INNGEST_SIGNING_KEY) };
  const response = await fetch(body.url, { method: "PUT", body: JSON.stringify(body), headers });
  if (!response.ok) throw new Error(`the functions could not be registered: ${response.status} ${await response.text()}`);
}
