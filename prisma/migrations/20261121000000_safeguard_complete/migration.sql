-- AlterTable
ALTER TABLE "approval_decisions" ADD COLUMN     "grant_id" TEXT,
ADD COLUMN     "on_behalf_name" TEXT,
ADD COLUMN     "on_behalf_of" TEXT,
ADD COLUMN     "preview_seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "step_up" TEXT,
ADD COLUMN     "verdict" TEXT;

-- AlterTable
ALTER TABLE "approvals" ADD COLUMN     "decide_ms" INTEGER,
ADD COLUMN     "deferred_at" TIMESTAMPTZ(3),
ADD COLUMN     "deferred_for" TEXT,
ADD COLUMN     "deferred_left_ms" INTEGER,
ADD COLUMN     "escalated_to" TEXT,
ADD COLUMN     "grant_id" TEXT,
ADD COLUMN     "ladder" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "ladder_step" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "looked_at" TIMESTAMPTZ(3),
ADD COLUMN     "policy_rules" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "preview_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reconciled_at" TIMESTAMPTZ(3),
ADD COLUMN     "step_up_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "undo_of" TEXT,
ADD COLUMN     "undone_by" TEXT,
ADD COLUMN     "weighing" JSONB;

-- AlterTable
ALTER TABLE "tool_executions" ADD COLUMN     "target" JSONB;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "totp_enabled_at" TIMESTAMPTZ(3),
ADD COLUMN     "totp_last_step" BIGINT,
ADD COLUMN     "totp_secret" BYTEA;

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_comments" (
    "id" UUID NOT NULL,
    "approval_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_views" (
    "approval_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "looking_until" TIMESTAMPTZ(3) NOT NULL,
    "seen_digest" TEXT,
    "preview_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_views_pkey" PRIMARY KEY ("approval_id","user_id")
);

-- CreateTable
CREATE TABLE "break_glass_uses" (
    "approval_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reviewer_id" TEXT,
    "reviewer_name" TEXT,
    "verdict" TEXT,
    "note" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "break_glass_uses_pkey" PRIMARY KEY ("approval_id")
);

-- CreateTable
CREATE TABLE "delegations" (
    "id" UUID NOT NULL,
    "from_user_id" UUID NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_user_id" UUID NOT NULL,
    "to_name" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "delegations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing_grants" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "tool_name" TEXT NOT NULL,
    "requester" TEXT NOT NULL,
    "requester_name" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "max_uses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "digest" TEXT NOT NULL,
    "policy_version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "approver_level" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "revoked_by_id" TEXT,
    "revoked_by_name" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "standing_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "version" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "policy_state" (
    "id" INTEGER NOT NULL,
    "version" TEXT,
    "loaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "policy_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_problems" (
    "reporter" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "file_hash" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_problems_pkey" PRIMARY KEY ("reporter")
);

