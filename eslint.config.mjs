import next from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

/** A rule that is switched off says why: `// eslint-disable-next-line rule -- the reason`. */
const reasonedDisable = {
  meta: { type: "problem", schema: [], messages: { reason: "Say why the rule is switched off: `eslint-disable… rule -- reason`." } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const isDirective = /^\s*eslint-disable/.test(comment.value);
          if (isDirective && !/\s--\s+\S/.test(comment.value)) context.report({ loc: comment.loc, messageId: "reason" });
        }
      },
    };
  },
};

const config = [
  {
    ignores: [
      "node_modules/",
      ".next/",
      ".cloudviz/",
      "lib/db/generated/",
      "next-env.d.ts",
      "test-results/",
      "playwright-report/",
      "coverage/",
      "public/",
      // What they import is installed only by `npm run bench:canvas`.
      "bench/canvas/subjects/cytoscape.ts",
      "bench/canvas/subjects/vis-network.ts",
    ],
  },
  ...next,
  ...nextTypescript,
  {
    plugins: { cloudviz: { rules: { "reasoned-disable": reasonedDisable } } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "cloudviz/reasoned-disable": "error",
      // What only matters to the React Compiler, which this app does not use.
      "react-hooks/incompatible-library": "off",
      "react-hooks/preserve-manual-memoization": "off",
      eqeqeq: ["error", "always"],
      "no-console": ["error", { allow: ["error", "warn"] }],
      "no-restricted-globals": ["error", "alert", "confirm", "prompt", "event"],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-expressions": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // What talks to a person in a terminal writes to it.
    files: ["scripts/**", "prisma/**", "cli/**", "bench/**", "tests/**", "e2e/**", "playwright.config.ts", "**/*.test.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.config.mjs"],
    rules: { "import/no-anonymous-default-export": "off" },
  },
  {
    // Playwright's fixtures call their argument `use`, which the React rule takes for a hook.
    files: ["e2e/**"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
];

export default config;
