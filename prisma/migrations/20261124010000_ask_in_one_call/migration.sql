-- What is written before a model is asked, in one call: each round trip to the database delays the first word. Every
-- statement of the function sees what was committed until then, also while it waited for a lock.

-- Ids that grow with the time, as those of the other rows (UUID version 7).
CREATE FUNCTION "time_ordered_uuid"() RETURNS UUID LANGUAGE sql VOLATILE AS $$
  SELECT encode(set_bit(set_bit(overlay(
    uuid_send(gen_random_uuid())
    PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
    52, 1), 53, 1), 'hex')::uuid
$$;

-- Stores a question with the answer that is to be written, all or nothing. `talk` is null for a new conversation;
-- without `named` parent the question follows what the conversation shows. A question that came before with the same
-- key gives the answer of then. With a `refusal`, the reason of it, nothing is stored.
CREATE FUNCTION "ask_question"(
  "asker" UUID, "key" UUID, "talk" UUID, "new_title" TEXT, "new_binding" JSONB, "in_mode" TEXT, "words" TEXT,
  "files" UUID[], "named" BOOLEAN, "parent" UUID, "parent_known" BOOLEAN,
  "of_month" DATE, "usual_quota" BIGINT, "most_answers" INTEGER, "at_time" TIMESTAMPTZ,
  OUT "refusal" TEXT, OUT "sent_id" UUID,
  OUT "place_id" UUID, OUT "question_id" UUID, OUT "answer_id" UUID, OUT "answer_rank" BIGINT
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  "owner" UUID;
  "shown" UUID;
BEGIN
  IF "key" IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended("key"::text, 0));
    SELECT CASE WHEN c."deleted_at" IS NULL THEN c."user_id" END,
           (SELECT a."id" FROM "messages" a WHERE a."parent_id" = q."id" ORDER BY a."rank" LIMIT 1)
    INTO "owner", "sent_id"
    FROM "messages" q JOIN "conversations" c ON c."id" = q."conversation_id" WHERE q."request_key" = "key";
    IF FOUND THEN
      IF "sent_id" IS NULL OR "owner" IS DISTINCT FROM "asker" THEN
        "refusal" := 'chat.request_key';
        "sent_id" := NULL;
      END IF;
      RETURN;
    END IF;
  END IF;
  IF EXISTS (SELECT 1 FROM "users" u LEFT JOIN "token_months" t ON t."user_id" = u."id" AND t."month" = "of_month"
             WHERE u."id" = "asker" AND COALESCE(t."tokens", 0) >= COALESCE(u."monthly_tokens", "usual_quota")) THEN
    "refusal" := 'limit.tokens';
    RETURN;
  END IF;
  IF "talk" IS NOT NULL THEN
    SELECT c."id", c."leaf_id" INTO "place_id", "shown" FROM "conversations" c
    WHERE c."id" = "talk" AND c."user_id" = "asker" AND c."deleted_at" IS NULL FOR UPDATE;
    IF NOT FOUND THEN
      "refusal" := 'chat.conversation';
      RETURN;
    END IF;
    IF EXISTS (SELECT 1 FROM "messages" m WHERE m."conversation_id" = "talk" AND m."status" = 'streaming') THEN
      "refusal" := 'chat.busy';
      RETURN;
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('answers:' || "asker"::text, 0));
  IF (SELECT count(*) FROM "messages" m JOIN "conversations" c ON c."id" = m."conversation_id"
      WHERE m."status" = 'streaming' AND c."user_id" = "asker") >= "most_answers" THEN
    "refusal" := 'limit.answers';
  ELSIF "named" AND "parent" IS NOT NULL AND NOT "parent_known" THEN
    "refusal" := 'chat.message';
  ELSIF EXISTS (SELECT 1 FROM unnest("files") f("id") WHERE NOT EXISTS (
      SELECT 1 FROM "attachments" a WHERE a."id" = f."id" AND a."user_id" = "asker")) THEN
    "refusal" := 'attachment.not_found';
  END IF;
  IF "refusal" IS NOT NULL THEN
    RETURN;
  END IF;
  "question_id" := "time_ordered_uuid"();
  "answer_id" := "time_ordered_uuid"();
  IF "talk" IS NULL THEN
    INSERT INTO "conversations" ("id", "user_id", "title", "mode", "binding", "created_at", "updated_at")
    VALUES ("time_ordered_uuid"(), "asker", "new_title", "in_mode", "new_binding", "at_time", "at_time")
    RETURNING "id" INTO "place_id";
  ELSE
    UPDATE "conversations" SET "updated_at" = "at_time", "mode" = "in_mode", "archived_at" = NULL
    WHERE "id" = "place_id";
  END IF;
  INSERT INTO "messages" ("id", "conversation_id", "parent_id", "depth", "request_key", "role", "mode", "content",
                          "status", "created_at", "completed_at")
  VALUES ("question_id", "place_id", CASE WHEN "named" THEN "parent" ELSE "shown" END, 0, "key", 'user', "in_mode",
          "words", 'complete', "at_time", "at_time");
  INSERT INTO "message_attachments" ("message_id", "position", "attachment_id")
  SELECT "question_id", f."position" - 1, f."id" FROM unnest("files") WITH ORDINALITY f("id", "position");
  INSERT INTO "messages" ("id", "conversation_id", "parent_id", "depth", "role", "mode", "content", "status",
                          "created_at", "alive_at")
  VALUES ("answer_id", "place_id", "question_id", 0, 'assistant', "in_mode", '', 'streaming', "at_time", clock_timestamp())
  RETURNING "rank" INTO "answer_rank";
END $$;
