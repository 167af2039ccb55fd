import { lazy, Suspense, type ComponentType } from "react";

/**
 * A component that is loaded when it is first drawn; until then `Waiting` stands in its place. Without a boundary of its own,
 * what is still being loaded would hide the whole page, and a canvas on it would begin anew.
 * `next/dynamic` would be 1.8 kB more for the same.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>, Waiting?: ComponentType): ComponentType<Props> {
  const Loaded = lazy<ComponentType<Props>>(async () => ({ default: await load() }));
  return function OnDemand(props: Props) {
    return (
      <Suspense fallback={Waiting === undefined ? null : <Waiting />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
