import { discover } from "../../lib/discovery/discover";
import { providerContract } from "../../lib/providers/contract";
import { motoUrl } from "./moto-url";
import { startProxy } from "./proxy";
import type { ProxyOptions } from "./proxy";
import { defaultInput } from "./take-inventory";

async function through<Result>(refuses: ProxyOptions["refuses"], work: () => Promise<Result>): Promise<Result> {
  await using proxy = await startProxy({ target: motoUrl(), ...(refuses === undefined ? {} : { refuses }) });
  process.env.AWS_ENDPOINT_URL = proxy.url;
  return await work();
}

const secret = "CANARY secret key";

providerContract({
  id: "aws",
  input: defaultInput,
  secret,
  discover,
  malformed: [
    { credentials: null, settings: {} },
    { credentials: { mode: "keys", accessKeyId: secret, secretAccessKey: secret }, settings: {} },
    { credentials: { mode: "keys", accessKeyId: "AKIAEXAMPLE", secretAccessKey: secret, password: secret }, settings: {} },
    { credentials: { mode: "default", assumeRole: { roleArn: secret } }, settings: {} },
    { credentials: { mode: "default" }, settings: { regions: [secret] } },
    { credentials: { mode: "default" }, settings: { regions: [] } },
  ],
  refusing: (what, work) => through((action) => (what === "everything" ? "expired" : action === what.permission ? "denied" : null), work),
  answering: (work) => through(undefined, work),
});
