-- What a decision reads and writes in one call each. The bodies are plpgsql: their plans are kept by the connection,
-- and every statement of a volatile one sees what was committed until then, also while it waited for a lock.

-- A request with all that is known of it: the one way in which the gate reads requests.
CREATE FUNCTION "approval_document"(a "approvals") RETURNS JSON LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT json_build_object(
    'request', row_to_json(a),
    'decisions', COALESCE((SELECT json_agg(d ORDER BY d."at", d."id") FROM "approval_decisions" d
                           WHERE d."approval_id" = a."id"), '[]'),
    'secret', (SELECT row_to_json(s) FROM "action_secrets" s WHERE s."approval_id" = a."id"),
    'break_glass', (SELECT row_to_json(b) FROM "break_glass_uses" b WHERE b."approval_id" = a."id"),
    'views', COALESCE((SELECT json_agg(v ORDER BY v."opened_at", v."user_id") FROM "approval_views" v
                       WHERE v."approval_id" = a."id"), '[]'),
    'comments', (SELECT count(*) FROM "approval_comments" c WHERE c."approval_id" = a."id")));
END $$;

-- Keeps others from changing requests until the transaction ends, and then reads them and the accreditation that a
-- person holds, null when they are not active. All are locked in one order: nobody locks anybody else out.
CREATE FUNCTION "lock_approvals"("ids" TEXT[], "person" UUID)
RETURNS TABLE ("document" JSON, "held" TEXT) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM 1 FROM "approvals" a WHERE a."id" = ANY("ids") ORDER BY a."id" FOR UPDATE;
  RETURN QUERY
    SELECT "approval_document"(a),
           (SELECT u."accreditation" FROM "users" u WHERE u."id" = "person" AND u."is_active")
    FROM "approvals" a WHERE a."id" = ANY("ids") ORDER BY a."id";
END $$;

-- Records events ({type, at, data}), in their order.
CREATE FUNCTION "tell_events"("told" JSONB) RETURNS BIGINT[] LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  one JSONB;
  given BIGINT;
  all_given BIGINT[] := '{}';
BEGIN
  FOR one IN SELECT e."value" FROM jsonb_array_elements("told") WITH ORDINALITY e("value", "place") ORDER BY e."place" LOOP
    INSERT INTO "events" ("type", "at", "data")
      VALUES (one->>'type', (one->>'at')::TIMESTAMPTZ, one->'data') RETURNING "id" INTO given;
    all_given := all_given || given;
  END LOOP;
  RETURN all_given;
END $$;

-- Holds the end of the audit chain until the transaction ends: the next row follows it. Before that it writes what the
-- row will be about, each part if it is there: `decision`, a row of what somebody said; `moved`, the columns of what
-- becomes of that request (its id among them), for which the rules ask for the decision; `events`, as above.
CREATE FUNCTION "write_and_hold_audit"("written" JSONB)
RETURNS TABLE ("event_ids" BIGINT[], "seq" BIGINT, "hash" TEXT) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  moved "approvals";
  given BIGINT[];
BEGIN
  IF "written" ? 'decision' THEN
    INSERT INTO "approval_decisions"
      SELECT d.* FROM jsonb_populate_record(NULL::"approval_decisions", "written"->'decision') d;
  END IF;
  IF "written" ? 'moved' THEN
    SELECT a.* INTO STRICT moved FROM "approvals" a WHERE a."id" = "written"->'moved'->>'id';
    moved := jsonb_populate_record(moved, "written"->'moved');
    UPDATE "approvals" a SET
      "state" = moved."state", "decided_at" = moved."decided_at", "executing_at" = moved."executing_at",
      "alive_at" = moved."alive_at", "finished_at" = moved."finished_at", "outcome" = moved."outcome",
      "grant_id" = moved."grant_id", "looked_at" = moved."looked_at", "reconciled_at" = moved."reconciled_at",
      "reported_at" = moved."reported_at", "report_tries" = moved."report_tries"
      WHERE a."id" = moved."id";
  END IF;
  given := "tell_events"("written"->'events');
  RETURN QUERY SELECT given, h."seq", h."hash" FROM "audit_head" h WHERE h."id" = 1 FOR UPDATE;
END $$;

-- Adds a row to the audit chain and moves its head on to it; the triggers of both refuse a row that does not follow.
CREATE FUNCTION "append_audit"("entry" "user_audit_log") RETURNS VOID LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  INSERT INTO "user_audit_log" SELECT ("entry").*;
  UPDATE "audit_head" SET "seq" = ("entry")."seq", "hash" = ("entry")."hash" WHERE "id" = 1;
END $$;

-- The same rules as before, word for word, with plans that are kept: the triggers of a decision ask them.
CREATE OR REPLACE FUNCTION "held_accreditation"("person" TEXT) RETURNS TEXT LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT "accreditation" FROM "users" WHERE "id"::TEXT = "person" AND "is_active");
END $$;
CREATE OR REPLACE FUNCTION "deciding_accreditation"("person" TEXT, "for_person" TEXT, "at_time" TIMESTAMPTZ)
RETURNS TEXT LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT CASE
    WHEN "for_person" IS NULL THEN "held_accreditation"("person")
    WHEN "may_stand_in"("held_accreditation"("for_person"), "held_accreditation"("person")) AND EXISTS (
      SELECT 1 FROM "delegations" d
      WHERE d."from_user_id"::TEXT = "for_person" AND d."to_user_id"::TEXT = "person"
        AND d."starts_at" <= "at_time" AND "at_time" < d."ends_at" AND d."revoked_at" IS NULL
    ) THEN "held_accreditation"("for_person")
  END);
END $$;
CREATE OR REPLACE FUNCTION "is_decided_yes"(a "approvals") RETURNS BOOLEAN LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
  SELECT (SELECT count(*) FROM "approval_decisions" d
          WHERE d."approval_id" = a."id" AND d."kind" = 'approve' AND d."digest" = a."digest"
            AND "held_accreditation"(d."user_id") IS NOT NULL
            AND "accreditation_rank"("held_accreditation"(COALESCE(d."on_behalf_of", d."user_id")))
              >= "accreditation_rank"(a."approver_level")) >= a."required_approvals"
    OR EXISTS (SELECT 1 FROM "approval_decisions" d
               WHERE d."approval_id" = a."id" AND d."digest" = a."digest"
                 AND (d."kind" = 'grant'
                   OR d."kind" = 'break_glass' AND "accreditation_rank"("held_accreditation"(d."user_id")) >= 4)));
END $$;
