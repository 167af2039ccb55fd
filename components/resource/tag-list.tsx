import { CopyButton } from "../ui/copy-button";

export function TagList({ tags }: { tags: Readonly<Record<string, string>> }) {
  const entries = Object.entries(tags).sort(([one], [other]) => one.localeCompare(other));
  if (entries.length === 0) return <p className="p-4 text-muted">No tags.</p>;
  return (
    <dl className="flex flex-col p-2">
      {entries.map(([key, value]) => (
        <div key={key} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-2 rounded-chip px-2 py-1.5 hover:bg-hover">
          <dt className="break-words text-muted">{key}</dt>
          <dd className="break-words">{value === "" ? <span className="text-muted">(empty)</span> : value}</dd>
          <dd><CopyButton text={`${key}=${value}`} label={`Copy tag ${key}`} className="-my-0.5" /></dd>
        </div>
      ))}
    </dl>
  );
}
