-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "finish_reason" TEXT,
ADD COLUMN     "invented_citations" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "monthly_tokens" BIGINT;

-- CreateTable
CREATE TABLE "answer_events" (
    "message_id" UUID NOT NULL,
    "last_id" INTEGER NOT NULL,
    "first_id" INTEGER NOT NULL,
    "events" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_events_pkey" PRIMARY KEY ("message_id", "last_id")
);

-- CreateTable
CREATE TABLE "token_months" (
    "user_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "tokens" BIGINT NOT NULL DEFAULT 0,
    "estimated_tokens" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "token_months_pkey" PRIMARY KEY ("user_id", "month")
);

-- CreateTable
CREATE TABLE "token_days" (
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "mode" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "prompt_tokens" BIGINT NOT NULL DEFAULT 0,
    "completion_tokens" BIGINT NOT NULL DEFAULT 0,
    "estimated_answers" INTEGER NOT NULL DEFAULT 0,
    "estimated_tokens" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "token_days_pkey" PRIMARY KEY ("user_id", "day", "mode", "provider", "model")
);

-- CreateIndex
CREATE INDEX "answer_events_at_idx" ON "answer_events"("at");

-- CreateIndex
CREATE INDEX "token_days_day_idx" ON "token_days"("day");

-- Batches are written often and deleted soon: room is taken back early.
ALTER TABLE "answer_events" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.2);

-- A quota is a number of tokens.
ALTER TABLE "users" ADD CONSTRAINT "users_monthly_tokens_check" CHECK ("monthly_tokens" >= 0);

-- What was spent before is counted too.
INSERT INTO "token_days" ("user_id", "day", "mode", "provider", "model", "answers", "prompt_tokens",
                          "completion_tokens", "estimated_answers", "estimated_tokens")
SELECT c."user_id", (m."created_at" AT TIME ZONE 'UTC')::date, m."mode", COALESCE(m."provider", ''),
       COALESCE(m."model", ''), count(*), sum(m."prompt_tokens"), sum(m."completion_tokens"),
       count(*) FILTER (WHERE m."tokens_estimated"),
       COALESCE(sum(m."prompt_tokens" + m."completion_tokens") FILTER (WHERE m."tokens_estimated"), 0)
FROM "messages" m JOIN "conversations" c ON c."id" = m."conversation_id"
WHERE m."role" = 'assistant' AND m."kind" = 'message'
GROUP BY 1, 2, 3, 4, 5;

INSERT INTO "token_months" ("user_id", "month", "tokens", "estimated_tokens")
SELECT "user_id", date_trunc('month', "day")::date, sum("prompt_tokens" + "completion_tokens"), sum("estimated_tokens")
FROM "token_days" GROUP BY 1, 2;

-- An answer that was stopped while its writer died counts as silent: it is ended like the others.
UPDATE "messages" SET "alive_at" = "created_at" WHERE "status" = 'stopped' AND "completed_at" IS NULL;
