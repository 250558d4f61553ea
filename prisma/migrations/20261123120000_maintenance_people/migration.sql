-- Who planned a maintenance.
-- AlterTable
ALTER TABLE "maintenance_windows" ADD COLUMN "user_id" UUID;

-- AddForeignKey
ALTER TABLE "maintenance_windows" ADD CONSTRAINT "maintenance_windows_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