-- CreateTable
CREATE TABLE "notification_deliveries" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "approval_id" TEXT,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "leased_to" TIMESTAMPTZ(3),

    CONSTRAINT "notification_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_cursors" (
    "name" TEXT NOT NULL,
    "last_id" BIGINT NOT NULL,

    CONSTRAINT "event_cursors_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_user_id_hash_key" ON "recovery_codes"("user_id", "hash");

-- CreateIndex
CREATE INDEX "approval_comments_approval_id_at_idx" ON "approval_comments"("approval_id", "at");

-- CreateIndex
CREATE INDEX "delegations_to_user_id_ends_at_idx" ON "delegations"("to_user_id", "ends_at");

-- CreateIndex
CREATE INDEX "delegations_from_user_id_ends_at_idx" ON "delegations"("from_user_id", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "standing_grants_number_key" ON "standing_grants"("number");

-- CreateIndex
CREATE INDEX "standing_grants_tool_name_requester_state_idx" ON "standing_grants"("tool_name", "requester", "state");

-- CreateIndex
CREATE INDEX "policy_versions_loaded_at_idx" ON "policy_versions"("loaded_at");

-- CreateIndex
CREATE INDEX "notification_deliveries_state_due_at_idx" ON "notification_deliveries"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_deliveries_channel_event_id_key" ON "notification_deliveries"("channel", "event_id");

-- CreateIndex
CREATE INDEX "approval_decisions_user_id_at_idx" ON "approval_decisions"("user_id", "at");

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_comments" ADD CONSTRAINT "approval_comments_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_views" ADD CONSTRAINT "approval_views_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass_uses" ADD CONSTRAINT "break_glass_uses_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


INSERT INTO "policy_state" ("id") VALUES (1);

-- One yes per person and request, in their own name or for somebody else; who said yes may break the glass later.
CREATE UNIQUE INDEX "approval_decisions_one_yes" ON "approval_decisions" ("approval_id", "user_id", "kind")
  WHERE "kind" IN ('approve', 'break_glass');

-- What was said is never unsaid.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% takes new rows only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "approval_decisions_append_only" BEFORE UPDATE OR DELETE ON "approval_decisions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "approval_decisions_no_truncate" BEFORE TRUNCATE ON "approval_decisions"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "approval_comments_append_only" BEFORE UPDATE OR DELETE ON "approval_comments"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "approval_comments_no_truncate" BEFORE TRUNCATE ON "approval_comments"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "approvals_no_delete" BEFORE DELETE ON "approvals"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "approvals_no_truncate" BEFORE TRUNCATE ON "approvals"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- The head of the audit chain only moves on, by the row that was just added to it.
CREATE FUNCTION "check_audit_insert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "audit_head" h WHERE h."seq" = NEW."seq" - 1 AND h."hash" = NEW."prev_hash") THEN
    RAISE EXCEPTION 'user_audit_log: row % does not follow the head', NEW."seq";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "user_audit_log_follows" BEFORE INSERT ON "user_audit_log"
  FOR EACH ROW EXECUTE FUNCTION "check_audit_insert"();
CREATE FUNCTION "check_audit_head"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."id" <> OLD."id" OR NOT EXISTS (
      SELECT 1 FROM "user_audit_log" l
      WHERE l."seq" = NEW."seq" AND l."hash" = NEW."hash" AND l."seq" = OLD."seq" + 1 AND l."prev_hash" = OLD."hash") THEN
    RAISE EXCEPTION 'audit_head: it moves on by one row';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_head_moves_on" BEFORE UPDATE ON "audit_head"
  FOR EACH ROW EXECUTE FUNCTION "check_audit_head"();
CREATE TRIGGER "audit_head_is_one" BEFORE INSERT OR DELETE ON "audit_head"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_head_no_truncate" BEFORE TRUNCATE ON "audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- "N3" is 3.
CREATE FUNCTION "accreditation_rank"("held" TEXT) RETURNS INTEGER LANGUAGE sql IMMUTABLE AS $$
  SELECT substr("held", 2)::INTEGER
$$;

-- Accreditation of an active person; null when there is none of that id.
CREATE FUNCTION "held_accreditation"("person" TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT "accreditation" FROM "users" WHERE "id"::TEXT = "person" AND "is_active"
$$;

-- Who may decide for somebody else: both hold N2 or above, and it is at most one level below.
CREATE FUNCTION "may_stand_in"("from_level" TEXT, "to_level" TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
  SELECT "accreditation_rank"("from_level") >= 2 AND "accreditation_rank"("to_level") >= 2
    AND "accreditation_rank"("to_level") >= "accreditation_rank"("from_level") - 1
$$;

-- Who asked, as the code names an actor.
CREATE FUNCTION "actor_key"("actor" JSONB) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE "actor"->>'type'
    WHEN 'user' THEN 'user:' || ("actor"->>'userId')
    WHEN 'workflow' THEN 'workflow:' || ("actor"->>'name') || ':' || ("actor"->>'runId')
    WHEN 'mcp-client' THEN COALESCE('user:' || ("actor"->'owner'->>'userId'), 'mcp-client:' || ("actor"->>'clientId'))
    WHEN 'system' THEN 'system:' || ("actor"->>'name')
  END
$$;

-- Somebody of N1 or above, by their own name, says something about a request.
CREATE FUNCTION "check_approval_comment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE("accreditation_rank"("held_accreditation"(NEW."user_id")), 0) < 1 THEN
    RAISE EXCEPTION 'approval %: % may not comment', NEW."approval_id", NEW."user_id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "approval_comments_rules" BEFORE INSERT ON "approval_comments"
  FOR EACH ROW EXECUTE FUNCTION "check_approval_comment"();

-- The accreditation with which a person may decide at an instant, alone or for somebody who delegated to them.
CREATE FUNCTION "deciding_accreditation"("person" TEXT, "for_person" TEXT, "at_time" TIMESTAMPTZ)
RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN "for_person" IS NULL THEN "held_accreditation"("person")
    WHEN "may_stand_in"("held_accreditation"("for_person"), "held_accreditation"("person")) AND EXISTS (
      SELECT 1 FROM "delegations" d
      WHERE d."from_user_id"::TEXT = "for_person" AND d."to_user_id"::TEXT = "person"
        AND d."starts_at" <= "at_time" AND "at_time" < d."ends_at" AND d."revoked_at" IS NULL
    ) THEN "held_accreditation"("for_person")
  END
$$;

-- The scope of a grant covers a request; never a privileged target.
CREATE FUNCTION "grant_covers"(g "standing_grants", a "approvals") RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT g."tool_name" = a."tool_name" AND g."policy_version" = a."policy_version"
    AND (g."requester" = a."requester_key" OR
         (g."requester" LIKE 'workflow:%' AND starts_with(a."requester_key", g."requester" || ':')))
    AND a."arguments" @> (g."scope"->'arguments') AND a."target"->'attributes' @> (g."scope"->'target')
    AND (g."scope"->'targetIds' = '[]' OR g."scope"->'targetIds' ? (a."target"->>'id'))
    AND a."target"->'attributes'->'privileged' IS DISTINCT FROM 'true'
$$;

-- A standing grant that answers this request at this instant, given by this person.
CREATE FUNCTION "grant_answers"("grant_id" TEXT, a "approvals", "person" TEXT, "at_time" TIMESTAMPTZ)
RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "standing_grants" g
    WHERE g."id" = "grant_id" AND g."state" = 'active' AND "at_time" < g."expires_at" AND g."uses" < g."max_uses"
      AND "grant_covers"(g, a) AND g."decided_by_id" = "person" AND 'user:' || "person" <> a."requester_key"
      AND a."security_level" = 'L3' AND a."required_approvals" = 1
      AND NOT a."step_up_required" AND NOT a."preview_required"
      AND "accreditation_rank"("held_accreditation"("person"))
        >= GREATEST("accreditation_rank"(a."approver_level"), "accreditation_rank"(g."approver_level"))
  )
$$;

-- Nobody knows whose API key asked: its holder may be one of those who decide.
CREATE FUNCTION "is_unowned_key"("actor" JSONB) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
  SELECT "actor"->>'type' = 'mcp-client' AND "actor"->'owner' IS NULL
$$;

-- Who may say what, when: the same rules as the code, so that no other way in can break them.
CREATE FUNCTION "check_approval_decision"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a "approvals";
  held TEXT;
  wanted_state TEXT := CASE WHEN NEW."kind" = 'verdict' THEN 'unknown' ELSE 'pending' END;
BEGIN
  SELECT * INTO a FROM "approvals" WHERE "id" = NEW."approval_id" FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'approval %: there is none', NEW."approval_id";
  END IF;
  IF NEW."kind" NOT IN ('approve', 'reject', 'defer', 'cancel', 'break_glass', 'grant', 'verdict') THEN
    RAISE EXCEPTION 'approval %: % is no decision', a."id", NEW."kind";
  END IF;
  IF a."state" <> wanted_state THEN
    RAISE EXCEPTION 'approval %: no % while %', a."id", NEW."kind", a."state";
  END IF;
  IF NEW."digest" <> a."digest" THEN
    RAISE EXCEPTION 'approval %: another digest', a."id";
  END IF;
  IF NEW."kind" <> 'verdict' AND NEW."at" >= a."expires_at" THEN
    RAISE EXCEPTION 'approval %: expired', a."id";
  END IF;
  IF NEW."step_up" NOT IN ('password', 'totp', 'recovery') THEN
    RAISE EXCEPTION 'approval %: no such proof of presence', a."id";
  END IF;
  IF NEW."kind" = 'defer' AND (NEW."until" IS NULL OR NEW."until" <= NEW."at" OR NEW."until" >= a."max_expires_at") THEN
    RAISE EXCEPTION 'approval %: not to be put off until then', a."id";
  END IF;
  IF (NEW."kind" = 'grant') <> (NEW."grant_id" IS NOT NULL) OR (NEW."kind" = 'verdict') <> (NEW."verdict" IS NOT NULL) THEN
    RAISE EXCEPTION 'approval %: not what a % says', a."id", NEW."kind";
  END IF;
  IF NEW."on_behalf_of" IS NOT NULL AND NEW."kind" NOT IN ('approve', 'reject', 'defer') THEN
    RAISE EXCEPTION 'approval %: no % for somebody else', a."id", NEW."kind";
  END IF;
  held := "deciding_accreditation"(NEW."user_id", NEW."on_behalf_of", NEW."at");
  IF held IS NULL OR held <> NEW."accreditation" THEN
    RAISE EXCEPTION 'approval %: % does not hold %', a."id", NEW."user_id", NEW."accreditation";
  END IF;

  IF NEW."kind" = 'cancel' THEN
    IF 'user:' || NEW."user_id" <> a."requester_key" THEN
      RAISE EXCEPTION 'approval %: only the requester cancels', a."id";
    END IF;
    RETURN NEW;
  END IF;
  IF a."requester_key" IN ('user:' || NEW."user_id", 'user:' || COALESCE(NEW."on_behalf_of", '')) THEN
    RAISE EXCEPTION 'approval %: the requester cannot %', a."id", NEW."kind";
  END IF;
  IF "accreditation_rank"(held) < "accreditation_rank"(a."approver_level") THEN
    RAISE EXCEPTION 'approval %: % needs %', a."id", NEW."kind", a."approver_level";
  END IF;
  IF NEW."reason" IS NULL AND (NEW."kind" IN ('reject', 'break_glass', 'verdict')
      OR (NEW."kind" = 'approve' AND a."reason_required")) THEN
    RAISE EXCEPTION 'approval %: % needs a reason', a."id", NEW."kind";
  END IF;
  IF NEW."kind" = 'approve' THEN
    IF a."step_up_required" AND NEW."step_up" IS NULL THEN
      RAISE EXCEPTION 'approval %: presence not proved', a."id";
    END IF;
    IF a."preview_required" AND NEW."preview_seen_at" IS NULL THEN
      RAISE EXCEPTION 'approval %: preview not seen', a."id";
    END IF;
    IF EXISTS (
      SELECT 1 FROM "approval_decisions" d
      WHERE d."approval_id" = a."id" AND d."kind" = 'approve'
        AND (d."user_id" IN (NEW."user_id", NEW."on_behalf_of") OR d."on_behalf_of" IN (NEW."user_id", NEW."on_behalf_of"))
    ) THEN
      RAISE EXCEPTION 'approval %: this person said yes already', a."id";
    END IF;
  ELSIF NEW."kind" = 'break_glass' THEN
    IF held <> 'N4' OR NEW."step_up" IS NULL OR a."required_approvals" < 2 THEN
      RAISE EXCEPTION 'approval %: break-glass needs N4, proof of presence and a missing second yes', a."id";
    END IF;
    IF "is_unowned_key"(a."requested_by") AND NOT EXISTS (
      SELECT 1 FROM "approval_decisions" d
      WHERE d."approval_id" = a."id" AND d."kind" = 'approve' AND d."user_id" <> NEW."user_id"
        AND d."on_behalf_of" IS DISTINCT FROM NEW."user_id"
    ) THEN
      RAISE EXCEPTION 'approval %: who breaks the glass may hold the key that asked', a."id";
    END IF;
  ELSIF NEW."kind" = 'grant' THEN
    IF NOT "grant_answers"(NEW."grant_id", a, NEW."user_id", NEW."at") THEN
      RAISE EXCEPTION 'approval %: the grant does not answer it', a."id";
    END IF;
  ELSIF NEW."kind" = 'verdict' AND NEW."verdict" NOT IN ('executed', 'failed') THEN
    RAISE EXCEPTION 'approval %: no such verdict', a."id";
  END IF;
  IF NEW."preview_seen_at" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "approval_views" v
      WHERE v."approval_id" = a."id" AND v."user_id" = NEW."user_id" AND v."seen_digest" = NEW."digest"
        AND v."preview_seen_at" = NEW."preview_seen_at") THEN
    RAISE EXCEPTION 'approval %: % did not see the preview', a."id", NEW."user_id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "approval_decisions_rules" BEFORE INSERT ON "approval_decisions"
  FOR EACH ROW EXECUTE FUNCTION "check_approval_decision"();

-- Who had the whole preview of a request on the screen, first when: of its own digest, once.
CREATE FUNCTION "check_approval_view"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."seen_digest" IS NULL) <> (NEW."preview_seen_at" IS NULL) OR NEW."seen_digest" IS NOT NULL
      AND NEW."seen_digest" IS DISTINCT FROM (SELECT a."digest" FROM "approvals" a WHERE a."id" = NEW."approval_id") THEN
    RAISE EXCEPTION 'approval %: not the preview that % could see', NEW."approval_id", NEW."user_id";
  END IF;
  IF TG_OP = 'UPDATE' AND ((NEW."approval_id", NEW."user_id") IS DISTINCT FROM (OLD."approval_id", OLD."user_id")
      OR OLD."preview_seen_at" IS NOT NULL AND (NEW."seen_digest", NEW."preview_seen_at")
        IS DISTINCT FROM (OLD."seen_digest", OLD."preview_seen_at")) THEN
    RAISE EXCEPTION 'approval %: what % saw first stays', OLD."approval_id", OLD."user_id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "approval_views_rules" BEFORE INSERT OR UPDATE ON "approval_views"
  FOR EACH ROW EXECUTE FUNCTION "check_approval_view"();

-- The longest time between the yes and the start.
CREATE FUNCTION "start_within"() RETURNS INTERVAL LANGUAGE sql IMMUTABLE AS $$ SELECT interval '15 minutes' $$;

-- A grant that said yes still stands at the start, and so does the one who gave it.
CREATE FUNCTION "grant_stands"(a "approvals", "at_time" TIMESTAMPTZ) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT a."grant_id" IS NULL OR EXISTS (
    SELECT 1 FROM "standing_grants" g
    WHERE g."id" = a."grant_id" AND g."state" = 'active' AND "at_time" < g."expires_at" AND "grant_covers"(g, a)
      AND "accreditation_rank"("held_accreditation"(g."decided_by_id"))
        >= GREATEST("accreditation_rank"(a."approver_level"), "accreditation_rank"(g."approver_level"))
  )
$$;

-- Enough people said yes to this digest who still could, or one decision that stands in for them.
CREATE FUNCTION "is_decided_yes"(a "approvals") RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT (SELECT count(*) FROM "approval_decisions" d
          WHERE d."approval_id" = a."id" AND d."kind" = 'approve' AND d."digest" = a."digest"
            AND "held_accreditation"(d."user_id") IS NOT NULL
            AND "accreditation_rank"("held_accreditation"(COALESCE(d."on_behalf_of", d."user_id")))
              >= "accreditation_rank"(a."approver_level")) >= a."required_approvals"
    OR EXISTS (SELECT 1 FROM "approval_decisions" d
               WHERE d."approval_id" = a."id" AND d."digest" = a."digest"
                 AND (d."kind" = 'grant'
                   OR d."kind" = 'break_glass' AND "accreditation_rank"("held_accreditation"(d."user_id")) >= 4))
$$;

CREATE FUNCTION "has_decision"("approval" TEXT, "wanted" TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "approval_decisions" d WHERE d."approval_id" = "approval" AND d."kind" = "wanted")
$$;

CREATE FUNCTION "check_approval_insert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" <> 'pending' OR NEW."decided_at" IS NOT NULL OR NEW."executing_at" IS NOT NULL
     OR NEW."finished_at" IS NOT NULL OR NEW."outcome" IS NOT NULL OR NEW."expires_at" > NEW."max_expires_at"
     OR NEW."grant_id" IS NOT NULL OR NEW."reconciled_at" IS NOT NULL OR NEW."undone_by" IS NOT NULL THEN
    RAISE EXCEPTION 'approval %: begins pending', NEW."id";
  END IF;
  IF NEW."requester_key" IS DISTINCT FROM "actor_key"(NEW."requested_by") THEN
    RAISE EXCEPTION 'approval %: asked by somebody else', NEW."id";
  END IF;
  IF NEW."required_approvals" < 1 OR NOT (
      (NEW."security_level" = 'L3' AND "accreditation_rank"(NEW."approver_level") >= 2)
      OR (NEW."security_level" = 'L4' AND "accreditation_rank"(NEW."approver_level") >= 3
          AND NEW."required_approvals" >= 2 AND NEW."step_up_required" AND NEW."preview_required")) THEN
    RAISE EXCEPTION 'approval %: below the floors of the gate', NEW."id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "approvals_begin_pending" BEFORE INSERT ON "approvals"
  FOR EACH ROW EXECUTE FUNCTION "check_approval_insert"();

-- An approval follows its state machine, for a reason that is on record, and never changes what was asked.
CREATE OR REPLACE FUNCTION "check_approval_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked "approvals" := NEW;
BEGIN
  -- May change, by the rules below; every other column, one of tomorrow too, may not.
  asked."state" := OLD."state"; asked."expires_at" := OLD."expires_at"; asked."deferred_until" := OLD."deferred_until";
  asked."deferred_for" := OLD."deferred_for"; asked."deferred_at" := OLD."deferred_at"; asked."deferred_left_ms" := OLD."deferred_left_ms";
  asked."ladder_step" := OLD."ladder_step"; asked."escalated_to" := OLD."escalated_to"; asked."decided_at" := OLD."decided_at";
  asked."executing_at" := OLD."executing_at"; asked."alive_at" := OLD."alive_at"; asked."finished_at" := OLD."finished_at";
  asked."outcome" := OLD."outcome"; asked."looked_at" := OLD."looked_at"; asked."reconciled_at" := OLD."reconciled_at";
  asked."grant_id" := OLD."grant_id"; asked."undone_by" := OLD."undone_by"; asked."reported_at" := OLD."reported_at";
  asked."report_tries" := OLD."report_tries";
  IF asked IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'approval %: what was asked cannot change', OLD."id";
  END IF;
  IF NEW."expires_at" <> OLD."expires_at" AND (OLD."state" <> 'pending' OR NEW."expires_at" > OLD."max_expires_at"
      OR NOT "has_decision"(OLD."id", 'defer')) THEN
    RAISE EXCEPTION 'approval %: only a deferral moves the expiry, within its maximum', OLD."id";
  END IF;
  IF NEW."expires_at" > OLD."expires_at"
     AND ((NEW."deferred_at", NEW."deferred_until") IS NOT DISTINCT FROM (OLD."deferred_at", OLD."deferred_until")
       OR NOT EXISTS (
         SELECT 1 FROM "approval_decisions" d
         WHERE d."approval_id" = OLD."id" AND d."kind" = 'defer' AND d."at" = NEW."deferred_at"
           AND d."until" = NEW."deferred_until" AND d."at" < OLD."expires_at")) THEN
    RAISE EXCEPTION 'approval %: each deferral moves the expiry once', OLD."id";
  END IF;
  IF NEW."state" = OLD."state" THEN
    IF (NEW."decided_at", NEW."executing_at", NEW."finished_at", NEW."outcome", NEW."grant_id", NEW."reconciled_at")
       IS DISTINCT FROM
       (OLD."decided_at", OLD."executing_at", OLD."finished_at", OLD."outcome", OLD."grant_id", OLD."reconciled_at") THEN
      RAISE EXCEPTION 'approval %: what became of it changes with its state only', OLD."id";
    END IF;
    RETURN NEW;
  END IF;
  IF NOT (
    (OLD."state" = 'pending' AND NEW."state" IN ('approved', 'rejected', 'expired', 'cancelled'))
    OR (OLD."state" = 'approved' AND NEW."state" IN ('executing', 'failed', 'expired'))
    OR (OLD."state" = 'executing' AND NEW."state" IN ('executed', 'failed', 'unknown'))
    OR (OLD."state" = 'unknown' AND NEW."state" IN ('executed', 'failed'))
  ) THEN
    RAISE EXCEPTION 'approval %: % cannot become %', OLD."id", OLD."state", NEW."state";
  END IF;
  IF NEW."state" IN ('approved', 'executing') AND NOT "is_decided_yes"(NEW) THEN
    RAISE EXCEPTION 'approval %: not enough people said yes', OLD."id";
  END IF;
  IF NEW."decided_at" IS DISTINCT FROM OLD."decided_at" AND NEW."state" NOT IN ('approved', 'rejected')
     OR NEW."executing_at" IS DISTINCT FROM OLD."executing_at" AND NEW."state" <> 'executing'
     OR NEW."grant_id" IS DISTINCT FROM OLD."grant_id" AND NEW."state" <> 'approved'
     OR NEW."reconciled_at" IS DISTINCT FROM OLD."reconciled_at" AND OLD."state" <> 'unknown' THEN
    RAISE EXCEPTION 'approval %: what was decided cannot change', OLD."id";
  END IF;
  IF NEW."state" = 'approved' AND (NEW."decided_at" IS NULL OR NEW."decided_at" >= OLD."expires_at" OR NOT EXISTS (
      SELECT 1 FROM "approval_decisions" d
      WHERE d."approval_id" = OLD."id" AND d."kind" IN ('approve', 'break_glass', 'grant') AND d."at" = NEW."decided_at"
        AND (d."kind" <> 'grant' OR d."grant_id" = NEW."grant_id"))) THEN
    RAISE EXCEPTION 'approval %: expired, or not decided then', OLD."id";
  END IF;
  IF NEW."state" = 'executing' AND (NEW."executing_at" IS NULL OR NEW."alive_at" IS NULL
      OR NEW."executing_at" >= OLD."decided_at" + "start_within"()
      OR NEW."executing_at" <= OLD."decided_at" - "start_within"()) THEN
    RAISE EXCEPTION 'approval %: too old to start', OLD."id";
  END IF;
  IF NEW."state" = 'executing' AND NOT "grant_stands"(NEW, NEW."executing_at") THEN
    RAISE EXCEPTION 'approval %: its grant does not stand any more', OLD."id";
  END IF;
  IF NEW."state" = 'executing'
     AND EXISTS (SELECT 1 FROM "policy_state" p WHERE p."version" <> OLD."policy_version") THEN
    RAISE EXCEPTION 'approval %: another policy is in force', OLD."id";
  END IF;
  IF NEW."state" IN ('executed', 'failed', 'unknown') AND (NEW."finished_at" IS NULL OR NEW."outcome" IS NULL) THEN
    RAISE EXCEPTION 'approval %: ends with an outcome', OLD."id";
  END IF;
  IF (NEW."state" = 'rejected' AND NOT "has_decision"(OLD."id", 'reject'))
     OR (NEW."state" = 'cancelled' AND NOT "has_decision"(OLD."id", 'cancel')) THEN
    RAISE EXCEPTION 'approval %: nobody said so', OLD."id";
  END IF;
  IF NEW."state" = 'expired' AND OLD."state" = 'pending'
     AND (NEW."finished_at" IS NULL OR NEW."finished_at" < OLD."expires_at") THEN
    RAISE EXCEPTION 'approval %: its time is not over', OLD."id";
  END IF;
  IF NEW."state" = 'expired' AND OLD."state" = 'approved'
     AND (NEW."finished_at" IS NULL OR NEW."finished_at" < OLD."decided_at" + "start_within"()) THEN
    RAISE EXCEPTION 'approval %: its time to start is not over', OLD."id";
  END IF;
  IF OLD."state" = 'unknown' AND NEW."reconciled_at" IS NULL AND NOT EXISTS (
      SELECT 1 FROM "approval_decisions" d
      WHERE d."approval_id" = OLD."id" AND d."kind" = 'verdict' AND d."verdict" = NEW."state") THEN
    RAISE EXCEPTION 'approval %: nobody knows what became of it', OLD."id";
  END IF;
  RETURN NEW;
END $$;

-- A break-glass use follows its decision; one other person reviews it, once.
CREATE FUNCTION "check_break_glass"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  used "break_glass_uses" := NEW;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."reviewer_id" IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM "approval_decisions" d
        WHERE d."approval_id" = NEW."approval_id" AND d."kind" = 'break_glass' AND d."user_id" = NEW."user_id") THEN
      RAISE EXCEPTION 'break-glass %: nobody decided it', NEW."approval_id";
    END IF;
    RETURN NEW;
  END IF;
  used."reviewer_id" := OLD."reviewer_id"; used."reviewer_name" := OLD."reviewer_name"; used."verdict" := OLD."verdict";
  used."note" := OLD."note"; used."reviewed_at" := OLD."reviewed_at";
  IF used IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'break-glass %: what was done cannot change', OLD."approval_id";
  END IF;
  IF OLD."reviewer_id" IS NOT NULL OR NEW."reviewer_id" IS NULL OR NEW."reviewer_id" = OLD."user_id"
     OR EXISTS (SELECT 1 FROM "approvals" a
                WHERE a."id" = OLD."approval_id" AND a."requester_key" = 'user:' || NEW."reviewer_id")
     OR NEW."verdict" NOT IN ('justified', 'not_justified') OR NEW."note" IS NULL
     OR COALESCE("accreditation_rank"("held_accreditation"(NEW."reviewer_id")), 0) < 3 THEN
    RAISE EXCEPTION 'break-glass %: another person, N3 or above, reviews it once', OLD."approval_id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "break_glass_rules" BEFORE INSERT OR UPDATE ON "break_glass_uses"
  FOR EACH ROW EXECUTE FUNCTION "check_break_glass"();
