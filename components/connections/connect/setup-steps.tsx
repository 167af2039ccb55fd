import { useProviders } from "../../data/queries";
import { CopyButton } from "../../ui/copy-button";

/** What to do once in the cloud: the policy where it has one, and the commands. */
export function SetupSteps({ provider, mode }: { provider: string; mode: string }) {
  const { data: providers } = useProviders();
  const choice = providers?.find(({ id }) => id === provider);
  if (choice === undefined) return null;
  const steps = choice.setup.filter((step) => step.mode === null || step.mode === mode);
  const policy = choice.policy === null ? null : JSON.stringify(choice.policy, null, 2);
  return (
    <details className="rounded-card border border-hairline">
      <summary className="rounded-card px-3 py-2 font-medium">What to set up first</summary>
      <div className="flex flex-col gap-4 border-t border-hairline p-3">
        {policy !== null && (
          <div>
            <p className="mb-1 flex items-center gap-2 text-sm font-medium"><span className="min-w-0 flex-1">The read-only policy it needs, kept as cloudviz-policy.json</span> <CopyButton text={policy} label="Copy the policy" /></p>
            <pre tabIndex={0} aria-label="Policy" className="max-h-40 overflow-auto rounded-chip bg-frame p-3 font-mono text-xs">{policy}</pre>
          </div>
        )}
        <ol className="flex flex-col gap-3">
          {steps.map(({ title, command }, index) => (
            <li key={title}>
              <p className="mb-1 flex items-center gap-2 text-sm font-medium"><span className="min-w-0 flex-1">{title}</span> <CopyButton text={command} label="Copy the command" /></p>
              <pre tabIndex={0} aria-label={`Command ${index + 1}`} className="overflow-x-auto rounded-chip bg-frame p-3 font-mono text-xs">{command}</pre>
            </li>
          ))}
        </ol>
        <p className="text-sm text-muted">What stands in &lt;angle brackets&gt; is yours to fill in.</p>
      </div>
    </details>
  );
}
