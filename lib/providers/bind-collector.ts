import type { CollectedRelation, CollectedResource, Ref } from "../core/resource/collected";
import type { CallFailure, Collector, CollectorContext, MaybeRef, OnDegraded, OpenedCollector } from "./provider";

/** Keeps the types of `list` and `toResource` tied together where a collector is written. */
export function defineCollector<Session, Raw>(collector: Collector<Session, Raw>): Collector<Session, Raw> {
  return collector;
}

export interface Binding<Session> {
  provider: string;
  session: Session;
  account: string;
  /** The region that answers for global services. */
  homeRegion: string;
  explain(error: unknown, collector: Pick<OpenedCollector, "permissions">): CallFailure;
}

/** A collector with its session: what the discovery runs. */
export function bindCollector<Session>(collector: Collector<Session, unknown>, binding: Binding<Session>): OpenedCollector {
  const { id, type, scope, permissions, parts = [] } = collector;
  const explain = (error: unknown): CallFailure => binding.explain(error, collector);
  async function* collect(region: string | null, signal: AbortSignal, onDegraded?: OnDegraded) {
    const context: CollectorContext<Session> = {
      session: binding.session,
      account: binding.account,
      region: region ?? binding.homeRegion,
      signal,
      degrade: (error, part) => onDegraded?.(explain(error), part === undefined ? null : partId(id, part)),
    };
    for await (const raw of collector.list(context)) yield* toCollected(collector, raw, context, binding.provider);
  }
  return { id, type, scope, permissions, parts: parts.map((part) => partId(id, part)), collect, explain };
}

/** One raw answer as `link` understands it: the resource with its aliases and refs, and the relations of its parts. */
export function toCollected<Session, Raw>(
  collector: Collector<Session, Raw>,
  raw: Raw,
  context: CollectorContext<Session>,
  provider: string,
): [CollectedResource, ...CollectedRelation[]] {
  const draft = collector.toResource(raw, context);
  const region = collector.scope === "global" ? null : context.region;
  const resource = { account: context.account, region, ...draft, provider, type: collector.type, origin: { kind: "live", address: null, merged: [] } };
  const aliases = (collector.aliases?.(raw, context) ?? []).filter((alias): alias is string => Boolean(alias) && alias !== resource.id);
  const refs = (collector.refs?.(raw, context) ?? []).filter(isRef);
  const scope = { provider, account: resource.account, region: resource.region };
  const relations = Object.entries(collector.partRefs?.(raw, context) ?? {}).flatMap(([part, partRefs]) =>
    partRefs.filter(isRef).map((ref): CollectedRelation => ({ kind: "relation", collector: partId(collector.id, part), from: resource.id, ref, scope })),
  );
  return [{ kind: "resource", collector: collector.id, resource, aliases: [...new Set(aliases)], refs }, ...relations];
}

function isRef(ref: MaybeRef): ref is Ref {
  return typeof ref === "object" && ref !== null && ref.target !== "";
}

function partId(collector: string, part: string): string {
  return `${collector}.${part}`;
}
