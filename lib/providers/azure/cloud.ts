import type { AzureSettings } from "./connection-schema";

/** Where a cloud signs in and where it is managed. */
export interface AzureCloud {
  resourceManager: string;
  authority: string;
  /** Not one of Microsoft's own: nobody publishes where its tenants sign in. */
  isOwn: boolean;
}

/** https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/sovereign-domains */
const clouds = {
  public: { resourceManager: "https://management.azure.com", authority: "https://login.microsoftonline.com" },
  "us-government": { resourceManager: "https://management.usgovcloudapi.net", authority: "https://login.microsoftonline.us" },
  china: { resourceManager: "https://management.chinacloudapi.cn", authority: "https://login.chinacloudapi.cn" },
} as const;

export function cloudOf({ cloud }: AzureSettings): AzureCloud {
  return typeof cloud === "string" ? { ...clouds[cloud], isOwn: false } : { ...cloud, isOwn: true };
}
