import { useImporters } from "../data/queries";
import { CommandToCopy } from "../ui/command-to-copy";

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
            <CommandToCopy title={label} label={label} copyLabel={`Copy the command for: ${label}`} text={command} />
          </li>
        ))}
      </ul>
    </details>
  );
}
