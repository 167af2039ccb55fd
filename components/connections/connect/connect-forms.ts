import { awsForm } from "./aws-form";
import { azureForm } from "./azure-form";
import type { ConnectForm } from "./connect-form";
import { gcpForm } from "./gcp-form";

/** Every cloud that can be connected to. */
export const connectForms = { aws: awsForm, azure: azureForm, gcp: gcpForm } as const satisfies Record<string, ConnectForm>;
export type CloudId = keyof typeof connectForms;
