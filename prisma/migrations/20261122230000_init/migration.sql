-- CreateTable
CREATE TABLE "connections" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "identity" TEXT,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "has_credentials" BOOLEAN NOT NULL DEFAULT false,
    "sealed_credentials" TEXT,
    "resource_count" INTEGER NOT NULL DEFAULT 0,
    "last_job_id" TEXT,
    "last_published_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "connection_id" TEXT,
    "status" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "planned" INTEGER,
    "result" JSONB,
    "coverage" JSONB NOT NULL,
    "error" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "id" BIGSERIAL NOT NULL,
    "connection_id" TEXT NOT NULL,
    "job_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "gone" INTEGER NOT NULL,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sightings" (
    "id" BIGSERIAL NOT NULL,
    "connection_id" TEXT NOT NULL,
    "resource_key" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "collector" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL,
    "provider" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "region" TEXT,
    "zone" TEXT,
    "group_name" TEXT,
    "state" TEXT,
    "tags" JSONB NOT NULL,
    "properties" JSONB NOT NULL,
    "cost" JSONB NOT NULL,
    "origin" JSONB,
    "aliases" JSONB NOT NULL,
    "created_at_text" TEXT,
    "hash" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3),
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "sightings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edge_sightings" (
    "id" BIGSERIAL NOT NULL,
    "connection_id" TEXT NOT NULL,
    "edge_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "from_key" TEXT NOT NULL,
    "to_key" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "collector" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "address" TEXT,
    "rank" SMALLINT NOT NULL,
    "hash" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "edge_sightings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage" (
    "id" BIGSERIAL NOT NULL,
    "connection_id" TEXT NOT NULL,
    "job_id" TEXT,
    "collector" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "region" TEXT,
    "status" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "permission" TEXT,
    "reason" TEXT,
    "message" TEXT,

    CONSTRAINT "coverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "diagrams" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "grouping" JSONB NOT NULL,
    "layout" JSONB NOT NULL,
    "theme" TEXT NOT NULL,
    "overlay" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "diagrams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inventory_revision" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "inventory_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "connections_kind_source_identity_key" ON "connections"("kind", "source", "identity");

-- CreateIndex
CREATE INDEX "jobs_connection_id_created_at_idx" ON "jobs"("connection_id", "created_at");

-- CreateIndex
CREATE INDEX "jobs_status_idx" ON "jobs"("status");

-- CreateIndex
CREATE INDEX "jobs_created_at_idx" ON "jobs"("created_at");

-- CreateIndex
CREATE INDEX "publications_connection_id_at_idx" ON "publications"("connection_id", "at");

-- CreateIndex
CREATE INDEX "sightings_closed_idx" ON "sightings"("valid_to") WHERE (valid_to IS NOT NULL);

-- CreateIndex
CREATE INDEX "sightings_resource_key_idx" ON "sightings"("resource_key");

-- CreateIndex
CREATE INDEX "sightings_connection_id_idx" ON "sightings"("connection_id");

-- CreateIndex
CREATE UNIQUE INDEX "sightings_open_key" ON "sightings"("connection_id", "resource_key") WHERE (valid_to IS NULL);

-- CreateIndex
CREATE INDEX "edge_sightings_closed_idx" ON "edge_sightings"("valid_to") WHERE (valid_to IS NOT NULL);

-- CreateIndex
CREATE INDEX "edge_sightings_connection_id_idx" ON "edge_sightings"("connection_id");

-- CreateIndex
CREATE UNIQUE INDEX "edge_sightings_open_key" ON "edge_sightings"("connection_id", "edge_key") WHERE (valid_to IS NULL);

-- CreateIndex
CREATE INDEX "coverage_connection_id_idx" ON "coverage"("connection_id");

-- CreateIndex
CREATE INDEX "diagrams_updated_at_idx" ON "diagrams"("updated_at");

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sightings" ADD CONSTRAINT "sightings_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edge_sightings" ADD CONSTRAINT "edge_sightings_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;
