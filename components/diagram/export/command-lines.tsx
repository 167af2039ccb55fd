import type { ExportWish } from "@/lib/api-client";
import { CommandToCopy } from "../../ui/command-to-copy";
import { exportCommands } from "./export-commands";

/** The same export without this page. `wish` is null when it is more than fits in a line. */
export function CommandLines({ diagramId, wish, filename }: { diagramId: string; wish: ExportWish | null; filename: string }) {
  const commands = wish === null ? null : exportCommands(diagramId, wish, filename, window.location.origin);
  return (
    <details className="rounded-card border border-hairline">
      <summary className="rounded-card px-3 py-2 font-medium">Command line and API</summary>
      <div className="flex flex-col gap-3 border-t border-hairline p-3">
        {commands === null ? (
          <p className="text-sm text-muted">So many selected resources do not fit in a line. A filter that means them does.</p>
        ) : (
          <>
            <div><CommandToCopy title="cloudviz" label="Command for cloudviz" copyLabel="Copy the command" text={commands.cloudviz} className="break-all whitespace-pre-wrap" /></div>
            <div><CommandToCopy title="cURL" label="Command for cURL" copyLabel="Copy the cURL command" text={commands.curl} className="break-all whitespace-pre-wrap" /></div>
          </>
        )}
      </div>
    </details>
  );
}
