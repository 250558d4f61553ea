-- A run of a workflow may take back what it asked for: no person decides then, and the outcome says why. Whose request
-- it is, the gate has compared; the request of a person still ends by the word of that person only.
CREATE FUNCTION "is_withdrawn"("request" "approvals") RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
  SELECT "request"."requested_by"->>'type' IS NOT DISTINCT FROM 'workflow' AND "request"."finished_at" IS NOT NULL
    AND coalesce("request"."outcome"->'summary'->>'fr', '') <> ''
    AND coalesce("request"."outcome"->'summary'->>'en', '') <> ''
$$;

-- As before, and a request may be withdrawn.
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
     OR (NEW."state" = 'cancelled' AND NOT "has_decision"(OLD."id", 'cancel') AND NOT "is_withdrawn"(NEW)) THEN
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
