import type { JsonObject } from "../lib/core/json";
import { seededRandom } from "../lib/scenarios/seeded-random";

const regions = ["europe-west1", "europe-west4", "us-central1"] as const;
const assetsPerProject = 60;
const compute = "https://www.googleapis.com/compute/v1";

/**
 * What `gcloud asset export` writes for an estate of `count` assets, in the shape of its real bodies: projects of a network,
 * firewall rules, machines with disks and addresses, groups behind a load balancer, services, databases and buckets that name
 * each other. The same count gives the same assets.
 */
export function* gcpAssets(count: number): Generator<JsonObject> {
  let left = count;
  for (let project = 0; left > 0; project++) {
    const assets = new GcpProject(project).assets().slice(0, left);
    left -= assets.length;
    yield* assets;
  }
}

class GcpProject {
  readonly #random;
  readonly #id;
  readonly #number;
  readonly #region;
  readonly #folder;

  constructor(project: number) {
    this.#random = seededRandom(project + 1);
    this.#id = `shop-${this.#random.pick(["prod", "stage", "dev"])}-${String(project).padStart(4, "0")}`;
    this.#number = String(100_000_000_000 + project);
    this.#region = this.#random.pick(regions);
    this.#folder = String(200_000_000_000 + Math.floor(project / 25));
  }

  assets(): JsonObject[] {
    const network = `${compute}/projects/${this.#id}/global/networks/main`;
    const subnet = `${compute}/projects/${this.#id}/regions/${this.#region}/subnetworks/front`;
    const assets = [this.#project(), this.#account(), this.#network(network), this.#subnet(network, subnet), ...["web", "app"].map((tag) => this.#firewall(network, tag))];
    for (let index = 0; assets.length < assetsPerProject; index++) {
      assets.push(...this.#machine(index, network, subnet), ...(index % 2 === 0 ? [this.#bucket(index), this.#service(index, network, subnet)] : [this.#database(index, network)]));
    }
    return assets.slice(0, assetsPerProject);
  }

  #asset(name: string, type: string, data: JsonObject, location: string = this.#region): JsonObject {
    const [service = ""] = type.split("/");
    return {
      name: `//${service}/${name}`, asset_type: type,
      resource: {
        version: "v1", discovery_document_uri: `https://www.googleapis.com/discovery/v1/apis/${service.split(".")[0]}/v1/rest`, discovery_name: type.split("/")[1] ?? "",
        parent: `//cloudresourcemanager.googleapis.com/projects/${this.#number}`, data, location,
      },
      ancestors: [`projects/${this.#number}`, `folders/${this.#folder}`, "organizations/300000000000"], update_time: "2025-11-01T10:11:12.131415Z",
    };
  }

  #computeAsset(path: string, kind: string, data: JsonObject, location?: string): JsonObject {
    const name = path.split("/").at(-1) ?? "";
    const common = { id: String(this.#random.whole(1_000_000_000, 9_999_999_999)), name, selfLink: `${compute}/projects/${this.#id}/${path}`, creationTimestamp: "2025-02-03T04:05:06.789-08:00", description: "" };
    return this.#asset(`projects/${this.#id}/${path}`, `compute.googleapis.com/${kind}`, { ...common, ...data }, location);
  }

  #address(): string {
    return `10.${this.#random.whole(0, 250)}.${this.#random.whole(0, 250)}.${this.#random.whole(4, 250)}`;
  }

  #labels(): JsonObject {
    return { env: this.#random.pick(["prod", "stage", "dev"]), team: `team-${this.#random.whole(1, 20)}`, "cost-center": String(4000 + this.#random.whole(0, 30)), app: "shop" };
  }

  #email(): string {
    return `shop-runner@${this.#id}.iam.gserviceaccount.com`;
  }

  #project(): JsonObject {
    const data = { projectId: this.#id, projectNumber: this.#number, name: this.#id, lifecycleState: "ACTIVE", createTime: "2025-01-01T00:00:00Z", parent: { id: this.#folder, type: "folder" }, labels: this.#labels() };
    return this.#asset(`projects/${this.#number}`, "cloudresourcemanager.googleapis.com/Project", data, "global");
  }

