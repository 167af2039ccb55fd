import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { box, global, link, located, part, project, region, regional, zone } from "./build";

const account = "web@shop-prod.iam.gserviceaccount.com";
const subnet = link(regional("subnetworks/front"));
const image = "europe-west1-docker.pkg.dev/shop-prod/images/api:1.4";
const topic = `projects/${project}/topics/orders`;
const container = {
  containers: [{ image, env: [{ name: "KEY", value_source: [{ secret_key_ref: [{ secret: "db-password", version: "latest" }] }] }] }],
  service_account: account,
  vpc_access: [{ connector: located("connectors/run") }],
  volumes: [{ cloud_sql_instance: [{ instances: ["shop-prod:europe-west1:orders"] }] }],
};

export const containerFixtures: TerraformFixtures = {
  google_container_cluster: {
    attributes: { id: located("clusters/shop"), name: "shop", project, location: region, self_link: `https://container.googleapis.com/v1/${located("clusters/shop")}`, network: global("networks/vpc"), subnetwork: subnet, node_config: [{ service_account: account }] },
    expect: { type: "container.googleapis.com/Cluster", id: `//container.googleapis.com/${located("clusters/shop")}`, name: "shop", region, edges: ["google_compute_subnetwork contains this", "this assumes google_service_account"] },
  },
  "google_container_cluster#zonal": {
    attributes: { id: located("clusters/test", zone), name: "test", project, location: zone, self_link: `https://container.googleapis.com/v1/projects/${project}/zones/${zone}/clusters/test`, network: "vpc" },
    expect: { type: "container.googleapis.com/Cluster", id: `//container.googleapis.com/projects/${project}/zones/${zone}/clusters/test`, name: "test", region, edges: ["google_compute_network contains this"] },
  },
  google_container_node_pool: box("container.googleapis.com/NodePool", located("clusters/shop/nodePools/main"), { cluster: "shop", location: region, node_config: [{ service_account: account }] }, "google_container_cluster contains this", "this assumes google_service_account"),
  "google_container_node_pool#zonal": box("container.googleapis.com/NodePool", located("clusters/test/nodePools/small", zone), { cluster: "test", location: zone }, "google_container_cluster#zonal contains this"),
  google_cloud_run_service: {
    attributes: { id: `locations/${region}/namespaces/${project}/services/web`, name: "web", project, location: region, status: [{ url: "https://web-abc-ew.a.run.app" }], template: [{ spec: [{ service_account_name: account, containers: [{ image }] }] }] },
    expect: { type: "run.googleapis.com/Service", id: `//run.googleapis.com/${located("services/web")}`, name: "web", region, edges: ["this assumes google_service_account", "this depends-on google_artifact_registry_repository"] },
  },
  google_cloud_run_v2_service: box("run.googleapis.com/Service", located("services/api"), { location: region, uri: "https://api-abc-ew.a.run.app", template: [container] },
    "this assumes google_service_account", "this connects-to google_vpc_access_connector", "this connects-to google_sql_database_instance", "this reads google_secret_manager_secret", "this depends-on google_artifact_registry_repository"),
  google_cloud_run_v2_job: box("run.googleapis.com/Job", located("jobs/nightly"), { location: region, template: [{ template: [container] }] }, "this assumes google_service_account", "this connects-to google_sql_database_instance"),
  google_cloud_run_domain_mapping: part("google_cloud_run_v2_service", { name: "api.example.com", location: region, spec: [{ route_name: "api" }] }),
  google_cloudfunctions_function: box("cloudfunctions.googleapis.com/CloudFunction", located("functions/resize"), { region, service_account_email: account, event_trigger: [{ event_type: "google.storage.object.finalize", resource: "shop-photos" }] },
    "this assumes google_service_account", "google_storage_bucket invokes this"),
  google_cloudfunctions2_function: box("cloudfunctions.googleapis.com/Function", located("functions/mail"), { location: region, service_config: [{ service_account_email: account }], event_trigger: [{ pubsub_topic: topic }] },
    "this assumes google_service_account", "google_pubsub_topic invokes this"),
  google_app_engine_application: {
    attributes: { id: project, project, name: `apps/${project}`, location_id: "europe-west" },
    expect: { type: "appengine.googleapis.com/Application", id: `//appengine.googleapis.com/apps/${project}`, name: project },
  },
  google_artifact_registry_repository: box("artifactregistry.googleapis.com/Repository", located("repositories/images"), { location: region, repository_id: "images", kms_key_name: located("keyRings/ring/cryptoKeys/disk") }, "this encrypted-by google_kms_crypto_key"),
  google_workbench_instance: box("notebooks.googleapis.com/Instance", located("instances/lab", zone), { location: zone, gce_setup: [{ network_interfaces: [{ subnet }] }] }, "google_compute_subnetwork contains this"),
  google_notebooks_instance: box("notebooks.googleapis.com/Instance", located("instances/oldlab", zone), { location: zone, subnet, service_account: account }, "google_compute_subnetwork contains this", "this assumes google_service_account"),
  google_api_gateway_api: box("apigateway.googleapis.com/Api", located("apis/public", "global"), { api_id: "public" }),
  google_api_gateway_api_config: part("google_api_gateway_api", { api: "public", name: "projects/shop-prod/locations/global/apis/public/configs/v1" }),
  google_api_gateway_gateway: box("apigateway.googleapis.com/Gateway", located("gateways/gw"), { gateway_id: "gw", region, api_config: located("apis/public/configs/v1", "global") }, "this routes-to google_api_gateway_api"),
};
