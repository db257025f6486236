-- A recommendation of a certification body as it was made: its reason, who took part, the conflicts of interest they declared (IMP-7),
-- and what the body, its relatives or its people did for the client before (IMP-2 to IMP-4). One row a recommendation; the newest counts.
CREATE TABLE choice (
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  no INTEGER NOT NULL,
  body_id UUID NOT NULL,
  reason TEXT NOT NULL,
  involved_ids UUID[] NOT NULL,
  others TEXT,
  conflicts JSONB NOT NULL,
  work JSONB NOT NULL,
  made_by_id UUID NOT NULL,
  made_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT choice_pkey PRIMARY KEY (project_id, no),
  CONSTRAINT choice_reason_is_not_blank CHECK (btrim(reason) <> ''),
  CONSTRAINT choice_others_is_not_blank CHECK (btrim(others) <> ''),
  CONSTRAINT choice_is_counted_from_one CHECK (no >= 1),
  CONSTRAINT choice_names_who_took_part CHECK (cardinality(involved_ids) >= 1),
  CONSTRAINT choice_lists_conflicts_and_work CHECK (jsonb_typeof(conflicts) = 'array' AND jsonb_typeof(work) = 'array'),
  CONSTRAINT choice_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT choice_project_id_body_id_fkey FOREIGN KEY (project_id, body_id)
    REFERENCES proposal (project_id, body_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON choice FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
GRANT SELECT, INSERT ON choice TO certtrail_app;

-- Who chose and with which interests is no body's to see.
ALTER TABLE choice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON choice TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON choice TO CURRENT_USER USING (true) WITH CHECK (true);

-- No body is recommended whose own internal audits, or whose relatives' consultancy, ended less than two years before (IMP-2, IMP-3): neither
-- by what is stated now nor by what is on record. Work without a last day is still going on.
CREATE FUNCTION keep_choice_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  made_on date := (SELECT (NEW.made_at AT TIME ZONE p.time_zone)::date FROM project p WHERE p.id = NEW.project_id);
BEGIN
  IF EXISTS (SELECT FROM jsonb_to_recordset(NEW.work) AS w (by text, "endedOn" date)
      WHERE w.by <> 'person' AND (w."endedOn" IS NULL OR w."endedOn" + interval '2 years' > made_on))
    OR EXISTS (SELECT FROM tie t WHERE t.client_id = NEW.client_id AND t.body_id = NEW.body_id
      AND (t.kind = 'internal_audit' OR (t.kind = 'consultancy' AND t.person_id IS NULL))
      AND (t.ended_on IS NULL OR t.ended_on + interval '2 years' > made_on)) THEN
    PERFORM refuse('choice_is_of_an_impartial_body', 'the body worked on the system of the client less than two years before');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER impartial BEFORE INSERT ON choice FOR EACH ROW EXECUTE FUNCTION keep_choice_impartial();