CREATE TRIGGER "break_glass_no_delete" BEFORE DELETE ON "break_glass_uses"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "break_glass_no_truncate" BEFORE TRUNCATE ON "break_glass_uses"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A standing grant is itself asked for, approved by somebody else, counted and revocable.
CREATE FUNCTION "check_standing_grant"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked "standing_grants" := NEW;
  is_decision BOOLEAN := TG_OP = 'UPDATE' AND NEW."state" IN ('active', 'rejected');
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" <> 'requested' OR NEW."uses" <> 0 OR NEW."max_uses" < 1 OR NEW."decided_by_id" IS NOT NULL
       OR NEW."revoked_by_id" IS NOT NULL OR NEW."expires_at" <= NEW."created_at"
       OR COALESCE("accreditation_rank"("held_accreditation"(NEW."asked_by_id")), 0) < 2
       OR "accreditation_rank"(NEW."approver_level") < 3 THEN
      RAISE EXCEPTION 'grant %: begins as a request', NEW."id";
    END IF;
    RETURN NEW;
  END IF;
  asked."state" := OLD."state"; asked."uses" := OLD."uses"; asked."decided_by_id" := OLD."decided_by_id";
  asked."decided_by_name" := OLD."decided_by_name"; asked."decided_at" := OLD."decided_at"; asked."decision_reason" := OLD."decision_reason";
  asked."revoked_by_id" := OLD."revoked_by_id"; asked."revoked_by_name" := OLD."revoked_by_name"; asked."revoked_at" := OLD."revoked_at";
  IF asked IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'grant %: what was asked cannot change', OLD."id";
  END IF;
  IF NEW."uses" <> OLD."uses" AND (OLD."state" <> 'active' OR NEW."uses" <> OLD."uses" + 1 OR NEW."uses" > OLD."max_uses") THEN
    RAISE EXCEPTION 'grant %: not to be used', OLD."id";
  END IF;
  IF (NEW."decided_by_id", NEW."decided_by_name", NEW."decided_at", NEW."decision_reason") IS DISTINCT FROM
     (OLD."decided_by_id", OLD."decided_by_name", OLD."decided_at", OLD."decision_reason")
     AND NOT (is_decision AND OLD."state" = 'requested') THEN
    RAISE EXCEPTION 'grant %: what was decided cannot change', OLD."id";
  END IF;
  IF (NEW."revoked_by_id", NEW."revoked_by_name", NEW."revoked_at") IS DISTINCT FROM
     (OLD."revoked_by_id", OLD."revoked_by_name", OLD."revoked_at")
     AND NOT ((OLD."state", NEW."state") IN (('active', 'revoked'), ('requested', 'withdrawn'))) THEN
    RAISE EXCEPTION 'grant %: what was revoked cannot change', OLD."id";
  END IF;
  IF NEW."state" = OLD."state" THEN
    RETURN NEW;
  END IF;
  IF NOT ((OLD."state" = 'requested' AND NEW."state" IN ('active', 'rejected', 'withdrawn', 'expired'))
          OR (OLD."state" = 'active' AND NEW."state" IN ('revoked', 'expired'))) THEN
    RAISE EXCEPTION 'grant %: % cannot become %', OLD."id", OLD."state", NEW."state";
  END IF;
  IF is_decision AND (NEW."decided_by_id" IS NULL OR NEW."decided_by_id" = OLD."asked_by_id"
      OR 'user:' || NEW."decided_by_id" = OLD."requester" OR NEW."decided_at" IS NULL
      OR NEW."decided_at" >= OLD."expires_at" OR NEW."decision_reason" IS NULL
      OR COALESCE("accreditation_rank"("held_accreditation"(NEW."decided_by_id")), 0)
         < "accreditation_rank"(OLD."approver_level")) THEN
    RAISE EXCEPTION 'grant %: somebody else of % decides it', OLD."id", OLD."approver_level";
  END IF;
  IF NEW."state" = 'revoked' AND (NEW."revoked_by_id" IS NULL OR NEW."revoked_at" IS NULL
      OR "held_accreditation"(NEW."revoked_by_id") IS NULL
      OR (NEW."revoked_by_id" <> OLD."asked_by_id"
          AND "accreditation_rank"("held_accreditation"(NEW."revoked_by_id")) < 3)) THEN
    RAISE EXCEPTION 'grant %: who asked for it or an N3 revokes it', OLD."id";
  END IF;
  IF NEW."state" = 'withdrawn' AND (NEW."revoked_by_id" IS DISTINCT FROM OLD."asked_by_id"
      OR NEW."revoked_at" IS NULL OR NEW."revoked_at" >= OLD."expires_at"
      OR "held_accreditation"(OLD."asked_by_id") IS NULL) THEN
    RAISE EXCEPTION 'grant %: who asked for it withdraws it, while it waits', OLD."id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "standing_grants_rules" BEFORE INSERT OR UPDATE ON "standing_grants"
  FOR EACH ROW EXECUTE FUNCTION "check_standing_grant"();
