import { filledIn, textOf, type ConnectForm } from "./connect-form";

export const gcpForm: ConnectForm = {
  provider: "gcp",
  title: "Connect Google Cloud",
  description: "CloudViz only reads, by Cloud Asset Inventory. The credentials are tried with real calls before anything is stored.",
  modes: [
    { value: "service-account", label: "Service account's key", hint: "A JSON file; sealed on this machine", fields: [{ name: "key", label: "Key file", isRequired: true, kind: "file", placeholder: '{ "type": "service_account", …' }] },
    { value: "workload-identity", label: "Workload identity", hint: "Another cloud's identity instead of a key", fields: [{ name: "configuration", label: "Configuration file", isRequired: true, kind: "file", placeholder: '{ "type": "external_account", …' }] },
    { value: "default", label: "Of this machine", hint: "Environment, gcloud or the machine's account", fields: [] },
  ],
  fields: [
    { name: "scopes", label: "What to look at", isWide: true, placeholder: "The credentials' own project", hint: "For example: organizations/123456789012, folders/123 or projects/my-project; several with commas" },
    { name: "withoutPolicies", label: "Leave out who may do what", hint: "IAM policies tell which service accounts reach what. Needs cloudasset.assets.listIamPolicy", kind: "yes", isMore: true },
    { name: "relationships", label: "Ask for Google's own relationships too", hint: "Only with Security Command Center Premium or Enterprise. Without it CloudViz finds them in the resources", kind: "yes", isMore: true },
    { name: "endpoint", label: "Address of Cloud Asset Inventory (optional)", isWide: true, hint: "For Private Service Connect", placeholder: "https://cloudasset.googleapis.com", isMore: true },
  ],
  credentials: (mode, values) => ({ mode: mode.value, ...filledIn(mode.fields.map(({ name }) => name), values) }),
  settings(values) {
    const scopes = textOf(values, "scopes").split(/[\s,;]+/).filter((scope) => scope !== "");
    return { ...(scopes.length > 0 ? { scopes } : {}), policies: textOf(values, "withoutPolicies") === "", relationships: textOf(values, "relationships") !== "", ...filledIn(["endpoint"], values) };
  },
  chooses: "project",
  choice: (projects) => ({ projects }),
};
