/** Ids are the cloud's, and yet they end up in somebody's shell. */
const plain = /^([\w:.-]+\/)?([\w:.-]+|<[a-z ]+>)$/;

/**
 * The command that lets CloudViz read an account, in the tool of its cloud; what stands in <angle brackets> is the person's to
 * fill in. `account` as coverage tells it: the id of a subscription or project, `managementGroups/x`, `folders/1`, `organizations/1`;
 * the id may be such a placeholder. null where no one command does it: AWS wants a policy.
 */
export function grantCommand(provider: string, account: string): string | null {
  if (!plain.test(account)) return null;
  if (provider === "azure") return `az role assignment create --assignee "<client id>" --role Reader --scope "${azureScope(account)}"`;
  if (provider === "gcp") return `gcloud ${gcpPlace(account)} --member="serviceAccount:<e-mail>" --role=roles/cloudasset.viewer`;
  return null;
}

function azureScope(account: string): string {
  return account.startsWith("managementGroups/") ? `/providers/Microsoft.Management/${account}` : `/subscriptions/${account}`;
}

function gcpPlace(account: string): string {
  const [kind = "", id] = account.split("/");
  if (id === undefined) return `projects add-iam-policy-binding "${account}"`;
  return `${kind === "folders" ? "resource-manager folders" : kind} add-iam-policy-binding "${id}"`;
}
