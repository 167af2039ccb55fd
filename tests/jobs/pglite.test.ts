import { emptyDatabaseOfOwn } from "../../lib/db/test-data-directory";
import { jobSuite } from "./job-suite";

jobSuite("the embedded executor on PGlite", async () => ({
  env: { CLOUDVIZ_DATA_DIR: await emptyDatabaseOfOwn() },
  isEmbedded: true,
  isShared: false,
  takeOverMs: 0,
}));