  #account(): JsonObject {
    const data = { name: `projects/${this.#id}/serviceAccounts/${this.#email()}`, email: this.#email(), uniqueId: `1${this.#number}23456789`, projectId: this.#id, displayName: "Runs the shop", oauth2ClientId: `1${this.#number}23456789` };
    return this.#asset(`projects/${this.#id}/serviceAccounts/1${this.#number}23456789`, "iam.googleapis.com/ServiceAccount", data, "global");
  }

  #network(link: string): JsonObject {
    const peerings = [{ name: "servicenetworking-googleapis-com", network: `${compute}/projects/speckle-umbrella-pg-1/global/networks/servicenetworking`, state: "ACTIVE", stateDetails: "[2025-02-03]: Connected.", autoCreateRoutes: true, exchangeSubnetRoutes: true }];
    const subnetworks = [`${compute}/projects/${this.#id}/regions/${this.#region}/subnetworks/front`];
    return this.#computeAsset("global/networks/main", "Network", { selfLinkWithId: link.replace("main", "123456789"), autoCreateSubnetworks: false, routingConfig: { routingMode: "GLOBAL" }, networkFirewallPolicyEnforcementOrder: "AFTER_CLASSIC_FIREWALL", peerings, subnetworks }, "global");
  }

  #subnet(network: string, link: string): JsonObject {
    const secondaryIpRanges = ["pods", "services"].map((rangeName, index) => ({ rangeName, ipCidrRange: `10.${128 + index}.0.0/16` }));
    return this.#computeAsset(link.split(`${this.#id}/`)[1] ?? "", "Subnetwork", {
      network, region: `${compute}/projects/${this.#id}/regions/${this.#region}`, ipCidrRange: "10.0.0.0/20", gatewayAddress: "10.0.0.1", privateIpGoogleAccess: true, privateIpv6GoogleAccess: "DISABLE_GOOGLE_ACCESS", purpose: "PRIVATE",
      stackType: "IPV4_ONLY", fingerprint: "ch5m1VQrXl0=", secondaryIpRanges, logConfig: { enable: true, aggregationInterval: "INTERVAL_5_SEC", flowSampling: 0.5, metadata: "INCLUDE_ALL_METADATA" },
    });
  }

  #firewall(network: string, tag: string): JsonObject {
    return this.#computeAsset(`global/firewalls/allow-${tag}`, "Firewall", {
      network, direction: "INGRESS", priority: 1000, disabled: false, enableLogging: false, sourceRanges: ["35.191.0.0/16", "130.211.0.0/22"], targetTags: [tag],
      allowed: [{ IPProtocol: "tcp", ports: ["80", "443", "8080"] }, { IPProtocol: "icmp" }], logConfig: { enable: false },
    }, "global");
  }

  #machine(index: number, network: string, subnet: string): JsonObject[] {
    const zone = `${this.#region}-${this.#random.pick(["b", "c", "d"])}`;
    const home = `${compute}/projects/${this.#id}/zones/${zone}`;
    const disk = `${home}/disks/web-${index}`;
    return [
      this.#computeAsset(`zones/${zone}/instances/web-${index}`, "Instance", {
        machineType: `${home}/machineTypes/${this.#random.pick(["e2-standard-4", "n2-standard-8", "e2-medium"])}`, status: "RUNNING", zone: home, canIpForward: false, cpuPlatform: "Intel Broadwell", deletionProtection: false, labels: this.#labels(),
        networkInterfaces: [{
          name: "nic0", network, subnetwork: subnet, networkIP: this.#address(), fingerprint: "Yg2Rt5QqXl0=", stackType: "IPV4_ONLY",
          accessConfigs: [{ name: "External NAT", type: "ONE_TO_ONE_NAT", natIP: `34.${this.#random.whole(0, 250)}.${this.#random.whole(0, 250)}.${this.#random.whole(0, 250)}`, networkTier: "PREMIUM" }],
        }],
        disks: [{
          source: disk, deviceName: "persistent-disk-0", index: 0, boot: true, autoDelete: true, mode: "READ_WRITE", type: "PERSISTENT", interface: "SCSI", diskSizeGb: "50",
          licenses: [`${compute}/projects/debian-cloud/global/licenses/debian-12-bookworm`], guestOsFeatures: ["UEFI_COMPATIBLE", "VIRTIO_SCSI_MULTIQUEUE", "GVNIC", "SEV_CAPABLE"].map((type) => ({ type })), architecture: "X86_64",
        }],
        serviceAccounts: [{ email: this.#email(), scopes: ["https://www.googleapis.com/auth/cloud-platform"] }], tags: { items: [this.#random.pick(["web", "app"])], fingerprint: "6smc4R4d39I=" },
        metadata: { fingerprint: "kXy0c2Rr0lM=", items: [{ key: "enable-oslogin", value: "TRUE" }] }, scheduling: { onHostMaintenance: "MIGRATE", automaticRestart: true, preemptible: false, provisioningModel: "STANDARD" },
        shieldedInstanceConfig: { enableSecureBoot: false, enableVtpm: true, enableIntegrityMonitoring: true }, shieldedInstanceIntegrityPolicy: { updateAutoLearnPolicy: true }, startRestricted: false, lastStartTimestamp: "2025-10-11T12:13:14.156-07:00", labelFingerprint: "42WmSpB8rSM=", fingerprint: "4BpYWQ3vSiQ=",
      }, zone),
      this.#computeAsset(`zones/${zone}/disks/web-${index}`, "Disk", {
        type: `${home}/diskTypes/pd-balanced`, zone: home, sizeGb: "50", status: "READY", users: [`${home}/instances/web-${index}`], sourceImage: `${compute}/projects/debian-cloud/global/images/debian-12-bookworm-v20251014`, sourceImageId: "5223456789012345678",
        licenses: [`${compute}/projects/debian-cloud/global/licenses/debian-12-bookworm`], licenseCodes: ["2147286739765738111"], physicalBlockSizeBytes: "4096", lastAttachTimestamp: "2025-02-03T04:05:06.789-08:00", labelFingerprint: "42WmSpB8rSM=", labels: this.#labels(),
        guestOsFeatures: ["UEFI_COMPATIBLE", "VIRTIO_SCSI_MULTIQUEUE", "GVNIC", "SEV_CAPABLE"].map((type) => ({ type })), architecture: "X86_64", enableConfidentialCompute: false,
      }, zone),
      this.#computeAsset(`zones/${zone}/networkEndpointGroups/web-${index}`, "NetworkEndpointGroup", { network, subnetwork: subnet, zone: home, networkEndpointType: "GCE_VM_IP_PORT", size: 1, defaultPort: 8080, annotations: {} }, zone),
      this.#computeAsset(`global/backendServices/web-${index}`, "BackendService", {
        backends: [{ group: `${home}/networkEndpointGroups/web-${index}`, balancingMode: "RATE", maxRatePerEndpoint: 100, capacityScaler: 1 }], protocol: "HTTP", port: 80, portName: "http", timeoutSec: 30, loadBalancingScheme: "EXTERNAL_MANAGED",
        sessionAffinity: "NONE", affinityCookieTtlSec: 0, connectionDraining: { drainingTimeoutSec: 300 }, healthChecks: [`${compute}/projects/${this.#id}/global/healthChecks/web`], enableCDN: false, logConfig: { enable: true, sampleRate: 1 }, fingerprint: "Yg2Rt5QqXl0=",
      }, "global"),
    ];
  }

  #bucket(index: number): JsonObject {
    const name = `${this.#id}-assets-${index}`;
    return this.#asset(name, "storage.googleapis.com/Bucket", {
      id: name, name, kind: "storage#bucket", selfLink: `https://www.googleapis.com/storage/v1/b/${name}`, projectNumber: this.#number, location: this.#region.toUpperCase(), locationType: "region", storageClass: "STANDARD", metageneration: "3", etag: "CAM=",
      timeCreated: "2025-02-03T04:05:06.789Z", updated: "2025-02-03T04:05:06.789Z", iamConfiguration: { uniformBucketLevelAccess: { enabled: true, lockedTime: "2025-05-04T00:00:00.000Z" }, publicAccessPrevention: "enforced", bucketPolicyOnly: { enabled: true } },
      lifecycle: { rule: [{ action: { type: "Delete" }, condition: { age: 365, isLive: false } }] }, versioning: { enabled: true }, softDeletePolicy: { retentionDurationSeconds: "604800" }, labels: this.#labels(),
    });
  }

  #service(index: number, network: string, subnet: string): JsonObject {
    const name = `api-${index}`;
    const url = `https://${name}-abcdefghij-ew.a.run.app`;
    return this.#asset(`projects/${this.#id}/locations/${this.#region}/services/${name}`, "run.googleapis.com/Service", {
      apiVersion: "serving.knative.dev/v1", kind: "Service", metadata: { name, namespace: this.#number, selfLink: `/apis/serving.knative.dev/v1/namespaces/${this.#number}/services/${name}`, creationTimestamp: "2025-03-04T05:06:07.089Z", generation: 12, labels: { "cloud.googleapis.com/location": this.#region } },
      spec: {
        template: {
          metadata: { name: `${name}-00012-abc`, annotations: { "autoscaling.knative.dev/maxScale": "20", "run.googleapis.com/network-interfaces": JSON.stringify([{ network, subnetwork: subnet }]), "run.googleapis.com/client-name": "gcloud" } },
          spec: { serviceAccountName: this.#email(), timeoutSeconds: 300, containerConcurrency: 80, containers: [{ image: `${this.#region}-docker.pkg.dev/${this.#id}/shop/api:1.${index}`, ports: [{ name: "http1", containerPort: 8080 }], resources: { limits: { cpu: "1000m", memory: "512Mi" } }, env: [{ name: "BUCKET", value: `${this.#id}-assets-${index}` }] }] },
        },
        traffic: [{ percent: 100, latestRevision: true }],
      },
      status: { url, address: { url }, latestReadyRevisionName: `${name}-00012-abc`, observedGeneration: 12, conditions: ["Ready", "ConfigurationsReady", "RoutesReady"].map((type) => ({ type, status: "True", lastTransitionTime: "2025-03-04T05:06:07.089Z" })) },
    });
  }

  #database(index: number, network: string): JsonObject {
    const name = `orders-${index}`;
    const address = this.#address();
    return this.#asset(`projects/${this.#id}/instances/${name}`, "sqladmin.googleapis.com/Instance", {
      kind: "sql#instance", name, project: this.#id, region: this.#region, gceZone: `${this.#region}-b`, databaseVersion: "POSTGRES_16", state: "RUNNABLE", backendType: "SECOND_GEN", instanceType: "CLOUD_SQL_INSTANCE", connectionName: `${this.#id}:${this.#region}:${name}`,
      selfLink: `https://sqladmin.googleapis.com/sql/v1beta4/projects/${this.#id}/instances/${name}`, serviceAccountEmailAddress: `p${this.#number}-abc@gcp-sa-cloud-sql.iam.gserviceaccount.com`, ipAddresses: [{ ipAddress: address, type: "PRIVATE" }], createTime: "2025-02-03T04:05:06.789Z",
      settings: {
        tier: "db-custom-2-7680", edition: "ENTERPRISE", availabilityType: "REGIONAL", activationPolicy: "ALWAYS", pricingPlan: "PER_USE", dataDiskSizeGb: "100", dataDiskType: "PD_SSD", storageAutoResize: true, storageAutoResizeLimit: "0", settingsVersion: "14", kind: "sql#settings",
        ipConfiguration: { privateNetwork: network.replace(compute, ""), ipv4Enabled: false, sslMode: "ENCRYPTED_ONLY" }, backupConfiguration: { enabled: true, startTime: "02:00", pointInTimeRecoveryEnabled: true, backupRetentionSettings: { retainedBackups: 7, retentionUnit: "COUNT" } },
        maintenanceWindow: { day: 7, hour: 3, kind: "sql#maintenanceWindow" }, databaseFlags: [{ name: "max_connections", value: "500" }], userLabels: this.#labels(),
      },
    });
  }
}
