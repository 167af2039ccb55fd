import { from, inside, to, type ArmField, type ArmFields } from "../field";

const diagnostics = to("properties.diagnosticsProfile.bootDiagnostics.storageUri", "writes");
const scaleSet = "properties.virtualMachineProfile";
const address = `${scaleSet}.networkProfile.networkInterfaceConfigurations[].properties.ipConfigurations[].properties`;

const containerApp: readonly ArmField[] = [
  inside("properties.managedEnvironmentId"),
  inside("properties.environmentId"),
  to("properties.configuration.registries[].server", "depends-on"),
  to("properties.configuration.registries[].identity", "assumes"),
  to("properties.template.containers[].image", "depends-on"),
];

function madeFrom(path: string): ArmField[] {
  return [from(`${path}.sourceResourceId`, "backs-up-to"), from(`${path}.sourceUri`, "backs-up-to")];
}

export const computeFields: ArmFields = {
  "Microsoft.Compute/virtualMachines": [
    to("properties.networkProfile.networkInterfaces[].id", "connects-to"),
    to("properties.virtualMachineScaleSet.id", "managed-by"),
    to("properties.storageProfile.imageReference.id", "depends-on"),
    diagnostics,
  ],
  "Microsoft.Compute/virtualMachineScaleSets": [
    from(`${address}.loadBalancerBackendAddressPools[].id`, "routes-to"),
    from(`${address}.loadBalancerInboundNatPools[].id`, "routes-to"),
    from(`${address}.applicationGatewayBackendAddressPools[].id`, "routes-to"),
    to(`${scaleSet}.networkProfile.healthProbe.id`, "depends-on", { outside: false }),
    to(`${scaleSet}.diagnosticsProfile.bootDiagnostics.storageUri`, "writes"),
  ],
  "Microsoft.Compute/disks": [to("properties.creationData.sourceResourceId", "depends-on"), to("properties.shareInfo[].vmUri", "managed-by")],
  "Microsoft.Compute/snapshots": madeFrom("properties.creationData"),
  "Microsoft.Compute/restorePointCollections": [from("properties.source.id", "backs-up-to")],
  "Microsoft.Compute/availabilitySets": [from("properties.virtualMachines[].id", "depends-on")],
  "Microsoft.Compute/proximityPlacementGroups": ["virtualMachines", "availabilitySets", "virtualMachineScaleSets"].map((users) => from(`properties.${users}[].id`, "depends-on")),
  "Microsoft.Compute/hostGroups/hosts": [from("properties.virtualMachines[].id", "depends-on")],
  "Microsoft.Compute/diskEncryptionSets": [
    to("properties.activeKey.sourceVault.id", "encrypted-by"),
    to("properties.previousKeys[].sourceVault.id", "encrypted-by"),
  ],

  "Microsoft.ContainerService/managedClusters": [
    inside("properties.agentPoolProfiles[].vnetSubnetID"),
    to("properties.identityProfile.kubeletidentity.resourceId", "assumes", { outside: false }),
    to("properties.addonProfiles.ingressApplicationGateway.config.applicationGatewayId", "connects-to"),
    to("properties.addonProfiles.ingressApplicationGateway.config.effectiveApplicationGatewayId", "connects-to"),
  ],
  "Microsoft.ContainerInstance/containerGroups": [
    to("properties.containers[].properties.image", "depends-on"),
    to("properties.imageRegistryCredentials[].server", "depends-on"),
  ],
  "Microsoft.App/managedEnvironments": [to("properties.appLogsConfiguration.logAnalyticsConfiguration.customerId", "writes")],
  "Microsoft.App/containerApps": containerApp,
  "Microsoft.App/jobs": containerApp,
  "Microsoft.DesktopVirtualization/hostpools": [from("properties.applicationGroupReferences[]", "depends-on")],
  "Microsoft.DesktopVirtualization/hostpools/sessionhosts": [to("properties.resourceId", "depends-on")],
};
