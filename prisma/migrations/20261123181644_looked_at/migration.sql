-- AlterTable
ALTER TABLE "sightings" ADD COLUMN     "looked_at" TEXT;
