import type { z } from "zod";
import type { AccountKind } from "../core/account-kind";
import type { SetupStep } from "../core/setup-step";
import type { Found, Ref, ResourceDraft } from "../core/resource/collected";
import type { JsonObject } from "../core/json";

/** What a collector makes of one raw answer; account and region are those it looks at unless it says otherwise. */
export type CollectorDraft = Omit<ResourceDraft, "provider" | "type" | "account" | "region"> &
  Partial<Pick<ResourceDraft, "account" | "region">>;

/** Collectors write `raw.field && { … }`: what is no ref is left out. */
export type MaybeRef = Ref | null | undefined | false | "";

/** What a collector is given: an opened session, and for a regional one the region it looks at. */
export interface CollectorContext<Session> {
  session: Session;
  account: string;
  /** For a global service the region that answers for it. */
  region: string;
  signal: AbortSignal;
  /** Tells that a detail could not be read (the SDK's error): the resource is kept without it. `part` where it is one. */
  degrade(error: unknown, part?: string): void;
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
  /**
   * Details that are read by calls of their own and hold relationships. Each has its own coverage, as `<id>.<part>`: where it
   * is denied the resources are still known, and no relationship that it showed before is taken for gone.
   */
  parts?: readonly string[];
  list(context: CollectorContext<Session>): AsyncIterable<Raw>;
  toResource(raw: Raw, context: CollectorContext<Session>): CollectorDraft;
  aliases?(raw: Raw, context: CollectorContext<Session>): readonly (string | null | undefined)[];
  refs?(raw: Raw, context: CollectorContext<Session>): readonly MaybeRef[];
  /** By part. */
  partRefs?(raw: Raw, context: CollectorContext<Session>): Readonly<Record<string, readonly MaybeRef[]>>;
}

/** Why a call to a cloud failed, in words we own. */
export interface CallFailure {
  status: "denied" | "disabled" | "failed" | "cancelled";
  permission: string | null;
  reason: string;
  message: string;
}

/** An opened provider: credentials checked, accounts and regions known. */
export interface OpenedProvider {
  /** The provider's id. */
  provider: string;
  /** What was connected to, for a connection that nobody named: an account's number, a tenant, an organisation. */
  title: string;
  accounts: readonly OpenedAccount[];
  /** Gives back what the session holds (sockets, cached clients). Nothing may be collected afterwards. */
  close(): void;
}

/** What is looked at as one: an AWS account, an Azure subscription, a Google Cloud project; or what stands above them, such as a tenant. */
export interface OpenedAccount {
  id: string;
  kind: AccountKind;
  /** What people call it, which may be its id. */
  name: string;
  /** The regions that are enabled for the account, after the person's choice. */
  regions: readonly string[];
  /** Regions the person chose that the account has not enabled: told as coverage, not looked at. */
  disabledRegions: readonly string[];
  collectors: readonly OpenedCollector[];
}

/** `part` is the id among `parts`, or null for a detail without relationships. */
export type OnDegraded = (failure: CallFailure, part: string | null) => void;

/** A collector bound to its session. Yields in the cloud's own order; throws the SDK's error, which `explain` translates. */
export interface OpenedCollector {
  id: string;
  type: string;
  scope: "region" | "global";
  permissions: readonly [string, ...string[]];
  /** Ids under which relations are collected that have a coverage of their own. */
  parts: readonly string[];
  /** `region` is null for a global collector. `onDegraded` hears of details that could not be read. */
  collect(region: string | null, signal: AbortSignal, onDegraded?: OnDegraded): AsyncIterable<Found>;
  explain(error: unknown): CallFailure;
}

/** One cloud. `credentials` and `settings` parse what a person typed; connecting checks the credentials with a real call. */
export interface Provider<Credentials = unknown, Settings = unknown> {
  id: string;
  label: string;
  credentials: z.ZodType<Credentials>;
  settings: z.ZodType<Settings>;
  /** The least access that lets every collector see everything, in the provider's own policy language, for people to copy. */
  readOnlyPolicy?: () => JsonObject;
  /** What a person does once in the cloud, in this order, before they connect. */
  setup: readonly SetupStep[];
  connect(credentials: Credentials, settings: Settings, signal: AbortSignal): Promise<OpenedProvider>;
}
