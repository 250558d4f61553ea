-- AlterTable
ALTER TABLE "knowledge_files" ADD COLUMN     "bytes_hash" TEXT;

-- AlterTable
ALTER TABLE "knowledge_marks" ADD COLUMN     "audience" TEXT;

-- What a document was open to when it was marked is not known any more: as it is now.
UPDATE "knowledge_marks" AS m SET "audience" = d."audience"
  FROM "knowledge_documents" AS d WHERE d."id" = m."document_id";
ALTER TABLE "knowledge_marks" ALTER COLUMN "audience" SET NOT NULL;
