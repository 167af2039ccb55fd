import { describe, expect, test } from "vitest";
import type { Collected } from "../core/resource/collected";
import type { Coverage } from "../core/resource/coverage";
import { CloudVizError } from "../core/error";
import { openProvider } from "./open-provider";
import type { ProviderInput } from "./open-provider";
import type { ProviderId } from "./index";
import type { OpenedProvider } from "./provider";

/** A provider with something that answers as its cloud does. */
export interface ProviderHarness {
  id: ProviderId;
  /** What the cloud accepts, and sees at least one resource with. */
  input: ProviderInput;
  /** What is not even shaped like credentials or settings; `secret` occurs in it. */
  malformed: readonly ProviderInput[];
  secret: string;
  /** Runs `work` while the cloud refuses the calls that need this permission, or every call when it does not know the caller. */
  refusing<Result>(what: { permission: string } | "everything", work: () => Promise<Result>): Promise<Result>;
  /** lib/discovery's, which lies above this folder. */
  discover(opened: OpenedProvider, options: { signal: AbortSignal }): Promise<{ items: Collected[]; coverage: Coverage[] }>;
  /** Runs `work` while the cloud answers everything. */
  answering<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** What every provider holds to, built-in or custom. */
export function providerContract(harness: ProviderHarness): void {
  const never = () => new AbortController().signal;
  const withOpened = async <Result>(work: (opened: OpenedProvider) => Promise<Result>): Promise<Result> => {
    const opened = await openProvider(harness.id, harness.input, never());
    return work(opened).finally(() => opened.close());
  };

  describe(`provider ${harness.id}`, () => {
    test.each(harness.malformed.map((input, index) => ({ index, input })))("refuses malformed details ($index) and repeats no secret", async ({ input }) => {
      const error = await openProvider(harness.id, input, never()).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(CloudVizError);
      expect(error).toMatchObject({ code: "invalid-request" });
      expect(JSON.stringify([(error as CloudVizError).message, (error as CloudVizError).details])).not.toContain(harness.secret);
    });

    test("tells bad credentials as such", async () => {
      const error = await harness.refusing("everything", () => openProvider(harness.id, harness.input, never()).catch((thrown: unknown) => thrown));
      expect(error).toMatchObject({ code: "invalid-credentials" });
    });

    test("stops connecting when it is told to", async () => {
      const error = await harness.answering(() => openProvider(harness.id, harness.input, AbortSignal.abort()).catch((thrown: unknown) => thrown));
      expect(error).toMatchObject({ code: "cancelled" });
    });

    test("names its collectors once each", () =>
      harness.answering(() =>
        withOpened(async ({ provider, title, accounts }) => {
          expect(provider).toBe(harness.id);
          expect(title).not.toBe("");
          expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length);
          for (const { collectors } of accounts) {
            const ids = collectors.flatMap(({ id, parts }) => [id, ...parts]);
            expect(new Set(ids).size).toBe(ids.length);
            for (const id of ids) expect(id.startsWith(`${harness.id}.`)).toBe(true);
          }
        }),
      ));

    test("gives every resource one id, and aliases that mean it", () =>
      harness.answering(() =>
        withOpened(async (opened) => {
          const { items, coverage } = await harness.discover(opened, { signal: never() });
          const found = items.flatMap((item) => (item.kind === "resource" ? [item] : []));
          expect(found.length).toBeGreaterThan(0);
          expect(new Set(found.map(({ resource }) => resource.id)).size).toBe(found.length);
          for (const { resource, aliases, refs } of found) {
            expect(resource).toMatchObject({ provider: harness.id, origin: { kind: "live" } });
            expect(resource.name).not.toBe("");
            expect(new Set(aliases).size).toBe(aliases.length);
            for (const alias of aliases) expect(alias).toMatch(/^\S.*$/s);
            expect(aliases).not.toContain(resource.id);
            for (const { target, path } of refs) expect(target !== "" && path !== "").toBe(true);
          }
          const known = new Set(opened.accounts.flatMap(({ collectors }) => collectors.flatMap(({ id, parts }) => [id, ...parts])));
          expect(coverage.every(({ collector, status }) => known.has(collector) && status === "complete")).toBe(true);
        }),
      ));

    test("tells a denial by its permission and goes on", async () => {
      const [first] = await harness.answering(() => withOpened(async ({ accounts }) => accounts.flatMap(({ collectors }) => collectors.map(({ id, permissions: [permission] }) => ({ id, permission })))));
      const permission = first?.permission ?? "";
      const coverage = await harness.refusing({ permission }, () => withOpened(async (opened) => (await harness.discover(opened, { signal: never() })).coverage));
      for (const row of coverage.filter(({ collector }) => collector === first?.id)) expect(row).toMatchObject({ status: "denied", permission, count: 0 });
      expect(coverage.some(({ status }) => status === "complete")).toBe(true);
    });
  });
}
