import { Inngest } from "inngest";
import { sdkLogger } from "./sdk-logger";

interface InngestLink {
  baseUrl: string;
  eventKey: string;
  signingKey: string;
  /** In place of the network. */
  fetch?: typeof fetch;
}

/** CloudViz as it is known to whoever runs its functions. */
export function inngestClient(link: InngestLink): Inngest {
  return new Inngest({ id: "cloudviz", isDev: false, logger: sdkLogger, ...link });
}
