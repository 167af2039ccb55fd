import type { Coverage } from "@/lib/core/resource/coverage";
import { number } from "../data/words";
import { Panel } from "../ui/panel";

/** What an import or a discovery without cells has seen completely. */
export function SeenTable({ coverage }: { coverage: readonly Coverage[] }) {
  const rows = coverage.filter(({ status }) => status === "complete");
  return (
    <Panel title="Seen completely">
      <div className="overflow-x-auto">
        <table className="w-full text-start">
          <thead>
            <tr className="border-b border-hairline text-sm text-muted">
              {["Collector", "Account", "Region"].map((head) => <th key={head} scope="col" className="px-4 py-2 text-start font-medium">{head}</th>)}
              <th scope="col" className="px-4 py-2 text-end font-medium">Resources</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.collector} ${row.account} ${row.region ?? ""}`} className="border-b border-hairline last:border-0">
                <td className="px-4 py-1.5 font-mono text-sm">{row.collector}</td>
                <td className="px-4 py-1.5 tabular-nums">{row.account}</td>
                <td className="px-4 py-1.5">{row.region ?? "global"}</td>
                <td className="px-4 py-1.5 text-end tabular-nums">{number(row.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
