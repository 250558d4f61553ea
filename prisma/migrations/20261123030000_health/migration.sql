-- What the Hub depends on, as all its processes tell it; and what became of the resolved tickets.
-- CreateTable
CREATE TABLE "dependency_states" (
    "name" TEXT NOT NULL,
    "state" TEXT,
    "detail" TEXT,
    "latency_ms" INTEGER,
    "since" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "doubts" INTEGER NOT NULL DEFAULT 0,
    "doubts_since" TIMESTAMPTZ(3),
    "next_look_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dependency_states_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "enriched_tickets" (
    "ticket_id" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "document_id" UUID,
    "document_path" TEXT,
    "run_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enriched_tickets_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateTable
CREATE TABLE "enrichment_progress" (
    "id" INTEGER NOT NULL,
    "read_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrichment_progress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enriched_tickets_document_path_idx" ON "enriched_tickets"("document_path");

-- A state is known with the time since which it holds, or not at all.
ALTER TABLE "dependency_states" ADD CONSTRAINT "dependency_states_state_check"
  CHECK ("state" IN ('up', 'degraded', 'down', 'unconfigured')
    AND (("state" IS NULL) = ("since" IS NULL)) AND (("state" IS NULL) = ("checked_at" IS NULL)));
ALTER TABLE "enriched_tickets" ADD CONSTRAINT "enriched_tickets_decision_check"
  CHECK ("decision" IN ('added', 'merged', 'rejected') AND (("decision" = 'rejected') = ("document_path" IS NULL)));
ALTER TABLE "enrichment_progress" ADD CONSTRAINT "enrichment_progress_one_row" CHECK ("id" = 1);
