-- The sectors a body audits in; who looked an accreditation up.
ALTER TABLE organisation ADD COLUMN sectors TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE accreditation ADD COLUMN checked_by TEXT,
  ADD CONSTRAINT accreditation_checked_by_is_not_blank CHECK (btrim(checked_by) <> ''),
  ADD CONSTRAINT accreditation_is_checked_by_somebody_on_a_day CHECK (checked_by IS NULL OR checked_on IS NOT NULL);

-- What a client knows of a body: what it met itself, what others answered it, what is published, what it checked. One entry is
-- written once; one that was a mistake is taken away again.
CREATE TABLE body_note (
  id UUID NOT NULL,
  client_id UUID NOT NULL,
  body_id UUID NOT NULL,
  kind TEXT NOT NULL,
  noted_on DATE NOT NULL,
  source TEXT,
  words TEXT NOT NULL,
  grade INTEGER,
  noted_by_id UUID NOT NULL,
  noted_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT body_note_pkey PRIMARY KEY (id),
  CONSTRAINT body_note_kind_is_not_blank CHECK (btrim(kind) <> ''),
  CONSTRAINT body_note_source_is_not_blank CHECK (btrim(source) <> ''),
  CONSTRAINT body_note_words_is_not_blank CHECK (btrim(words) <> ''),
  CONSTRAINT body_note_kind_is_known CHECK (kind IN ('experience', 'reference', 'complaint', 'check')),
  CONSTRAINT body_note_grade_is_from_one_to_five CHECK (grade BETWEEN 1 AND 5),
  CONSTRAINT body_note_is_graded_iff_somebody_judged CHECK ((grade IS NOT NULL) = (kind IN ('experience', 'reference'))),
  CONSTRAINT body_note_names_its_source CHECK (kind = 'experience' OR source IS NOT NULL),
  CONSTRAINT body_note_client_id_fkey FOREIGN KEY (client_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT body_note_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX body_note_client_id_body_id_idx ON body_note (client_id, body_id);
GRANT SELECT, INSERT, DELETE ON body_note TO certtrail_app;

-- What a client thinks of a body is no body's to see.
ALTER TABLE body_note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON body_note TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON body_note TO CURRENT_USER USING (true) WITH CHECK (true);
