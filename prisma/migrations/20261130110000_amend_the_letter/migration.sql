-- An engagement letter has versions: the first is the letter, each later one amends it and says why. It may stand in a file of the body;
-- then its key facts are entered, and the rest is in the file. Duties of the client are named one by one (APP-7).
ALTER TABLE letter
  ADD COLUMN no INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN reason TEXT,
  ADD COLUMN duties TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN file_id UUID,
  ADD COLUMN withdrawn_on DATE,
  ADD COLUMN withdrawn_reason TEXT,
  ALTER COLUMN standard_text DROP NOT NULL,
  ALTER COLUMN dates_text DROP NOT NULL,
  ALTER COLUMN confidentiality DROP NOT NULL,
  DROP CONSTRAINT letter_pkey,
  ADD CONSTRAINT letter_pkey PRIMARY KEY (project_id, no),
  ADD CONSTRAINT letter_reason_is_not_blank CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT letter_withdrawn_reason_is_not_blank CHECK (btrim(withdrawn_reason) <> ''),
  ADD CONSTRAINT letter_is_counted_from_one CHECK (no >= 1),
  ADD CONSTRAINT letter_gives_a_reason_iff_it_amends CHECK ((no > 1) = (reason IS NOT NULL)),
  ADD CONSTRAINT letter_duties_are_known CHECK (duties <@ ARRAY['changes', 'access', 'witness', 'records', 'marks']),
  ADD CONSTRAINT letter_is_written_out_or_in_a_file CHECK
    (file_id IS NOT NULL OR (standard_text IS NOT NULL AND dates_text IS NOT NULL AND confidentiality IS NOT NULL)),
  ADD CONSTRAINT letter_is_withdrawn_iff_with_a_reason CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL)),
  ADD CONSTRAINT letter_is_withdrawn_only_before_both_signed CHECK
    (withdrawn_on IS NULL OR (no > 1 AND (client_signed_on IS NULL OR body_signed_on IS NULL))),
  ADD CONSTRAINT letter_file_id_project_id_client_id_fkey FOREIGN KEY (file_id, project_id, client_id)
    REFERENCES stored_file (id, project_id, client_id) ON DELETE RESTRICT ON UPDATE NO ACTION;
DROP INDEX letter_project_id_client_id_key;
CREATE UNIQUE INDEX letter_has_one_open_version ON letter (project_id)
  WHERE withdrawn_on IS NULL AND (client_signed_on IS NULL OR body_signed_on IS NULL);

-- What one side has signed is not rewritten, a signature is not taken back, and what both have signed or one has withdrawn stays as it is
-- (APP-6). Rows of the demonstration can be deleted, never changed.
CREATE FUNCTION keep_signed_letter() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_settled boolean := OLD.withdrawn_on IS NOT NULL OR (OLD.client_signed_on IS NOT NULL AND OLD.body_signed_on IS NOT NULL);
  is_signed boolean := OLD.client_signed_on IS NOT NULL OR OLD.body_signed_on IS NOT NULL;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF is_demo_project(OLD.project_id) THEN RETURN OLD; END IF;
    PERFORM refuse('letter_is_never_deleted', 'a version of an engagement letter cannot be deleted');
  END IF;
  IF is_settled AND NEW IS DISTINCT FROM OLD THEN
    PERFORM refuse('signed_letter_is_unchangeable', 'an engagement letter that both sides have signed, or one has withdrawn, cannot be changed');
  END IF;
  IF is_signed AND (to_jsonb(NEW) - ARRAY['client_signed_on', 'client_signed_by_id', 'body_signed_on', 'body_signed_by_id', 'withdrawn_on',
      'withdrawn_reason']) <> (to_jsonb(OLD) - ARRAY['client_signed_on', 'client_signed_by_id', 'body_signed_on', 'body_signed_by_id',
      'withdrawn_on', 'withdrawn_reason']) THEN
    PERFORM refuse('signed_letter_is_unchangeable', 'an engagement letter that one side has signed cannot be rewritten');
  END IF;
  IF (OLD.client_signed_on IS NOT NULL AND (NEW.client_signed_on, NEW.client_signed_by_id) IS DISTINCT FROM (OLD.client_signed_on, OLD.client_signed_by_id))
    OR (OLD.body_signed_on IS NOT NULL AND (NEW.body_signed_on, NEW.body_signed_by_id) IS DISTINCT FROM (OLD.body_signed_on, OLD.body_signed_by_id)) THEN
    PERFORM refuse('signature_is_not_taken_back', 'a signature under an engagement letter cannot be changed');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_letter BEFORE UPDATE OR DELETE ON letter FOR EACH ROW EXECUTE FUNCTION keep_signed_letter();
