-- What an offer says of the people who audit, and of its terms. Null is not stated.
ALTER TABLE proposal
  ADD COLUMN sectors TEXT,
  ADD COLUMN technologies TEXT,
  ADD COLUMN lead_auditor TEXT,
  ADD COLUMN audit_languages TEXT,
  ADD COLUMN combined_standards TEXT,
  ADD COLUMN payment_terms TEXT,
  ADD COLUMN cancellation_terms TEXT,
  ADD COLUMN transfer_terms TEXT,
  ADD COLUMN price_lock TEXT,
  ADD COLUMN stage_gap_weeks INTEGER,
  ADD CONSTRAINT proposal_sectors_is_not_blank CHECK (btrim(sectors) <> ''),
  ADD CONSTRAINT proposal_technologies_is_not_blank CHECK (btrim(technologies) <> ''),
  ADD CONSTRAINT proposal_lead_auditor_is_not_blank CHECK (btrim(lead_auditor) <> ''),
  ADD CONSTRAINT proposal_audit_languages_is_not_blank CHECK (btrim(audit_languages) <> ''),
  ADD CONSTRAINT proposal_combined_standards_is_not_blank CHECK (btrim(combined_standards) <> ''),
  ADD CONSTRAINT proposal_payment_terms_is_not_blank CHECK (btrim(payment_terms) <> ''),
  ADD CONSTRAINT proposal_cancellation_terms_is_not_blank CHECK (btrim(cancellation_terms) <> ''),
  ADD CONSTRAINT proposal_transfer_terms_is_not_blank CHECK (btrim(transfer_terms) <> ''),
  ADD CONSTRAINT proposal_price_lock_is_not_blank CHECK (btrim(price_lock) <> ''),
  ADD CONSTRAINT proposal_stage_gap_is_not_negative CHECK (stage_gap_weeks >= 0);

-- How a client weighs the offers of one project; without a row it is as the product proposes.
CREATE TABLE comparison_weights (
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  cost INTEGER NOT NULL,
  days INTEGER NOT NULL,
  expertise INTEGER NOT NULL,
  reputation INTEGER NOT NULL,
  availability INTEGER NOT NULL,
  terms INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 0,
  changed_by_id UUID NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT comparison_weights_pkey PRIMARY KEY (project_id),
  CONSTRAINT comparison_weights_are_not_negative CHECK (least(cost, days, expertise, reputation, availability, terms) >= 0),
  CONSTRAINT comparison_weights_make_a_hundred CHECK (cost + days + expertise + reputation + availability + terms = 100),
  CONSTRAINT comparison_weights_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
GRANT SELECT, INSERT, UPDATE ON comparison_weights TO certtrail_app;

-- How far the client has gone with what an offer states of its people; without a row it is stated and no more.
CREATE TABLE expertise_mark (
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  body_id UUID NOT NULL,
  point TEXT NOT NULL,
  standing TEXT NOT NULL,
  changed_by_id UUID NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT expertise_mark_pkey PRIMARY KEY (project_id, body_id, point),
  CONSTRAINT expertise_mark_point_is_not_blank CHECK (btrim(point) <> ''),
  CONSTRAINT expertise_mark_standing_is_not_blank CHECK (btrim(standing) <> ''),
  CONSTRAINT expertise_mark_point_is_known
    CHECK (point IN ('sectors', 'technologies', 'leadAuditor', 'auditLanguages', 'combinedStandards')),
  CONSTRAINT expertise_mark_standing_is_known CHECK (standing IN ('evidenced', 'confirmed')),
  CONSTRAINT expertise_mark_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
GRANT SELECT, INSERT, DELETE ON expertise_mark TO certtrail_app;

-- What a person thinks of an offer, for that person alone until it is shared with the own side.
CREATE TABLE comparison_note (
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  body_id UUID NOT NULL,
  person_id UUID NOT NULL,
  words TEXT NOT NULL,
  shared BOOLEAN NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT comparison_note_pkey PRIMARY KEY (project_id, body_id, person_id),
  CONSTRAINT comparison_note_words_is_not_blank CHECK (btrim(words) <> ''),
  CONSTRAINT comparison_note_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
GRANT SELECT, INSERT, UPDATE, DELETE ON comparison_note TO certtrail_app;

-- How a client weighs offers against each other is no body's to see.
ALTER TABLE comparison_weights ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON comparison_weights TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON comparison_weights TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE expertise_mark ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON expertise_mark TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON expertise_mark TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE comparison_note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer_reaches ON comparison_note TO certtrail_app
  USING (client_id = asking_org() AND person_id = asking_person())
  WITH CHECK (client_id = asking_org() AND person_id = asking_person());
CREATE POLICY own_side_reads_shared ON comparison_note FOR SELECT TO certtrail_app
  USING (client_id = asking_org() AND shared);
CREATE POLICY owner_reaches_all ON comparison_note TO CURRENT_USER USING (true) WITH CHECK (true);
