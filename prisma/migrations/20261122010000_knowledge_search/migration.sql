-- What a document may be read by and is about: the statistics are kept for each, so that what a reader may not see
-- never changes the order of what they see.
-- CreateTable
CREATE TABLE "knowledge_scopes" (
    "id" SERIAL NOT NULL,
    "audience" TEXT NOT NULL,
    "client_key" TEXT NOT NULL,
    "chunks" INTEGER NOT NULL DEFAULT 0,
    "length" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "knowledge_scopes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_terms" (
    "term" TEXT COLLATE "C" NOT NULL,
    "scope_id" INTEGER NOT NULL,
    "chunks" INTEGER NOT NULL,

    CONSTRAINT "knowledge_terms_pkey" PRIMARY KEY ("term","scope_id")
);

-- CreateTable
CREATE TABLE "knowledge_words" (
    "word" TEXT COLLATE "C" NOT NULL,
    "scope_id" INTEGER NOT NULL,
    "chunks" INTEGER NOT NULL,

    CONSTRAINT "knowledge_words_pkey" PRIMARY KEY ("word","scope_id")
);

-- CreateTable
CREATE TABLE "knowledge_postings" (
    "term" TEXT COLLATE "C" NOT NULL,
    "scope_id" INTEGER NOT NULL,
    "chunk_number" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,

    CONSTRAINT "knowledge_postings_pkey" PRIMARY KEY ("term","scope_id","chunk_number","count","length")
);

-- CreateTable
CREATE TABLE "knowledge_embedding_models" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "dim" INTEGER,
    "chance_likeness" DOUBLE PRECISION,
    "state" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "serving_since" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "error_at" TIMESTAMPTZ(3),
    "leased_by" UUID,
    "leased_until" TIMESTAMPTZ(3),
    "refused" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "knowledge_embedding_models_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_vectors" (
    "model_id" INTEGER NOT NULL,
    "text_hash" TEXT COLLATE "C" NOT NULL,
    "embedding" vector NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "knowledge_vectors_pkey" PRIMARY KEY ("model_id","text_hash")
);

-- DropIndex
DROP INDEX "knowledge_chunks_words_idx";

-- AlterTable
ALTER TABLE "knowledge_chunks" DROP COLUMN "embedding",
DROP COLUMN "embedding_model",
DROP COLUMN "words",
ADD COLUMN     "length" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "number" SERIAL NOT NULL,
ADD COLUMN     "scope_id" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "text_hash" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "words" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_scopes_audience_client_key_key" ON "knowledge_scopes"("audience", "client_key");

-- CreateIndex
CREATE INDEX "knowledge_words_word_idx" ON "knowledge_words" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_embedding_models_name_key" ON "knowledge_embedding_models"("name");

-- One model answers at a time.
CREATE UNIQUE INDEX "knowledge_embedding_models_serving_key" ON "knowledge_embedding_models"("state") WHERE "state" = 'serving';

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_chunks_number_key" ON "knowledge_chunks"("number");

-- CreateIndex
CREATE INDEX "knowledge_chunks_text_hash_idx" ON "knowledge_chunks"("text_hash");

-- CreateIndex
CREATE INDEX "knowledge_chunks_scope_id_idx" ON "knowledge_chunks"("scope_id");

-- AddForeignKey
ALTER TABLE "knowledge_vectors" ADD CONSTRAINT "knowledge_vectors_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "knowledge_embedding_models"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- A statistic below zero means that the index and the passages have parted: better no change than a wrong one.
ALTER TABLE "knowledge_terms" ADD CONSTRAINT "knowledge_terms_chunks_check" CHECK ("chunks" >= 0);
ALTER TABLE "knowledge_words" ADD CONSTRAINT "knowledge_words_chunks_check" CHECK ("chunks" >= 0);
ALTER TABLE "knowledge_scopes" ADD CONSTRAINT "knowledge_scopes_chunks_check" CHECK ("chunks" >= 0 AND "length" >= 0);

-- How a client's name is compared.
CREATE FUNCTION "knowledge_client_key"("name" TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT coalesce(lower(unaccent("name")), '')
$$;

-- The French stem of a word without accents, the same for documents and questions; identifiers stay whole. Without its
-- accent "configuree" has no ending that the stemmer knows, "configure" has.
CREATE FUNCTION "knowledge_stem"("word" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "word" ~ '[^a-z]' THEN "word"
    ELSE coalesce((ts_lexize('pg_catalog.french_stem', regexp_replace("word", 'ee(s?)$', 'e\1')))[1], "word") END
$$;

CREATE FUNCTION "knowledge_english_stem"("word" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce((ts_lexize('pg_catalog.english_stem', "word"))[1], "word")
$$;

-- Replicas change the statistics one after the other; taken before any row, so that none waits for another in a ring.
CREATE FUNCTION "lock_knowledge_index"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707371);
  RETURN NULL;
END $$;
CREATE TRIGGER "knowledge_chunks_lock" BEFORE INSERT OR UPDATE OR DELETE ON "knowledge_chunks"
  FOR EACH STATEMENT EXECUTE FUNCTION "lock_knowledge_index"();

CREATE FUNCTION "knowledge_scope"("for_audience" TEXT, "for_client" TEXT) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE
  "found_id" INTEGER;
BEGIN
  SELECT "id" INTO "found_id" FROM "knowledge_scopes"
    WHERE "audience" = "for_audience" AND "client_key" = "knowledge_client_key"("for_client");
  IF NOT FOUND THEN
    INSERT INTO "knowledge_scopes" ("audience", "client_key")
      VALUES ("for_audience", "knowledge_client_key"("for_client")) RETURNING "id" INTO "found_id";
  END IF;
  RETURN "found_id";
END $$;

-- A passage is readable and indexed as its document says.
CREATE FUNCTION "prepare_knowledge_chunk"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "knowledge_scope"(d."audience", d."client_name") INTO STRICT NEW."scope_id"
    FROM "knowledge_documents" d WHERE d."id" = NEW."document_id";
  NEW."terms" := ARRAY(SELECT "knowledge_stem"(w) FROM unnest(NEW."words") WITH ORDINALITY AS one(w, place) ORDER BY place);
  NEW."length" := cardinality(NEW."terms");
  RETURN NEW;
END $$;
CREATE TRIGGER "knowledge_chunks_prepare" BEFORE INSERT OR UPDATE OF "document_id", "words", "terms", "length", "scope_id"
  ON "knowledge_chunks" FOR EACH ROW EXECUTE FUNCTION "prepare_knowledge_chunk"();

CREATE FUNCTION "add_to_knowledge_index"("rows" "knowledge_chunks"[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF "rows" IS NULL THEN RETURN; END IF;
  INSERT INTO "knowledge_postings" ("term", "scope_id", "chunk_number", "count", "length")
    SELECT term, c."scope_id", c."number", count(*), c."length" FROM unnest("rows") c, unnest(c."terms") term
    GROUP BY term, c."scope_id", c."number", c."length";
  INSERT INTO "knowledge_terms" AS t ("term", "scope_id", "chunks")
    SELECT term, c."scope_id", count(DISTINCT c."number") FROM unnest("rows") c, unnest(c."terms") term GROUP BY 1, 2
    ON CONFLICT ("term", "scope_id") DO UPDATE SET "chunks" = t."chunks" + excluded."chunks";
  INSERT INTO "knowledge_words" AS t ("word", "scope_id", "chunks")
    SELECT word, c."scope_id", count(DISTINCT c."number") FROM unnest("rows") c, unnest(c."words") word GROUP BY 1, 2
    ON CONFLICT ("word", "scope_id") DO UPDATE SET "chunks" = t."chunks" + excluded."chunks";
  UPDATE "knowledge_scopes" s SET "chunks" = s."chunks" + part."chunks", "length" = s."length" + part."length"
    FROM (SELECT "scope_id", count(*) AS "chunks", sum("length") AS "length" FROM unnest("rows") GROUP BY 1) part
    WHERE s."id" = part."scope_id";
END $$;

CREATE FUNCTION "take_from_knowledge_index"("rows" "knowledge_chunks"[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF "rows" IS NULL THEN RETURN; END IF;
  DELETE FROM "knowledge_postings" p
    USING (SELECT DISTINCT term, c."scope_id", c."number" FROM unnest("rows") c, unnest(c."terms") term) gone
    WHERE p."term" = gone.term AND p."scope_id" = gone."scope_id" AND p."chunk_number" = gone."number";
  UPDATE "knowledge_terms" t SET "chunks" = t."chunks" - gone."chunks"
    FROM (SELECT term, c."scope_id", count(DISTINCT c."number") AS "chunks"
      FROM unnest("rows") c, unnest(c."terms") term GROUP BY 1, 2) gone
    WHERE t."term" = gone.term AND t."scope_id" = gone."scope_id";
  DELETE FROM "knowledge_terms" t
    USING (SELECT DISTINCT term, c."scope_id" FROM unnest("rows") c, unnest(c."terms") term) gone
    WHERE t."term" = gone.term AND t."scope_id" = gone."scope_id" AND t."chunks" = 0;
  UPDATE "knowledge_words" t SET "chunks" = t."chunks" - gone."chunks"
    FROM (SELECT word, c."scope_id", count(DISTINCT c."number") AS "chunks"
      FROM unnest("rows") c, unnest(c."words") word GROUP BY 1, 2) gone
    WHERE t."word" = gone.word AND t."scope_id" = gone."scope_id";
  DELETE FROM "knowledge_words" t
    USING (SELECT DISTINCT word, c."scope_id" FROM unnest("rows") c, unnest(c."words") word) gone
    WHERE t."word" = gone.word AND t."scope_id" = gone."scope_id" AND t."chunks" = 0;
  UPDATE "knowledge_scopes" s SET "chunks" = s."chunks" - part."chunks", "length" = s."length" - part."length"
    FROM (SELECT "scope_id", count(*) AS "chunks", sum("length") AS "length" FROM unnest("rows") GROUP BY 1) part
    WHERE s."id" = part."scope_id";
END $$;

CREATE FUNCTION "index_knowledge_chunks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM "add_to_knowledge_index"((SELECT array_agg(a::"knowledge_chunks") FROM "after_rows" a));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM "take_from_knowledge_index"((SELECT array_agg(b::"knowledge_chunks") FROM "before_rows" b));
  ELSE
    PERFORM "take_from_knowledge_index"((SELECT array_agg(b::"knowledge_chunks") FROM "before_rows" b JOIN "after_rows" a USING ("id")
      WHERE (a."scope_id", a."words", a."number") IS DISTINCT FROM (b."scope_id", b."words", b."number")));
    PERFORM "add_to_knowledge_index"((SELECT array_agg(a::"knowledge_chunks") FROM "before_rows" b JOIN "after_rows" a USING ("id")
      WHERE (a."scope_id", a."words", a."number") IS DISTINCT FROM (b."scope_id", b."words", b."number")));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "knowledge_chunks_insert" AFTER INSERT ON "knowledge_chunks"
  REFERENCING NEW TABLE AS "after_rows" FOR EACH STATEMENT EXECUTE FUNCTION "index_knowledge_chunks"();
CREATE TRIGGER "knowledge_chunks_update" AFTER UPDATE ON "knowledge_chunks"
  REFERENCING OLD TABLE AS "before_rows" NEW TABLE AS "after_rows" FOR EACH STATEMENT EXECUTE FUNCTION "index_knowledge_chunks"();
CREATE TRIGGER "knowledge_chunks_delete" AFTER DELETE ON "knowledge_chunks"
  REFERENCING OLD TABLE AS "before_rows" FOR EACH STATEMENT EXECUTE FUNCTION "index_knowledge_chunks"();

CREATE FUNCTION "clear_knowledge_index"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707371);
  TRUNCATE "knowledge_postings", "knowledge_terms", "knowledge_words";
  UPDATE "knowledge_scopes" SET "chunks" = 0, "length" = 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "knowledge_chunks_truncate" AFTER TRUNCATE ON "knowledge_chunks"
  FOR EACH STATEMENT EXECUTE FUNCTION "clear_knowledge_index"();

-- A document that is shown to others takes its passages along.
CREATE FUNCTION "move_knowledge_chunks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "knowledge_chunks" SET "scope_id" = 0 WHERE "document_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "knowledge_documents_move" AFTER UPDATE OF "audience", "client_name" ON "knowledge_documents"
  FOR EACH ROW WHEN ((OLD."audience", OLD."client_name") IS DISTINCT FROM (NEW."audience", NEW."client_name"))
  EXECUTE FUNCTION "move_knowledge_chunks"();

-- What is stored already; documents of the folder are read again by their new index version, cases are not. In parts: the
-- triggers take all rows of a statement at once. Words that are too long for an index are nobody's question.
DO $$
DECLARE
  "part" UUID[];
BEGIN
  LOOP
    "part" := ARRAY(SELECT "id" FROM "knowledge_chunks" WHERE "text_hash" = '' LIMIT 500);
    EXIT WHEN cardinality("part") = 0;
    UPDATE "knowledge_chunks" SET "text_hash" = encode(sha256(convert_to("plain", 'UTF8')), 'hex'),
      "words" = ARRAY(
        SELECT word FROM (
          SELECT run[1] AS word FROM regexp_matches("plain", '[[:alnum:]]{2,}', 'g') AS run
          UNION ALL SELECT DISTINCT run[1] FROM regexp_matches("plain", '[[:alnum:]]+(?:[-_.@/:][[:alnum:]]+)+', 'g') AS run
        ) AS every WHERE length(word) <= 80
      )
      WHERE "id" = ANY ("part");
  END LOOP;
END $$;

-- DropIndex
DROP INDEX "knowledge_chunks_plain_idx";

-- AlterTable
ALTER TABLE "knowledge_chunks" DROP COLUMN "plain";
