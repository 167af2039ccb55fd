import type { NextConfig } from "next";
import { configSpecifier, namedConfigFromRoot } from "./scripts/config-file.mjs";

const configFile = namedConfigFromRoot();

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // tsconfig.json resolves the configuration where CLOUDVIZ_CONFIG does not name one. Turbopack wants paths from here.
  ...(configFile === null ? {} : { turbopack: { resolveAlias: { [configSpecifier]: configFile } } }),
  // `npm test` checks the types of everything; the build is what a person waits for at the first start.
  typescript: { ignoreBuildErrors: true },
  // Not needed to be right: bundling them doubles the build's time and memory.
  serverExternalPackages: [
    "@aws-sdk/client-ec2",
    "@aws-sdk/client-elastic-load-balancing-v2",
    "@aws-sdk/client-iam",
    "@aws-sdk/client-lambda",
    "@aws-sdk/client-rds",
    "@aws-sdk/client-s3",
    "@aws-sdk/client-sts",
    "@aws-sdk/credential-providers",
    "@electric-sql/pglite",
    "@prisma/adapter-pg",
    "elkjs",
    "pg",
    "pglite-prisma-adapter",
    "pino",
  ],
};

export default config;
