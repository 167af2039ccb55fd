import type { NewConnection } from "@/lib/core/api/connections";

/** What the person typed, as it stands in the fields. */
export interface AwsForm {
  mode: "default" | "keys";
  profile: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  roleArn: string;
  externalId: string;
  regions: string;
  name: string;
}

export const emptyAwsForm: AwsForm = { mode: "default", profile: "", accessKeyId: "", secretAccessKey: "", sessionToken: "", roleArn: "", externalId: "", regions: "", name: "" };

/** What has to be filled in first; the server checks the rest. */
export function missingOf(form: AwsForm): string | null {
  if (form.mode === "keys" && form.accessKeyId.trim() === "") return "Type the access key id.";
  if (form.mode === "keys" && form.secretAccessKey.trim() === "") return "Type the secret access key.";
  return null;
}

/** The form as the API wants it: what is empty is left out. */
export function awsRequest(form: AwsForm): NewConnection {
  const assumeRole = form.roleArn.trim() === "" ? {} : { assumeRole: { roleArn: form.roleArn.trim(), ...optional("externalId", form.externalId) } };
  const credentials =
    form.mode === "default"
      ? { mode: "default", ...optional("profile", form.profile), ...assumeRole }
      : { mode: "keys", accessKeyId: form.accessKeyId.trim(), secretAccessKey: form.secretAccessKey.trim(), ...optional("sessionToken", form.sessionToken), ...assumeRole };
  const regions = form.regions.split(/[\s,;]+/).filter((region) => region !== "");
  return { provider: "aws", ...optional("name", form.name), credentials, settings: { regions: regions.length === 0 ? null : regions } };
}

function optional(key: string, value: string): Record<string, string> {
  const clean = value.trim();
  return clean === "" ? {} : { [key]: clean };
}
