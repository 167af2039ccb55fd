import type { z } from "zod";
import type { CollectedResource, Ref, ResourceDraft } from "../core/collected";

/** What a collector is given: an opened session, and for a regional one the region it looks at. */
export interface CollectorContext<Session> {
  session: Session;
  account: string;
  region: string;
  signal: AbortSignal;
}

/**
 * One kind of resource of one service, declarative: the runner owns regions, concurrency, retries, catching and coverage.
 * `permissions` are the provider's own action names in call order; the first is blamed when a denial does not name one.
 */
export interface Collector<Session, Raw> {
  id: string;
  type: string;
  scope: "region" | "global";
  permissions: readonly [string, ...string[]];
  list(context: CollectorContext<Session>): AsyncIterable<Raw>;
  toResource(raw: Raw, context: CollectorContext<Session>): Omit<ResourceDraft, "provider" | "type" | "account" | "region"> & Partial<Pick<ResourceDraft, "region">>;
  aliases?(raw: Raw, context: CollectorContext<Session>): readonly (string | null | undefined)[];
  refs?(raw: Raw, context: CollectorContext<Session>): readonly (Ref | null | undefined | false | "")[];
}

/** Why a call to a cloud failed, in words we own. */
export interface CallFailure {
  status: "denied" | "disabled" | "failed" | "cancelled";
  permission: string | null;
  reason: string;
  message: string;
}

/** An opened provider: credentials checked, account and regions known. */
export interface OpenedProvider {
  account: string;
  /** The regions that are enabled for the account, after the person's choice. */
  regions: readonly string[];
  collectors: readonly OpenedCollector[];
}

/** A collector bound to its session. Yields in the cloud's own order; throws the SDK's error, which `explain` translates. */
export interface OpenedCollector {
  id: string;
  type: string;
  scope: "region" | "global";
  permissions: readonly [string, ...string[]];
  collect(region: string, signal: AbortSignal): AsyncIterable<CollectedResource>;
  explain(error: unknown): CallFailure;
}

/** One cloud. `credentials` and `settings` parse what a person typed; connecting checks the credentials with a real call. */
export interface Provider<Credentials = unknown, Settings = unknown> {
  id: string;
  label: string;
  credentials: z.ZodType<Credentials>;
  settings: z.ZodType<Settings>;
  connect(credentials: Credentials, settings: Settings, signal: AbortSignal): Promise<OpenedProvider>;
}
