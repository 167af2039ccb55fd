import { filledIn, textOf, type ConnectForm, type FieldSpec } from "./connect-form";

const application: readonly FieldSpec[] = [
  { name: "tenantId", label: "Tenant id", isRequired: true, isWide: true, placeholder: "00000000-0000-0000-0000-000000000000" },
  { name: "clientId", label: "Client id", isRequired: true, isWide: true, placeholder: "00000000-0000-0000-0000-000000000000", hint: "The application's id, not its object id" },
];

export const azureForm: ConnectForm = {
  provider: "azure",
  title: "Connect Azure",
  description: "CloudViz only reads, with the role Reader. The credentials are tried with real calls before anything is stored.",
  modes: [
    { value: "secret", label: "Application with a secret", hint: "A service principal; sealed on this machine", fields: [...application, { name: "clientSecret", label: "Client secret", isRequired: true, isWide: true, kind: "secret", hint: "Its value, not its id" }] },
    {
      value: "certificate",
      label: "Application with a certificate",
      hint: "PEM text with the private key; sealed on this machine",
      fields: [...application, { name: "certificate", label: "Certificate and private key", isRequired: true, kind: "file", placeholder: "-----BEGIN CERTIFICATE-----" }, { name: "password", label: "Password of the key (optional)", kind: "secret" }],
    },
    { value: "managed-identity", label: "Managed identity", hint: "Of the Azure machine CloudViz runs on", fields: [{ name: "clientId", label: "Client id (optional)", hint: "For a user-assigned identity" }] },
    { value: "cli", label: "Azure CLI", hint: "Whoever is signed in with az login on this machine", fields: [{ name: "tenantId", label: "Tenant id (optional)", hint: "Where you belong to several" }] },
  ],
  fields: [
    {
      name: "cloud",
      label: "Cloud",
      isMore: true,
      options: [{ value: "", label: "Azure" }, { value: "us-government", label: "Azure for US Government" }, { value: "china", label: "Azure operated by 21Vianet" }, { value: "own", label: "Another, such as Azure Stack Hub" }],
    },
    { name: "resourceManager", label: "Address of its Resource Manager", isMore: true, isRequired: true, placeholder: "https://management.local.azurestack.external", when: isOwnCloud },
    { name: "authority", label: "Address where its tenants sign in", isMore: true, isRequired: true, placeholder: "https://login.microsoftonline.com", when: isOwnCloud },
  ],
  credentials: (mode, values) => ({ mode: mode.value, ...filledIn(mode.fields.map(({ name }) => name), values) }),
  settings: (values) => (isOwnCloud(values) ? { cloud: filledIn(["resourceManager", "authority"], values) } : filledIn(["cloud"], values)),
  chooses: "subscription",
  choice: (subscriptions) => ({ subscriptions }),
};

function isOwnCloud(values: Readonly<Record<string, string>>): boolean {
  return textOf(values, "cloud") === "own";
}
