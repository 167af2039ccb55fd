import { grantCommand } from "../../catalogue/grant-command";
import type { SetupStep } from "../../core/setup-step";

const account = "cloudviz@<project id>.iam.gserviceaccount.com";
const consumer = `gcloud projects add-iam-policy-binding "<project id>" --member="serviceAccount:${account}" --role=roles/serviceusage.serviceUsageConsumer`;

/** roles/cloudasset.viewer is the role for all of it: on a project, a folder or an organisation. */
export const gcpSetup: readonly SetupStep[] = [
  { mode: null, title: "Enable Cloud Asset Inventory in one project, which answers for all", command: 'gcloud services enable cloudasset.googleapis.com --project="<project id>"' },
  { mode: "service-account", title: "Make a service account and let it use that project", command: `gcloud iam service-accounts create cloudviz --project="<project id>"\n${consumer}` },
  { mode: "service-account", title: "Make its key, the file that is entered here", command: `gcloud iam service-accounts keys create cloudviz-key.json --iam-account="${account}"` },
  { mode: "workload-identity", title: "Write how the other cloud's identity is exchanged, the file that is entered here", command: `gcloud iam workload-identity-pools create-cred-config "<pool provider>" --service-account="${account}" --output-file=cloudviz.json` },
  { mode: "default", title: "Sign in on the machine that CloudViz runs on", command: "gcloud auth application-default login" },
  { mode: null, title: "Let it read a project", command: grantCommand("gcp", "<project id>") ?? "" },
  { mode: null, title: "Or everything in a folder", command: grantCommand("gcp", "folders/<folder number>") ?? "" },
  { mode: null, title: "Or everything in an organisation", command: grantCommand("gcp", "organizations/<organisation number>") ?? "" },
];
