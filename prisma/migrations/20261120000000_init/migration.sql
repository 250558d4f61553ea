-- Extensions of PostgreSQL that the search needs.
CREATE EXTENSION IF NOT EXISTS vector;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT NOT NULL,
    "accreditation" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "rank" BIGSERIAL NOT NULL,
    "conversation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'message',
    "mode" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "provider" TEXT,
    "model" TEXT,
    "notice" JSONB,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "error" JSONB,
    "approval_id" TEXT,
    "prompt_tokens" INTEGER NOT NULL DEFAULT 0,
    "completion_tokens" INTEGER NOT NULL DEFAULT 0,
    "tokens_estimated" BOOLEAN NOT NULL DEFAULT false,
    "alive_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_executions" (
    "id" UUID NOT NULL,
    "rank" BIGSERIAL NOT NULL,
    "call_id" TEXT NOT NULL,
    "conversation_id" UUID,
    "message_id" UUID,
    "tool_name" TEXT NOT NULL,
    "tool_version" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "arguments" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "actor_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "summary" JSONB,
    "data" JSONB,
    "approval_id" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "duration_ms" INTEGER,

    CONSTRAINT "tool_executions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "tool_name" TEXT NOT NULL,
    "tool_version" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "sentence" JSONB NOT NULL,
    "arguments" JSONB NOT NULL,
    "target" JSONB NOT NULL,
    "security_level" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "policy_version" TEXT NOT NULL,
    "requested_by" JSONB NOT NULL,
    "requester_key" TEXT NOT NULL,
    "context" JSONB NOT NULL,
    "conversation_id" UUID,
    "ticket_id" INTEGER,
    "preview" JSONB NOT NULL,
    "reversible" BOOLEAN NOT NULL,
    "required_approvals" INTEGER NOT NULL,
    "approver_level" TEXT NOT NULL,
    "reason_required" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "max_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "deferred_until" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "executing_at" TIMESTAMPTZ(3),
    "alive_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "reported_at" TIMESTAMPTZ(3),
    "report_tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_decisions" (
    "id" UUID NOT NULL,
    "approval_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "accreditation" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "reason" TEXT,
    "until" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_secrets" (
    "approval_id" TEXT NOT NULL,
    "sealed" BYTEA,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "action_secrets_pkey" PRIMARY KEY ("approval_id")
);

-- CreateTable
CREATE TABLE "user_audit_log" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "actor_key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "user_audit_log_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_documents" (
    "id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "client_name" TEXT,
    "audience" TEXT NOT NULL DEFAULT 'N0',
    "content_hash" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_chunks" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "heading_path" TEXT[],
    "content" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "words" tsvector,
    "embedding_model" TEXT,
    "embedding" vector,

    CONSTRAINT "knowledge_chunks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_login_key" ON "users"("login");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "conversations_user_id_updated_at_id_idx" ON "conversations"("user_id", "updated_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_rank_key" ON "messages"("rank");

-- CreateIndex
CREATE UNIQUE INDEX "messages_approval_id_key" ON "messages"("approval_id");

-- CreateIndex
CREATE INDEX "messages_conversation_id_rank_idx" ON "messages"("conversation_id", "rank");

-- CreateIndex
CREATE INDEX "messages_status_alive_at_idx" ON "messages"("status", "alive_at");

-- CreateIndex
CREATE UNIQUE INDEX "tool_executions_rank_key" ON "tool_executions"("rank");

-- CreateIndex
CREATE INDEX "tool_executions_message_id_rank_idx" ON "tool_executions"("message_id", "rank");

-- CreateIndex
CREATE INDEX "tool_executions_tool_name_started_at_idx" ON "tool_executions"("tool_name", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_number_key" ON "approvals"("number");

-- CreateIndex
CREATE INDEX "approvals_state_expires_at_idx" ON "approvals"("state", "expires_at");

-- CreateIndex
CREATE INDEX "approvals_requester_key_digest_idx" ON "approvals"("requester_key", "digest");

-- CreateIndex
CREATE INDEX "approvals_conversation_id_idx" ON "approvals"("conversation_id");

-- CreateIndex
CREATE INDEX "approval_decisions_approval_id_at_idx" ON "approval_decisions"("approval_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "user_audit_log_hash_key" ON "user_audit_log"("hash");

-- CreateIndex
CREATE INDEX "user_audit_log_subject_type_subject_id_idx" ON "user_audit_log"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "user_audit_log_action_at_idx" ON "user_audit_log"("action", "at");

-- CreateIndex
CREATE INDEX "events_at_idx" ON "events"("at");

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_documents_path_key" ON "knowledge_documents"("path");

-- CreateIndex
CREATE INDEX "knowledge_chunks_words_idx" ON "knowledge_chunks" USING GIN ("words");

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_chunks_document_id_position_key" ON "knowledge_chunks"("document_id", "position");

-- CreateIndex
CREATE INDEX "knowledge_chunks_plain_idx" ON "knowledge_chunks" USING GIN ("plain" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_decisions" ADD CONSTRAINT "approval_decisions_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_secrets" ADD CONSTRAINT "action_secrets_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_chunks" ADD CONSTRAINT "knowledge_chunks_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "knowledge_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The audit chain starts from an empty head.
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, repeat('0', 64));

-- The audit log takes new rows only.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'user_audit_log is append-only';
END $$;
CREATE TRIGGER "user_audit_log_append_only" BEFORE UPDATE OR DELETE ON "user_audit_log"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "user_audit_log_no_truncate" BEFORE TRUNCATE ON "user_audit_log"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

-- An approval follows its state machine and never changes what was asked.
CREATE FUNCTION "check_approval_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."tool_name", NEW."tool_version", NEW."arguments", NEW."target", NEW."digest", NEW."requester_key",
      NEW."security_level", NEW."required_approvals", NEW."approver_level", NEW."policy_version", NEW."max_expires_at")
     IS DISTINCT FROM
     (OLD."tool_name", OLD."tool_version", OLD."arguments", OLD."target", OLD."digest", OLD."requester_key",
      OLD."security_level", OLD."required_approvals", OLD."approver_level", OLD."policy_version", OLD."max_expires_at") THEN
    RAISE EXCEPTION 'approval %: what was asked cannot change', OLD."id";
  END IF;
  IF NEW."state" <> OLD."state" AND NOT (
    (OLD."state" = 'pending' AND NEW."state" IN ('approved', 'rejected', 'expired', 'cancelled'))
    OR (OLD."state" = 'approved' AND NEW."state" IN ('executing', 'failed', 'expired'))
    OR (OLD."state" = 'executing' AND NEW."state" IN ('executed', 'failed', 'unknown'))
  ) THEN
    RAISE EXCEPTION 'approval %: % cannot become %', OLD."id", OLD."state", NEW."state";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "approvals_state_machine" BEFORE UPDATE ON "approvals"
  FOR EACH ROW EXECUTE FUNCTION "check_approval_change"();
