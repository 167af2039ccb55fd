import { ChooseCloud } from "./choose-cloud";
import { ConnectDialog } from "./connect-dialog";
import { connectForms, type CloudId } from "./connect-forms";

/** `cloud: null`: still to be chosen. `onChoose` with null closes it. */
export function AddConnection({ cloud, onChoose, onImport }: { cloud: CloudId | null; onChoose: (cloud: CloudId | null) => void; onImport: () => void }) {
  const close = () => onChoose(null);
  if (cloud !== null) return <ConnectDialog key={cloud} form={connectForms[cloud]} onClose={close} />;
  function importFiles() {
    close();
    onImport();
  }
  return <ChooseCloud onChoose={onChoose} onImport={importFiles} onClose={close} />;
}
