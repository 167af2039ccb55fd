import type { SetupStep } from "../../core/setup-step";

/** With the policy that the provider tells, kept as cloudviz-policy.json. */
export const awsSetup: readonly SetupStep[] = [
  { mode: "default", title: "Give the policy to the role that this machine or your profile has", command: "aws iam put-role-policy --role-name <role> --policy-name CloudVizRead --policy-document file://cloudviz-policy.json" },
  { mode: "keys", title: "Make a user that can do nothing but read", command: "aws iam create-user --user-name cloudviz\naws iam put-user-policy --user-name cloudviz --policy-name CloudVizRead --policy-document file://cloudviz-policy.json" },
  { mode: "keys", title: "Make its access key, whose two parts are entered here", command: "aws iam create-access-key --user-name cloudviz" },
];
