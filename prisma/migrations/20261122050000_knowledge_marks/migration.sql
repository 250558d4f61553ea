-- CreateTable
CREATE TABLE "knowledge_marks" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "text_hash" TEXT NOT NULL,
    "heading_path" TEXT[],
    "excerpt" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "marked_by" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_by" JSONB,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "knowledge_marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_gaps" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_gaps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "knowledge_marks_document_id_text_hash_idx" ON "knowledge_marks"("document_id", "text_hash");

-- CreateIndex
CREATE INDEX "knowledge_marks_state_created_at_idx" ON "knowledge_marks"("state", "created_at");

-- CreateIndex
CREATE INDEX "knowledge_gaps_last_at_idx" ON "knowledge_gaps"("last_at");

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_gaps_key_audience_key" ON "knowledge_gaps"("key", "audience");

-- AddForeignKey
ALTER TABLE "knowledge_marks" ADD CONSTRAINT "knowledge_marks_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "knowledge_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is neither is a mistake of the program.
ALTER TABLE "knowledge_marks" ADD CONSTRAINT "knowledge_marks_check"
  CHECK ("kind" IN ('wrong', 'outdated') AND "state" IN ('open', 'confirmed', 'dismissed')
    AND ("state" = 'open') = ("resolved_at" IS NULL));
ALTER TABLE "knowledge_gaps" ADD CONSTRAINT "knowledge_gaps_check"
  CHECK ("found" IN ('nothing', 'little') AND "count" > 0 AND length("query") <= 200);
