"use client";

import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { HeldKeys } from "../ui/held-keys";
import { onDemand } from "../ui/on-demand";

const RemoveDemo = onDemand(() => import("./remove-demo").then((module) => module.RemoveDemo), HeldKeys);

export function DemoBanner() {
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-hairline bg-info-ground py-2 ps-4 pe-2">
      <FlaskConical size={16} aria-hidden className="shrink-0 text-link" />
      <p className="flex-1"><strong className="font-semibold">Demo data.</strong> An invented estate in three clouds, to look around with.</p>
      <Button size="small" onClick={() => setAsking(true)}>Remove</Button>
      {asking && <RemoveDemo onClose={() => setAsking(false)} />}
    </div>
  );
}
