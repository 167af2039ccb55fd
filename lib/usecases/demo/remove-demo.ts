import { filterOf } from "./add-demo";
import { demoSource } from "./demo-source";

/** Removes what only the demo saw, and the diagrams that show nothing else. Done already is done. */
export async function removeDemo(): Promise<void> {
  const [{ findConnectionBySource, removeConnection }, { deleteDiagram, listDiagrams }] = await Promise.all([
    import("../../db/connections"),
    import("../../db/diagrams"),
  ]);
  const connection = await findConnectionBySource(demoSource);
  if (connection === null) return;
  for (const diagram of await listDiagrams()) {
    if (diagram.source.filter === filterOf(connection)) await deleteDiagram(diagram.id);
  }
  await removeConnection(connection.id);
}
