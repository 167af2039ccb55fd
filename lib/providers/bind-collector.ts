import type { CollectedResource, Ref } from "../core/collected";
import type { CallFailure, Collector, CollectorContext, OpenedCollector } from "./provider";

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
  const { id, type, scope, permissions } = collector;
  const explain = (error: unknown): CallFailure => binding.explain(error, collector);
  async function* collect(region: string | null, signal: AbortSignal, onDegraded?: (failure: CallFailure) => void) {
    const context: CollectorContext<Session> = {
      session: binding.session,
      account: binding.account,
      region: region ?? binding.homeRegion,
      signal,
      degrade: (error) => onDegraded?.(explain(error)),
    };
    for await (const raw of collector.list(context)) yield toCollected(collector, raw, context, binding.provider);
  }
  return { id, type, scope, permissions, collect, explain };
}

/** One raw answer as the resource, aliases and refs that `link` understands. */
export function toCollected<Session, Raw>(
  collector: Collector<Session, Raw>,
  raw: Raw,
  context: CollectorContext<Session>,
  provider: string,
): CollectedResource {
  const draft = collector.toResource(raw, context);
  const region = collector.scope === "global" ? null : context.region;
  const resource = { account: context.account, region, ...draft, provider, type: collector.type, origin: { kind: "live", address: null, merged: [] } };
  const aliases = (collector.aliases?.(raw, context) ?? []).filter((alias): alias is string => Boolean(alias) && alias !== resource.id);
  const refs = (collector.refs?.(raw, context) ?? []).filter((ref): ref is Ref => typeof ref === "object" && ref !== null && ref.target !== "");
  return { kind: "resource", collector: collector.id, resource, aliases: [...new Set(aliases)], refs };
}
