-- How the team covers the competence that the audit needs (TEAM-2): both sides may read it once the team is proposed.
ALTER TABLE "audit" ADD COLUMN "team_competence" TEXT;
ALTER TABLE audit ADD CONSTRAINT audit_team_competence_is_not_blank CHECK (btrim(team_competence) <> '');

-- DEC-6: when six months have passed with an unverified major, a second Stage 2 is made while the first is reported but
-- cannot be concluded. An audit is open until its report is issued, as the tables say.
DROP INDEX audit_only_one_open_of_a_kind;
CREATE UNIQUE INDEX audit_only_one_open_of_a_kind ON audit (case_id, kind)
  WHERE state NOT IN ('reported', 'concluded', 'cancelled', 'terminated');
