import { afterAll } from "vitest";
import { loadRoutes } from "../../app/api/v1/routes";
import { closeDatabase } from "../../lib/db/database";
import { emptyDatabaseOfOwn } from "../../lib/db/test-data-directory";
import { callRoute, type Call } from "./call-route";

export interface TestServer {
  /** It goes at the end of the run. */
  dataDir: string;
  /** Calls a route by its path as the API's description has it: `/api/v1/jobs/{id}`. */
  call(pathname: string, options?: Call): Promise<Response>;
}

/**
 * For a whole test file: the API on an empty embedded database, with these settings beside. What the file ends in an
 * `afterAll` of its own, such as the queue, ends before the database does.
 */
export async function withServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await emptyDatabaseOfOwn();
  Object.assign(process.env, { CLOUDVIZ_DATA_DIR: dataDir, LOG_LEVEL: "silent", ...settings });
  // Of whoever runs the tests: requests come to the usual port, from the usual host.
  delete process.env.PORT;
  delete process.env.CLOUDVIZ_ALLOWED_HOSTS;
  afterAll(closeDatabase);
  return {
    dataDir,
    async call(pathname, options) {
      const verbs = (await loadRoutes())[pathname];
      if (verbs === undefined) throw new Error(`no route ${pathname}`);
      return callRoute(verbs, options);
    },
  };
}
