-- What the people of a body are competent in (TEAM-2), and what ties them to a client with what the body decided about it
-- (IMP-4, IMP-7). Nothing is deleted: a competence is withdrawn, also when a newer one takes its place.
CREATE TABLE competence (
  id UUID NOT NULL,
  body_id UUID NOT NULL,
  person_id UUID NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  valid_until DATE,
  proof TEXT NOT NULL,
  recorded_by_id UUID NOT NULL,
  recorded_at TIMESTAMPTZ(3) NOT NULL,
  withdrawn_by_id UUID,
  withdrawn_at TIMESTAMPTZ(3),
  CONSTRAINT competence_pkey PRIMARY KEY (id),
  CONSTRAINT competence_kind_is_known CHECK (kind IN ('standard', 'area', 'language')),
  CONSTRAINT competence_kind_is_not_blank CHECK (btrim(kind) <> ''),
  CONSTRAINT competence_what_is_not_blank CHECK (btrim(what) <> ''),
  CONSTRAINT competence_proof_is_not_blank CHECK (btrim(proof) <> ''),
  CONSTRAINT competence_is_withdrawn_by_somebody CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)),
  CONSTRAINT competence_body_id_person_id_fkey FOREIGN KEY (body_id, person_id)
    REFERENCES membership (organisation_id, person_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX competence_body_id_person_id_idx ON competence (body_id, person_id);
CREATE INDEX competence_body_id_valid_until_idx ON competence (body_id, valid_until);
-- One standing entry a person and competence, whatever the case of its letters.
CREATE UNIQUE INDEX competence_stands_only_once ON competence (body_id, person_id, kind, lower(btrim(what))) WHERE withdrawn_at IS NULL;
GRANT SELECT, INSERT ON competence TO certtrail_app;
GRANT UPDATE (withdrawn_by_id, withdrawn_at) ON competence TO certtrail_app;
ALTER TABLE competence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY body_reaches ON competence TO certtrail_app USING (body_id = asking_org()) WITH CHECK (body_id = asking_org());
CREATE POLICY owner_reaches_all ON competence TO CURRENT_USER USING (true) WITH CHECK (true);

-- What an audit needs beyond its standard; the body alone writes audits.
ALTER TABLE audit
  ADD COLUMN needed_areas TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN needed_languages TEXT[] NOT NULL DEFAULT '{}';

-- Until now only the client stated ties, with its choice of a body.
ALTER TABLE tie
  ADD COLUMN started_on DATE,
  ADD COLUMN words TEXT,
  ADD COLUMN threat TEXT,
  ADD COLUMN declared_by_organisation_id UUID,
  ADD COLUMN declared_by_id UUID,
  ADD COLUMN declared_at TIMESTAMPTZ(3),
  ADD COLUMN decision TEXT,
  ADD COLUMN decision_words TEXT,
  ADD COLUMN decided_by_id UUID,
  ADD COLUMN decided_on DATE;
UPDATE tie SET declared_by_organisation_id = client_id;
ALTER TABLE tie
  ALTER COLUMN declared_by_organisation_id SET NOT NULL,
  DROP CONSTRAINT tie_kind_is_known,
  ADD CONSTRAINT tie_kind_is_known
    CHECK (kind IN ('internal_audit', 'consultancy', 'employment', 'financial', 'family', 'other')),
  ADD CONSTRAINT tie_threat_is_known CHECK (threat IN ('self_interest', 'self_review', 'familiarity', 'intimidation')),
  ADD CONSTRAINT tie_decision_is_known CHECK (decision IN ('barred', 'cleared')),
  ADD CONSTRAINT tie_threat_is_not_blank CHECK (btrim(threat) <> ''),
  ADD CONSTRAINT tie_decision_is_not_blank CHECK (btrim(decision) <> ''),
  ADD CONSTRAINT tie_words_is_not_blank CHECK (btrim(words) <> ''),
  ADD CONSTRAINT tie_decision_words_is_not_blank CHECK (btrim(decision_words) <> ''),
  ADD CONSTRAINT tie_ends_after_it_starts CHECK (ended_on >= started_on),
  ADD CONSTRAINT tie_is_declared_by_a_party CHECK (declared_by_organisation_id IN (body_id, client_id)),
  ADD CONSTRAINT tie_is_declared_by_somebody_at_some_time CHECK ((declared_at IS NULL) = (declared_by_id IS NULL)),
  ADD CONSTRAINT tie_is_decided_whole CHECK ((decision IS NULL) = (decision_words IS NULL)
    AND (decision IS NULL) = (decided_by_id IS NULL) AND (decision IS NULL) = (decided_on IS NULL)),
  -- IMP-4 leaves nothing to decide: two years bar whoever worked for the client.
  ADD CONSTRAINT tie_of_work_is_never_cleared
    CHECK (decision IS DISTINCT FROM 'cleared' OR kind NOT IN ('internal_audit', 'consultancy', 'employment')),
  ADD CONSTRAINT tie_is_not_decided_by_its_person CHECK (decided_by_id <> person_id);
CREATE INDEX tie_body_id_person_id_idx ON tie (body_id, person_id);
