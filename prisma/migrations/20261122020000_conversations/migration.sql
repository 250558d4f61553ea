-- DropIndex
DROP INDEX "conversations_user_id_updated_at_id_idx";

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "binding" JSONB,
ADD COLUMN     "fork_id" UUID,
ADD COLUMN     "leaf_id" UUID,
ADD COLUMN     "origin_id" UUID;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "depth" INTEGER NOT NULL DEFAULT -1,
ADD COLUMN     "parent_id" UUID,
ADD COLUMN     "request_key" UUID;

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "text_length" INTEGER NOT NULL,
    "is_truncated" BOOLEAN NOT NULL DEFAULT false,
    "pages" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_attachments" (
    "message_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "attachment_id" UUID NOT NULL,

    CONSTRAINT "message_attachments_pkey" PRIMARY KEY ("message_id","position")
);

-- CreateTable
CREATE TABLE "answer_followups" (
    "message_id" UUID NOT NULL,
    "ticket_id" INTEGER NOT NULL,
    "call_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_followups_pkey" PRIMARY KEY ("message_id","ticket_id")
);

-- CreateIndex
CREATE INDEX "attachments_user_id_created_at_idx" ON "attachments"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "message_attachments_attachment_id_idx" ON "message_attachments"("attachment_id");

-- CreateIndex
CREATE INDEX "conversations_user_id_is_pinned_updated_at_id_idx" ON "conversations"("user_id", "is_pinned" DESC, "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "conversations_origin_id_idx" ON "conversations"("origin_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_request_key_key" ON "messages"("request_key");

-- CreateIndex
CREATE INDEX "messages_conversation_id_status_idx" ON "messages"("conversation_id", "status");

-- CreateIndex
CREATE INDEX "messages_parent_id_conversation_id_rank_idx" ON "messages"("parent_id", "conversation_id", "rank");

-- CreateIndex
CREATE INDEX "tool_executions_call_id_idx" ON "tool_executions"("call_id");

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_leaf_id_fkey" FOREIGN KEY ("leaf_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_fork_id_fkey" FOREIGN KEY ("fork_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_attachments" ADD CONSTRAINT "message_attachments_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_attachments" ADD CONSTRAINT "message_attachments_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_followups" ADD CONSTRAINT "answer_followups_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Earlier conversations are one branch: each message follows the one before.
UPDATE "messages" SET "parent_id" = line."before", "depth" = line."place"
FROM (
  SELECT "id", lag("id") OVER (PARTITION BY "conversation_id" ORDER BY "rank") AS "before",
    row_number() OVER (PARTITION BY "conversation_id" ORDER BY "rank") - 1 AS "place"
  FROM "messages"
) line
WHERE line."id" = "messages"."id";
UPDATE "conversations" SET "leaf_id" = (
  SELECT "id" FROM "messages" WHERE "conversation_id" = "conversations"."id" ORDER BY "rank" DESC LIMIT 1
);

-- A message knows its place. A writer that names none (one that does not know of branches) appends to the newest.
CREATE FUNCTION "place_message"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "after" UUID;
BEGIN
  IF NEW."parent_id" IS NULL AND NEW."depth" < 0 THEN
    SELECT "fork_id" INTO "after" FROM "conversations" WHERE "id" = NEW."conversation_id" FOR UPDATE;
    NEW."parent_id" := coalesce(
      (SELECT "id" FROM "messages" WHERE "conversation_id" = NEW."conversation_id" ORDER BY "rank" DESC LIMIT 1),
      "after");
  END IF;
  NEW."depth" := coalesce((SELECT "depth" FROM "messages" WHERE "id" = NEW."parent_id"), -1) + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER "messages_place" BEFORE INSERT ON "messages"
  FOR EACH ROW EXECUTE FUNCTION "place_message"();

-- What is written last is what is shown.
CREATE FUNCTION "show_newest_message"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "conversations" SET "leaf_id" = NEW."id" WHERE "id" = NEW."conversation_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "messages_show" AFTER INSERT ON "messages"
  FOR EACH ROW EXECUTE FUNCTION "show_newest_message"();

-- The tree only grows: a message keeps its conversation and its place.
CREATE FUNCTION "keep_message_place"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."conversation_id", NEW."parent_id", NEW."depth", NEW."rank")
     IS DISTINCT FROM (OLD."conversation_id", OLD."parent_id", OLD."depth", OLD."rank") THEN
    RAISE EXCEPTION 'message %: its place cannot change', OLD."id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "messages_keep_place" BEFORE UPDATE OF "conversation_id", "parent_id", "depth", "rank" ON "messages"
  FOR EACH ROW EXECUTE FUNCTION "keep_message_place"();

-- Text as it is searched: no accents, no capitals. The dictionary is named, so the result never changes.
CREATE FUNCTION "chat_plain"("given" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize("given", NFC)))
$$;
