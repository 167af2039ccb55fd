import { useImporters } from "../data/queries";
import { CopyButton } from "../ui/copy-button";

/** Every kind of file that can be imported, and what makes it. */
export function ImportableFiles() {
  const { data: importers } = useImporters();
  if (importers === undefined) return null;
  return (
    <details className="mt-4 rounded-card border border-hairline">
      <summary className="rounded-card px-3 py-2 font-medium">What can be imported, and how to make it</summary>
      <ul className="flex flex-col gap-3 border-t border-hairline p-3">
        {importers.map(({ id, label, command }) => (
          <li key={id}>
            <p className="mb-1 flex items-center gap-2 text-sm font-medium"><span className="min-w-0 flex-1">{label}</span> <CopyButton text={command} label={`Copy the command for: ${label}`} /></p>
            <pre tabIndex={0} aria-label={label} className="overflow-x-auto rounded-chip bg-frame p-2 font-mono text-xs">{command}</pre>
          </li>
        ))}
      </ul>
    </details>
  );
}
