import type { AwsContext } from "./collector";
import { errorCode, isSystemic } from "./errors";

/**
 * A detail of something that was listed already: null when there is none, undefined when it could not be seen, which is told
 * in the coverage and does not lose the resource. What stops every call (expired credentials, throttling, a cancelled run)
 * is thrown on. `part` is given where the detail holds relationships.
 */
export async function detail<Value>({ signal, degrade }: Pick<AwsContext, "signal" | "degrade">, call: () => Promise<Value>, part?: string): Promise<Value | null | undefined> {
  try {
    return await call();
  } catch (error) {
    if (signal.aborted || isSystemic(error)) throw error;
    if (/NotFound|NoSuch/.test(errorCode(error))) return null;
    degrade(error, part);
    return undefined;
  }
}

/** How many resources of one cell are asked for details at once: some APIs allow only about ten calls a second. */
const detailConcurrency = 8;

/** Adds details to what was listed, a few at a time and in order. */
export async function* withDetails<Item, Result>(items: readonly Item[], add: (item: Item) => Promise<Result>): AsyncGenerator<Result> {
  for (let start = 0; start < items.length; start += detailConcurrency) {
    yield* await Promise.all(items.slice(start, start + detailConcurrency).map(add));
  }
}
