"use client";

import { useEffect, useState, type ComponentType } from "react";

/**
 * A component that is loaded when it is first drawn; until then `Waiting` stands in its place: `HeldKeys` for what takes the
 * keyboard. Not `lazy`: React draws what was waited for 300 ms after the fallback at the earliest, and keeps a failure for good.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>, Waiting?: ComponentType): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function OnDemand(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failure, setFailure] = useState<{ error: unknown } | null>(null);
    useEffect(() => {
      if (Loaded !== null) return;
      load().then(
        (component) => {
          loaded = component;
          setLoaded(() => component);
        },
        (error: unknown) => setFailure({ error }),
      );
    }, [Loaded]);
    if (failure !== null) throw failure.error;
    if (Loaded !== null) return <Loaded {...props} />;
    return Waiting === undefined ? null : <Waiting />;
  };
}
