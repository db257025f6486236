-- DEC-1 bars those who carried out the audits. A cancelled audit was carried out by nobody, and the rules say so; the
-- guard counted its team as well and stopped a decision that the rules allow.
CREATE OR REPLACE FUNCTION keep_decisions_sound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM team_member t JOIN audit a ON a.id = t.audit_id
      WHERE t.case_id = NEW.case_id AND t.person_id = NEW.decided_by_id AND a.state <> 'cancelled') THEN
    PERFORM refuse('decider_is_nobody_from_the_audits', 'a member of the audit team cannot decide');
  END IF;
  IF NEW.kind = 'grant' THEN
    IF EXISTS (SELECT FROM finding WHERE case_id = NEW.case_id AND grade = 'major'
        AND state NOT IN ('draft', 'verified', 'closed', 'superseded', 'void')) THEN
      PERFORM refuse('no_grant_while_a_major_is_not_verified', 'a major nonconformity is not verified');
    END IF;
    IF EXISTS (SELECT FROM finding WHERE case_id = NEW.case_id AND grade = 'minor' AND state IN ('open', 'response_submitted')) THEN
      PERFORM refuse('no_grant_while_a_minor_has_no_accepted_plan', 'a minor nonconformity has no accepted plan');
    END IF;
  END IF;
  RETURN NEW;
END $$;
