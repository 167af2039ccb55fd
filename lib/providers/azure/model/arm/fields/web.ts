import { inside, to, type ArmField, type ArmFields } from "../field";

const site: readonly ArmField[] = [
  to("properties.virtualNetworkSubnetId", "connects-to"),
  to("properties.keyVaultReferenceIdentity", "assumes"),
  to("properties.siteConfig.linuxFxVersion", "depends-on"),
];

export const webFields: ArmFields = {
  "Microsoft.Web/sites": [inside("properties.serverFarmId"), ...site],
  "Microsoft.Web/sites/slots": site,
  "Microsoft.Web/staticSites": [to("properties.userProvidedFunctionApps[].properties.functionAppResourceId", "invokes")],
  "Microsoft.ApiManagement/service": [to("properties.additionalLocations[].virtualNetworkConfiguration.subnetResourceId", "connects-to")],
  "Microsoft.ApiManagement/service/apis": [to("properties.serviceUrl", "routes-to")],
  "Microsoft.ApiManagement/service/backends": [to("properties.url", "routes-to"), to("properties.resourceId", "routes-to")],
};
