import { useProviders } from "../../data/queries";
import { CommandToCopy } from "../../ui/command-to-copy";

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
            <CommandToCopy title="The read-only policy it needs, kept as cloudviz-policy.json" label="Policy" copyLabel="Copy the policy" text={policy} className="max-h-40" />
          </div>
        )}
        <ol className="flex flex-col gap-3">
          {steps.map(({ title, command }, index) => (
            <li key={title}>
              <CommandToCopy title={title} label={`Command ${index + 1}`} copyLabel="Copy the command" text={command} />
            </li>
          ))}
        </ol>
        <p className="text-sm text-muted">What stands in &lt;angle brackets&gt; is yours to fill in.</p>
      </div>
    </details>
  );
}
