"use client";

import type { Settings } from "@/lib/core/api/settings";
import { useSettings } from "../data/queries";
import { Panel } from "../ui/panel";
import { ProblemNotice } from "../ui/problem-notice";

/** Who runs discoveries and deliveries. It is chosen by environment variables, so there is nothing to press. */
export function BackgroundWork() {
  const { data: settings, error, refetch } = useSettings();
  return (
    <Panel title="Background work">
      <div className="p-4">
        {settings !== undefined && <Mode {...settings} />}
        {settings === undefined && (error === null ? <p className="text-muted">…</p> : <ProblemNotice error={error} onRetry={() => void refetch()} />)}
      </div>
    </Panel>
  );
}

function Mode({ database, backgroundWork: { kind, address } }: Settings) {
  if (kind === "inngest") {
    return (
      <>
        <p>Runs on Inngest at <code className="font-mono text-sm">{address}</code>.</p>
        <p className="mt-0.5 text-sm text-muted">Inngest calls this server at /api/inngest. Runs and their steps can be seen in Inngest.</p>
      </>
    );
  }
  const where = database === "embedded" ? "the embedded database" : "PostgreSQL, together with other servers on the same database";
  return (
    <>
      <p>Runs in this server itself.</p>
      <p className="mt-0.5 text-sm text-muted">
        Its state is in {where}: after a restart it goes on where it was. For work on many machines set INNGEST_BASE_URL, INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY, and start anew.
      </p>
    </>
  );
}
