import type { ResourceType } from "./resource-type";

/** The Google Cloud types that keep, move, analyse and watch data. */
export const gcpDataTypes = {
  "sqladmin.googleapis.com/Instance": { label: "Cloud SQL instance", category: "database", glyph: "database" },
  "sqladmin.googleapis.com/Database": { label: "Cloud SQL database", category: "database", glyph: "database" },
  "spanner.googleapis.com/Instance": { label: "Spanner instance", category: "database", glyph: "database" },
  "spanner.googleapis.com/Database": { label: "Spanner database", category: "database", glyph: "database" },
  "bigtableadmin.googleapis.com/Instance": { label: "Bigtable instance", category: "database", glyph: "nosql" },
  "bigtableadmin.googleapis.com/Table": { label: "Bigtable table", category: "database", glyph: "nosql" },
  "firestore.googleapis.com/Database": { label: "Firestore database", category: "database", glyph: "nosql" },
  "redis.googleapis.com/Instance": { label: "Memorystore for Redis", category: "database", glyph: "cache" },
  "redis.googleapis.com/Cluster": { label: "Redis cluster", category: "database", glyph: "cache" },
  "memcache.googleapis.com/Instance": { label: "Memorystore for Memcached", category: "database", glyph: "cache" },
  "alloydb.googleapis.com/Cluster": { label: "AlloyDB cluster", category: "database", glyph: "database" },
  "alloydb.googleapis.com/Instance": { label: "AlloyDB instance", category: "database", glyph: "database" },

  "storage.googleapis.com/Bucket": { label: "Storage bucket", category: "storage", glyph: "bucket" },
  "file.googleapis.com/Instance": { label: "Filestore instance", category: "storage", glyph: "file-share" },

  "pubsub.googleapis.com/Topic": { label: "Pub/Sub topic", category: "integration", glyph: "topic" },
  "pubsub.googleapis.com/Subscription": { label: "Pub/Sub subscription", category: "integration", glyph: "queue" },
  "pubsub.googleapis.com/Schema": { label: "Pub/Sub schema", category: "integration", glyph: "policy" },
  "cloudscheduler.googleapis.com/Job": { label: "Scheduler job", category: "integration", glyph: "event" },
  "cloudtasks.googleapis.com/Queue": { label: "Cloud Tasks queue", category: "integration", glyph: "queue" },
  "workflows.googleapis.com/Workflow": { label: "Workflow", category: "integration", glyph: "workflow" },
  "eventarc.googleapis.com/Trigger": { label: "Eventarc trigger", category: "integration", glyph: "event" },
  "apigateway.googleapis.com/Api": { label: "API", category: "integration", glyph: "api" },
  "apigateway.googleapis.com/Gateway": { label: "API gateway", category: "integration", glyph: "api" },

  "bigquery.googleapis.com/Dataset": { label: "BigQuery dataset", category: "analytics", glyph: "warehouse" },
  "bigquery.googleapis.com/Table": { label: "BigQuery table", category: "analytics", glyph: "warehouse" },
  "bigquery.googleapis.com/Routine": { label: "BigQuery routine", category: "analytics", glyph: "function" },
  "bigquerydatatransfer.googleapis.com/TransferConfig": { label: "BigQuery transfer", category: "analytics", glyph: "workflow" },
  "dataproc.googleapis.com/Cluster": { label: "Dataproc cluster", category: "analytics", glyph: "cluster" },
  "dataflow.googleapis.com/Job": { label: "Dataflow job", category: "analytics", glyph: "stream" },
  "composer.googleapis.com/Environment": { label: "Composer environment", category: "analytics", glyph: "workflow" },
  "aiplatform.googleapis.com/Dataset": { label: "Vertex AI dataset", category: "analytics", glyph: "ml" },
  "aiplatform.googleapis.com/Endpoint": { label: "Vertex AI endpoint", category: "analytics", glyph: "ml" },

  "logging.googleapis.com/LogSink": { label: "Log sink", category: "management", glyph: "log" },
  "logging.googleapis.com/LogMetric": { label: "Log metric", category: "management", glyph: "monitor" },
  "monitoring.googleapis.com/AlertPolicy": { label: "Alert policy", category: "management", glyph: "alarm" },
  "monitoring.googleapis.com/NotificationChannel": { label: "Notification channel", category: "management", glyph: "alarm" },
  "monitoring.googleapis.com/UptimeCheckConfig": { label: "Uptime check", category: "management", glyph: "monitor" },
  "cloudbuild.googleapis.com/BuildTrigger": { label: "Build trigger", category: "management", glyph: "workflow" },
} as const satisfies Record<string, ResourceType>;
