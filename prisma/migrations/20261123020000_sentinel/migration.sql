-- What SENTINEL made of each notification, and the incidents that it made of them.
-- AlterTable
ALTER TABLE "incoming_alerts" ADD COLUMN "alert" JSONB,
ADD COLUMN "alert_at" TIMESTAMPTZ(3),
ADD COLUMN "dedupe_key" TEXT,
ADD COLUMN "held_until" TIMESTAMPTZ(3),
ADD COLUMN "problem" TEXT;

-- CreateTable
CREATE TABLE "incidents" (
    "id" TEXT NOT NULL,
    "cause" JSONB NOT NULL,
    "is_flapping" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "merged_into" TEXT,
    "ticket_id" INTEGER,
    "verdict" TEXT,
    "phase" TEXT NOT NULL,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_mails" (
    "incident_id" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,

    CONSTRAINT "incident_mails_pkey" PRIMARY KEY ("incident_id","client","phase")
);

-- CreateTable
CREATE TABLE "maintenance_windows" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "sites" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "devices" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_everything" BOOLEAN NOT NULL DEFAULT false,
    "by" TEXT NOT NULL,

    CONSTRAINT "maintenance_windows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sentinel_desk" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "last_number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sentinel_desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sentinel_topology" (
    "id" INTEGER NOT NULL,
    "topology" JSONB,
    "read_at" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3),

    CONSTRAINT "sentinel_topology_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "incoming_alerts_dedupe_key_idx" ON "incoming_alerts"("dedupe_key");

-- CreateIndex
CREATE INDEX "incoming_alerts_alert_at_idx" ON "incoming_alerts"("alert_at");

-- CreateIndex
CREATE INDEX "incidents_opened_at_idx" ON "incidents"("opened_at");

-- CreateIndex
CREATE INDEX "maintenance_windows_ends_at_idx" ON "maintenance_windows"("ends_at");

-- AddForeignKey
ALTER TABLE "incident_mails" ADD CONSTRAINT "incident_mails_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "incoming_alerts_held_idx" ON "incoming_alerts" ("held_until") WHERE "held_until" IS NOT NULL;
CREATE INDEX "incidents_open_idx" ON "incidents" ("opened_at") WHERE "closed_at" IS NULL;

ALTER TABLE "incident_mails" ADD CONSTRAINT "incident_mails_phase_check" CHECK ("phase" IN ('diagnosis', 'recovered'));
-- A merged incident is over, and no planned work is about nothing.
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_merged_check"
  CHECK ("merged_into" IS NULL OR "closed_at" IS NOT NULL);
ALTER TABLE "maintenance_windows" ADD CONSTRAINT "maintenance_windows_check"
  CHECK ("by" IN ('us', 'provider', 'client') AND "starts_at" < "ends_at"
    AND ("is_everything" OR cardinality("sites") + cardinality("devices") > 0));

-- One row each: who decides about notifications locks the first.
INSERT INTO "sentinel_desk" ("id") VALUES (1);
INSERT INTO "sentinel_topology" ("id") VALUES (1);
ALTER TABLE "sentinel_desk" ADD CONSTRAINT "sentinel_desk_one_check" CHECK ("id" = 1);
ALTER TABLE "sentinel_topology" ADD CONSTRAINT "sentinel_topology_one_check" CHECK ("id" = 1);
