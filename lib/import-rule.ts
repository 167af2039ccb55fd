/**
 * What may import what: nothing points up. `architecture.test.ts` holds every source file to it.
 * A folder stands for itself and everything below that has no row of its own; the longest row that fits counts.
 */
export interface FolderRule {
  /** Other rows whose files may be imported. `*` stands for one path segment, `**` for any number. */
  folders: readonly string[];
  /** Packages; a trailing `*` matches any ending. */
  packages?: readonly string[];
  /** Whether Node's own modules may be imported: always, never, or only in the files named here. */
  node?: boolean | readonly string[];
}

const react = ["react", "react/*", "react-dom", "react-dom/*", "next", "next/*", "lucide-react"];

export const importRule: Record<string, FolderRule> = {
  "lib/core": { folders: [], packages: ["zod"], node: ["lib/core/resource/resource-key.ts", "lib/core/ulid.ts"] },
  "lib/catalogue": { folders: ["lib/core"] },
  "lib/graph": { folders: ["lib/core", "lib/catalogue"] },
  "lib/pricing": { folders: ["lib/core"] },
  // What cloudviz.config.ts adds. The seams' tables take in its part; it knows their types, and checks against the tables.
  "lib/extensions": { folders: ["lib/core", "lib/scene", "lib/layouts", "lib/renderers", "lib/themes"], packages: ["zod", "cloudviz.config"] },
  "lib/themes": { folders: ["lib/core", "lib/catalogue", "lib/extensions"] },
  "lib/scene": { folders: ["lib/core", "lib/catalogue", "lib/graph", "lib/themes"] },
  // What a link does not tell is taken out before anything is drawn.
  "lib/redaction": { folders: ["lib/core", "lib/catalogue", "lib/graph", "lib/scene"] },
  // What is a secret, by mark, name and look: of all that clouds answer and files hold.
  "lib/secrets": { folders: ["lib/core"] },
  "lib/scenarios": { folders: ["lib/core", "lib/catalogue", "lib/graph"], node: ["lib/scenarios/shared-data.ts"] },
  "lib/providers": { folders: ["lib/core", "lib/catalogue", "lib/secrets", "lib/providers/*"], packages: ["zod"] },
  "lib/providers/*/model": { folders: ["lib/core", "lib/catalogue"], packages: ["zod"] },
  "lib/providers/aws": { folders: ["lib/core", "lib/catalogue", "lib/secrets", "lib/pricing", "lib/providers", "lib/providers/aws/model"], packages: ["zod", "@aws-sdk/*", "@smithy/*"], node: true },
  "lib/providers/azure": { folders: ["lib/core", "lib/catalogue", "lib/secrets", "lib/pricing", "lib/providers", "lib/providers/azure/model"], packages: ["zod", "@azure/*"], node: true },
  "lib/providers/gcp": { folders: ["lib/core", "lib/catalogue", "lib/secrets", "lib/pricing", "lib/providers", "lib/providers/gcp/model"], packages: ["zod", "@google-cloud/*", "google-auth-library"], node: true },
  "lib/providers/demo": { folders: ["lib/core", "lib/catalogue", "lib/pricing", "lib/providers", "lib/providers/*/model"], packages: ["zod"] },
  "lib/importers": { folders: ["lib/core", "lib/catalogue", "lib/secrets", "lib/providers/*/model"], packages: ["zod"], node: true },
  "lib/layouts": { folders: ["lib/core", "lib/catalogue", "lib/extensions", "lib/graph", "lib/scene", "lib/themes"], packages: ["zod", "elkjs", "elkjs/*", "d3-force"] },
  // What runs in the exported page: bundled into page.generated.ts.
  "lib/renderers/d3/page": { folders: ["lib/renderers"], packages: ["d3"] },
  "lib/renderers": {
    folders: ["lib/core", "lib/catalogue", "lib/extensions", "lib/graph", "lib/scene", "lib/themes"],
    packages: ["zod", "@resvg/resvg-js", "@viz-js/viz", "fontkit"],
    node: ["lib/renderers/fonts/font-files.ts", "lib/renderers/pdf/pdf-file.ts"],
  },
  "lib/compute": { folders: ["lib/core", "lib/scene", "lib/themes", "lib/layouts", "lib/renderers"], node: true },
  "lib/config": { folders: ["lib/core"], packages: ["zod"], node: true },
  "lib/cache": { folders: ["lib/core", "lib/config"], node: true },
  "lib/jobs": { folders: ["lib/core", "lib/config"], packages: ["zod", "croner"], node: true },
  // The graph's pure parts: what several connections saw is linked where it is stored.
  "lib/db": { folders: ["lib/core", "lib/catalogue", "lib/graph", "lib/config"], packages: ["zod", "@prisma/*", "pg", "@electric-sql/pglite", "@electric-sql/pglite/*", "pglite-prisma-adapter"], node: true },
  "lib/auth": { folders: ["lib/core", "lib/config", "lib/db", "lib/cache"], packages: ["zod", "rate-limiter-flexible"], node: true },
  "lib/webhooks": { folders: ["lib/core"], packages: ["ipaddr.js"], node: true },
  "lib/observability": { folders: ["lib/core", "lib/config", "lib/db", "lib/cache"], packages: ["pino"], node: true },
  "lib/discovery": { folders: ["lib/core", "lib/catalogue", "lib/graph", "lib/pricing", "lib/providers", "lib/importers"], packages: ["zod"] },
  "lib/usecases": {
    folders: [
      "lib/core", "lib/catalogue", "lib/extensions", "lib/graph", "lib/pricing", "lib/redaction", "lib/themes", "lib/scene", "lib/providers", "lib/providers/**", "lib/importers", "lib/layouts",
      "lib/renderers", "lib/compute", "lib/config", "lib/cache", "lib/jobs", "lib/db", "lib/auth", "lib/webhooks", "lib/observability", "lib/discovery",
    ],
    packages: ["zod"],
    node: true,
  },
  "lib/http": {
    folders: ["lib/core", "lib/config", "lib/cache", "lib/auth", "lib/observability", "lib/usecases"],
    packages: ["zod", "zod-openapi", "zod-openapi/*", "next", "next/*"],
    node: true,
  },
  inngest: { folders: ["lib/core", "lib/config", "lib/db", "lib/jobs", "lib/observability", "inngest/*"], packages: ["inngest", "inngest/*"], node: true },
  "inngest/engine": { folders: ["lib/core", "lib/config", "lib/db"], packages: ["zod", "canonicalize", "croner", "@marcbachmann/cel-js"], node: true },
  "inngest/functions": { folders: ["lib/core", "lib/discovery", "lib/usecases", "lib/observability", "inngest"], packages: ["inngest"], node: true },
  "lib/api-client": { folders: ["lib/core"], packages: ["zod"] },
  components: {
    folders: ["lib/core", "lib/catalogue", "lib/graph", "lib/scene", "lib/layouts", "lib/themes", "lib/api-client"],
    packages: [...react, "@base-ui/*", "@tanstack/*", "@xyflow/react", "@xyflow/react/*", "nuqs", "nuqs/*", "zod"],
  },
  app: {
    folders: ["lib/core", "lib/catalogue", "lib/config", "lib/http", "lib/usecases", "lib/observability", "lib/api-client", "components", "inngest", "inngest/functions"],
    packages: [...react, "geist/*", "nuqs", "nuqs/*", "@tanstack/*", "@xyflow/react/*", "inngest/next", "zod"],
    node: true,
  },
  // proxy.ts, instrumentation.ts
  ".": {
    folders: ["lib/core", "lib/config", "lib/http", "lib/usecases", "lib/observability", "inngest"],
    packages: ["next", "next/*", "zod"],
    node: true,
  },
  cli: { folders: ["lib/core", "lib/config", "lib/extensions", "lib/usecases", "lib/api-client"], packages: ["commander", "@next/env", "zod"], node: true },
};

/** Files of the tree that are no part of the product at run time: tests, benches, generators, tools' configuration. */
export const outsideTheRule: readonly RegExp[] = [
  /\.test\.tsx?$/,
  /(^|\/)__fixtures__\//,
  /(^|\/)(contract|fixture-suite|test-[^/]+)\.ts$/,
  /^(bench|e2e|examples|prisma|scripts|tests)\//,
  /^lib\/db\/generated\//,
  /^[\w.-]+\.config\.ts$/,
  /^next-env\.d\.ts$/,
  /^lib\/import-rule\.ts$/,
];

/** Where the process's environment may be read: everything else asks lib/config. AWS's own variables belong to its SDK. */
export const environmentReaders: readonly RegExp[] = [/^lib\/scenarios\/shared-data\.ts$/, /^lib\/config\//, /^lib\/providers\/aws\/session\.ts$/, /^instrumentation\.ts$/, /^cli\//, /^prisma\.config\.ts$/];
