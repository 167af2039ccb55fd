import { FileUp } from "lucide-react";
import type { ReactNode } from "react";
import { providerLabel } from "@/lib/catalogue";
import { Dialog } from "../../ui/dialog";
import { connectForms, type CloudId } from "./connect-forms";

const words: Record<CloudId, string> = {
  aws: "Accounts, by credentials of this machine, access keys or a role",
  azure: "Subscriptions and management groups, by an application, a managed identity or the Azure CLI",
  gcp: "Projects, folders and organisations, by a service account or workload identity",
};

/** Which cloud, or none: files tell as much. */
export function ChooseCloud({ onChoose, onImport, onClose }: { onChoose: (cloud: CloudId) => void; onImport: () => void; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Connect a cloud" description="CloudViz only reads, and everything stays on this machine.">
      <ul className="flex flex-col gap-2">
        {(Object.keys(connectForms) as CloudId[]).map((cloud) => (
          <li key={cloud}><Way title={providerLabel(cloud)} words={words[cloud]} onClick={() => onChoose(cloud)} /></li>
        ))}
        <li><Way title="No credentials to give?" words="Import Terraform states and plans, ARM templates, or exports of Azure Resource Graph and gcloud: the same diagram" icon={<FileUp size={18} aria-hidden className="mt-0.5 shrink-0 text-link" />} onClick={onImport} /></li>
      </ul>
    </Dialog>
  );
}

function Way({ title, words: told, icon, onClick }: { title: string; words: string; icon?: ReactNode; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className="flex w-full items-start gap-3 rounded-card border border-control px-4 py-3 text-start hover:border-primary hover:bg-hover">
      {icon}
      <span className="min-w-0">
        <span className="block font-semibold">{title}</span>
        <span className="block text-sm text-muted">{told}</span>
      </span>
    </button>
  );
}
