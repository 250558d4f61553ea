-- Runs of the workflows as people see and steer them; the steps are the engine's own, in the schema "dbos".
-- CreateTable
CREATE TABLE "workflow_runs" (
    "id" TEXT NOT NULL,
    "workflow" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "turn" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "is_dry_run" BOOLEAN NOT NULL DEFAULT false,
    "ticket_id" INTEGER,
    "client_name" TEXT,
    "phase" TEXT,
    "category" TEXT,
    "verdict" TEXT,
    "confidence" DOUBLE PRECISION,
    "auto_resolved" BOOLEAN,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "waiting_for" JSONB,
    "wait_topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "wait_until" TIMESTAMPTZ(3),
    "problem" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "workflow_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_signals" (
    "id" BIGSERIAL NOT NULL,
    "run_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" INTEGER,
    "taken_at_step" INTEGER,

    CONSTRAINT "workflow_signals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_commands" (
    "id" UUID NOT NULL,
    "run_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "step" INTEGER,
    "reason" TEXT,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "workflow_commands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_switches" (
    "workflow" TEXT NOT NULL,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "is_dry_run" BOOLEAN NOT NULL DEFAULT false,
    "user_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workflow_switches_pkey" PRIMARY KEY ("workflow")
);

-- CreateTable
CREATE TABLE "workflow_workers" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workflow_workers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incoming_alerts" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "decision" JSONB,
    "run_id" TEXT,

    CONSTRAINT "incoming_alerts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "incoming_alerts_digest_key" ON "incoming_alerts"("digest");

-- CreateIndex
CREATE INDEX "incoming_alerts_run_id_idx" ON "incoming_alerts"("run_id");

-- CreateIndex
CREATE INDEX "incoming_alerts_received_at_idx" ON "incoming_alerts"("received_at");

-- CreateIndex
CREATE INDEX "workflow_runs_workflow_created_at_idx" ON "workflow_runs"("workflow", "created_at");

-- CreateIndex
CREATE INDEX "workflow_runs_created_at_idx" ON "workflow_runs"("created_at");

-- CreateIndex
CREATE INDEX "workflow_runs_ticket_id_idx" ON "workflow_runs"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_signals_run_id_topic_key_key" ON "workflow_signals"("run_id", "topic", "key");

-- CreateIndex
CREATE INDEX "workflow_commands_run_id_at_idx" ON "workflow_commands"("run_id", "at");

-- AddForeignKey
ALTER TABLE "workflow_signals" ADD CONSTRAINT "workflow_signals_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "workflow_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_commands" ADD CONSTRAINT "workflow_commands_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "workflow_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_commands" ADD CONSTRAINT "workflow_commands_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_switches" ADD CONSTRAINT "workflow_switches_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "workflow_runs" ADD CONSTRAINT "workflow_runs_state_check"
  CHECK ("state" IN ('queued', 'running', 'waiting', 'parked', 'done', 'failed', 'cancelled', 'handed_over'));
-- Who ended says when, and an end is never a wait.
ALTER TABLE "workflow_runs" ADD CONSTRAINT "workflow_runs_ended_check"
  CHECK (("state" IN ('done', 'failed', 'cancelled', 'handed_over')) = ("ended_at" IS NOT NULL));
ALTER TABLE "workflow_commands" ADD CONSTRAINT "workflow_commands_kind_check"
  CHECK ("kind" IN ('cancel', 'retry', 'hand_over'));

-- What the workers look for, however many runs have ended or wait.
CREATE INDEX "workflow_runs_queued_idx" ON "workflow_runs" ("created_at") WHERE "state" = 'queued';
CREATE INDEX "workflow_runs_due_idx" ON "workflow_runs" ("wait_until") WHERE "state" = 'waiting';
CREATE INDEX "workflow_signals_new_idx" ON "workflow_signals" ("run_id") WHERE "taken_by" IS NULL;
CREATE INDEX "workflow_commands_open_idx" ON "workflow_commands" ("at") WHERE "done_at" IS NULL;
CREATE INDEX "incoming_alerts_new_idx" ON "incoming_alerts" ("received_at", "id") WHERE "handled_at" IS NULL;
