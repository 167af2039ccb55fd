import { expect, test } from "vitest";
import { hostileNames } from "../scenarios/hostile-names";
import { grantCommand } from "./grant-command";

test.each([
  ["azure", "aaaaaaaa-0000-0000-0000-000000000001", 'az role assignment create --assignee "<client id>" --role Reader --scope "/subscriptions/aaaaaaaa-0000-0000-0000-000000000001"'],
  ["azure", "managementGroups/<group id>", 'az role assignment create --assignee "<client id>" --role Reader --scope "/providers/Microsoft.Management/managementGroups/<group id>"'],
  ["gcp", "shop-prod", 'gcloud projects add-iam-policy-binding "shop-prod" --member="serviceAccount:<e-mail>" --role=roles/cloudasset.viewer'],
  ["gcp", "folders/800", 'gcloud resource-manager folders add-iam-policy-binding "800" --member="serviceAccount:<e-mail>" --role=roles/cloudasset.viewer'],
  ["gcp", "organizations/900", 'gcloud organizations add-iam-policy-binding "900" --member="serviceAccount:<e-mail>" --role=roles/cloudasset.viewer'],
  ["aws", "123456789012", null],
])("%s %s", (provider, account, command) => {
  expect(grantCommand(provider, account)).toBe(command);
});

test.each(['a"; rm -rf ~; "', "$(reboot)", "`reboot`", "a b", "", "<$(reboot)>", ...hostileNames.filter((name) => /[^\w:.-]/.test(name))])("no command is made of the id %j", (account) => {
  for (const provider of ["azure", "gcp"]) expect(grantCommand(provider, account)).toBeNull();
});
