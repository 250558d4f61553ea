-- How far the new tickets of GLPI have been read, and who reads them just now.
-- CreateTable
CREATE TABLE "support_watch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "settled_ticket_id" INTEGER,
    "reader" UUID,
    "leased_until" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "support_watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_templates" (
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "user_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "support_templates_pkey" PRIMARY KEY ("name","language")
);

-- AddForeignKey
ALTER TABLE "support_templates" ADD CONSTRAINT "support_templates_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- There is one GLPI, and so one reading of it.
ALTER TABLE "support_watch" ADD CONSTRAINT "support_watch_one_check" CHECK ("id" = 1);
ALTER TABLE "support_templates" ADD CONSTRAINT "support_templates_language_check" CHECK ("language" IN ('fr', 'en'));
