-- CreateTable
CREATE TABLE "shares" (
    "id" TEXT NOT NULL,
    "diagram_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "label" TEXT,
    "mode" TEXT NOT NULL,
    "frozen" JSONB,
    "frozen_at" TIMESTAMPTZ(3),
    "view" JSONB NOT NULL,
    "hide" JSONB NOT NULL,
    "allow" JSONB NOT NULL,
    "origins" TEXT[],
    "password_hash" TEXT,
    "has_password" BOOLEAN NOT NULL DEFAULT false,
    "views" INTEGER NOT NULL DEFAULT 0,
    "last_viewed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shares_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shares_token_hash_key" ON "shares"("token_hash");

-- CreateIndex
CREATE INDEX "shares_diagram_id_idx" ON "shares"("diagram_id");

-- CreateIndex
CREATE INDEX "shares_created_at_idx" ON "shares"("created_at");

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_diagram_id_fkey" FOREIGN KEY ("diagram_id") REFERENCES "diagrams"("id") ON DELETE CASCADE ON UPDATE CASCADE;
