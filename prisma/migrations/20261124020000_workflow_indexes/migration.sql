-- Runs that have not ended are few, however many have: who looks for them reads no others.
CREATE INDEX "workflow_runs_open_idx" ON "workflow_runs" ("state", "updated_at") WHERE "ended_at" IS NULL;