CREATE TRIGGER "standing_grants_no_delete" BEFORE DELETE ON "standing_grants"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "standing_grants_no_truncate" BEFORE TRUNCATE ON "standing_grants"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A delegation is between two people who may stand in for each other, short, never backdated, and only revoked.
CREATE FUNCTION "check_delegation"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  agreed "delegations" := NEW;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."from_user_id" = NEW."to_user_id" OR NEW."revoked_at" IS NOT NULL
       OR NEW."starts_at" < NEW."created_at" OR NEW."ends_at" <= NEW."starts_at"
       OR NEW."ends_at" > NEW."starts_at" + interval '2160 hours'
       OR NOT COALESCE("may_stand_in"("held_accreditation"(NEW."from_user_id"::TEXT),
                                      "held_accreditation"(NEW."to_user_id"::TEXT)), false) THEN
      RAISE EXCEPTION 'delegation %: not between these people for this time', NEW."id";
    END IF;
    RETURN NEW;
  END IF;
  agreed."revoked_at" := OLD."revoked_at"; agreed."revoked_by" := OLD."revoked_by";
  IF agreed IS DISTINCT FROM OLD
     OR OLD."revoked_at" IS NOT NULL OR NEW."revoked_at" IS NULL OR NEW."revoked_by" IS NULL THEN
    RAISE EXCEPTION 'delegation %: it can only be revoked, once', OLD."id";
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "delegations_rules" BEFORE INSERT OR UPDATE ON "delegations"
  FOR EACH ROW EXECUTE FUNCTION "check_delegation"();
CREATE TRIGGER "delegations_no_delete" BEFORE DELETE ON "delegations"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "delegations_no_truncate" BEFORE TRUNCATE ON "delegations"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
