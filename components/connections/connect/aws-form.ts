import { filledIn, textOf, type ConnectForm } from "./connect-form";

export const awsForm: ConnectForm = {
  provider: "aws",
  title: "Connect AWS",
  description: "CloudViz only reads. The credentials are tried with real calls before anything is stored.",
  modes: [
    { value: "default", label: "Of this machine", hint: "Environment, ~/.aws, SSO or instance role", fields: [{ name: "profile", label: "Profile (optional)", hint: "A name from ~/.aws/config; empty for the default" }] },
    {
      value: "keys",
      label: "Access keys",
      hint: "Sealed on this machine, never shown again",
      fields: [
        { name: "accessKeyId", label: "Access key id", isRequired: true },
        { name: "secretAccessKey", label: "Secret access key", isRequired: true, kind: "secret" },
        { name: "sessionToken", label: "Session token (optional)", kind: "secret" },
      ],
    },
  ],
  fields: [
    { name: "roleArn", label: "Role to assume (optional)", placeholder: "arn:aws:iam::123456789012:role/reader" },
    { name: "externalId", label: "External id (optional)", when: (values) => textOf(values, "roleArn") !== "" },
  ],
  credentials(mode, values) {
    const signIn = { mode: mode.value, ...filledIn(mode.fields.map(({ name }) => name), values) };
    return textOf(values, "roleArn") === "" ? signIn : { ...signIn, assumeRole: filledIn(["roleArn", "externalId"], values) };
  },
  settings: () => ({}),
  chooses: "region",
  choice: (regions) => ({ regions }),
};
