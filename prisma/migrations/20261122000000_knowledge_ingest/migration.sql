-- AlterTable
ALTER TABLE "knowledge_documents" ADD COLUMN     "system" TEXT,
ADD COLUMN     "valid_until" DATE;

-- CreateTable
CREATE TABLE "knowledge_files" (
    "path" TEXT NOT NULL,
    "document_id" UUID,
    "format" TEXT,
    "size" INTEGER,
    "source_hash" TEXT,
    "index_key" TEXT NOT NULL,
    "stored_hash" TEXT,
    "problem" JSONB,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_files_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "knowledge_ingest_runs" (
    "id" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "started_by" JSONB,
    "state" TEXT NOT NULL,
    "files_total" INTEGER,
    "files_done" INTEGER NOT NULL DEFAULT 0,
    "current_file" TEXT,
    "added" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "error" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "alive_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "knowledge_ingest_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "knowledge_files_document_id_idx" ON "knowledge_files"("document_id");

-- CreateIndex
CREATE INDEX "knowledge_ingest_runs_started_at_idx" ON "knowledge_ingest_runs"("started_at");

-- CreateIndex
CREATE INDEX "knowledge_ingest_runs_state_idx" ON "knowledge_ingest_runs"("state");

-- AddForeignKey
ALTER TABLE "knowledge_files" ADD CONSTRAINT "knowledge_files_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "knowledge_documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;
