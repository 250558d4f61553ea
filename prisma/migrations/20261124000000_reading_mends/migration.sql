-- AlterTable
ALTER TABLE "knowledge_files" ADD COLUMN     "bytes_hash" TEXT;
