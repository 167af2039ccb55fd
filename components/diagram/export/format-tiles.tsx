import { Boxes, Braces, FileImage, FileSpreadsheet, FileText, FileType, Image, Orbit, PencilRuler, Waypoints, type LucideIcon } from "lucide-react";
import { useId } from "react";
import type { FormatChoice } from "@/lib/core/api/choices";

const icons: Readonly<Record<string, LucideIcon>> = { svg: FileImage, png: Image, pdf: FileType, mermaid: Waypoints, graphviz: Boxes, drawio: PencilRuler, d3: Orbit, csv: FileSpreadsheet, json: Braces };

/** The formats beside each other, those of a configuration among them. Native radios: one tab stop, arrow keys choose. */
export function FormatTiles({ formats, value, onChange }: { formats: readonly FormatChoice[]; value: string; onChange: (id: string) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Format</legend>
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-3 lg:grid-cols-2">
        {formats.map(({ id, label }) => {
          const Icon = icons[id] ?? FileText;
          const [short, more] = parts(label);
          return (
            <label
              key={id}
              title={label}
              className="group flex min-h-9 cursor-pointer items-center gap-2 rounded-card border border-hairline px-2.5 hover:bg-hover has-checked:border-primary has-checked:bg-info-ground has-checked:font-medium has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
            >
              <input type="radio" name={name} value={id} checked={id === value} onChange={() => onChange(id)} autoFocus={id === value} className="sr-only" />
              <Icon size={15} aria-hidden className="shrink-0 text-muted group-has-checked:text-link" />
              <span className="min-w-0 flex-1 truncate">{short}<span className="sr-only">{more}</span></span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** "CSV (table)" → CSV, and what stands in brackets. */
function parts(label: string): [string, string] {
  const cut = label.indexOf(" (");
  return cut < 0 ? [label, ""] : [label.slice(0, cut), label.slice(cut)];
}
