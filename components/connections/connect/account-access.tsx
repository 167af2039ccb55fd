import { CircleCheck, TriangleAlert } from "lucide-react";
import { grantCommand } from "@/lib/catalogue/grant-command";
import type { AccountKind } from "@/lib/core/account-kind";
import type { CheckedAccount } from "@/lib/core/api/connections";
import { counted } from "../../data/words";
import { isProblem } from "../../jobs/is-problem";
import { Badge } from "../../ui/badge";
import { CopyButton } from "../../ui/copy-button";

const kindWords: Record<AccountKind, string> = { account: "Account", subscription: "Subscription", project: "Project", tenant: "Tenant", folder: "Folder", organization: "Organisation" };

/** One account and what came of looking at it once. */
export function AccountAccess({ provider, account: { id, kind, name, trials } }: { provider: string; account: CheckedAccount }) {
  const problems = trials.filter(isProblem);
  const untried = trials.filter(({ status }) => status === "cancelled").length;
  const command = problems.some(({ status }) => status === "denied") ? grantCommand(provider, id) : null;
  return (
    <div className="rounded-card border border-hairline px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1">
          <p className="font-medium break-words [unicode-bidi:isolate]">{name}</p>
          <p className="text-xs text-muted">{kindWords[kind]}{name !== id && <> <code className="font-mono break-all">{id}</code></>}</p>
        </div>
        {problems.length > 0 ? (
          <Badge tone="warn"><TriangleAlert size={12} aria-hidden /> {problems.length === trials.length ? "Not seen" : `${problems.length} of ${trials.length} not seen`}</Badge>
        ) : untried === trials.length ? (
          <Badge>Not tried</Badge>
        ) : (
          <Badge tone="ok"><CircleCheck size={12} aria-hidden /> {untried > 0 ? `${counted(trials.length - untried, "kind")} tried` : "Can be seen"}</Badge>
        )}
      </div>
      {problems.length > 0 && (
        <details className="mt-1 min-w-0">
          <summary className="rounded-chip text-sm text-muted">What is missing</summary>
          <ul className="mt-1 flex flex-col gap-1 text-sm">
            {problems.map(({ collector, permission, message }) => (
              <li key={collector} className="break-words">{permission === null ? collector : <code className="font-mono text-xs break-all">{permission}</code>}{message !== null && <span className="block text-muted">{message}</span>}</li>
            ))}
          </ul>
          {command !== null && (
            <div className="mt-2 flex items-start gap-2">
              <pre tabIndex={0} aria-label="Command that grants it" className="min-w-0 flex-1 overflow-x-auto rounded-chip bg-frame p-2 font-mono text-xs">{command}</pre>
              <CopyButton text={command} label="Copy the command that grants it" />
            </div>
          )}
        </details>
      )}
    </div>
  );
}
