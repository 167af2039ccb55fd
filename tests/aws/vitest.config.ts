import path from "node:path";
import { defineConfig } from "vitest/config";

// Needs moto, which scripts/test-aws.mjs has started; CLOUDVIZ_MOTO_URL says where.
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  resolve: { tsconfigPaths: true },
  test: {
    include: ["tests/aws/**/*.test.ts"],
    globalSetup: ["tests/aws/global-setup.ts", "lib/db/test-global-setup.ts"],
    // The tests read one estate and never change it, but moto answers one call at a time.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: {
      AWS_ACCESS_KEY_ID: "testing",
      AWS_SECRET_ACCESS_KEY: "testing",
      // Neither the machine's own account nor the address of an instance's credentials is to be asked.
      AWS_SESSION_TOKEN: "",
      AWS_PROFILE: "",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    },
  },
});
