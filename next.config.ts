import type { NextConfig } from "next";
import { configFile, configSpecifier } from "./scripts/config-file.mjs";

const extensions = configFile();

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  ...(extensions === null ? {} : { turbopack: { resolveAlias: { [configSpecifier]: extensions } } }),
  rewrites: () => Promise.resolve({ beforeFiles: [{ source: "/s/:token([^/]+).:ending(svg|png|mmd|json)", destination: "/s/:token/file/:ending" }], afterFiles: [], fallback: [] }),
  // Of the development server: a token in its log would open the link.
  logging: { incomingRequests: { ignore: [/^\/(s|embed|api\/v1\/shared)\//] } },
  // `npm test` checks the types of everything; the build is what a person waits for at the first start.
  typescript: { ignoreBuildErrors: true },
  // What the next build would begin with: a quarter of the build's time, and 490 MB. On a clone that is thrown away there is none.
  experimental: {
    turbopackFileSystemCacheForBuild: process.env.CI !== "true",
    // Few large pieces, in bytes of source: pages of three kinds (rail, print, links) otherwise cut what they share so small that
    // a first page takes 2 % more bytes of gzip.
    turbopackChunking: { minChunkSize: 400_000, requestCost: 1_000_000 },
  },
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
    "@resvg/resvg-js",
    "@viz-js/viz",
    "elkjs",
    "fontkit",
    "inngest",
    "pg",
    "pglite-prisma-adapter",
    "pino",
  ],
};

export default config;
