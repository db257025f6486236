-- The day, the person and the proof of an act that the client records for a body belong to what the trail vouches for.
-- Entries written before keep their hash: an entry without `recorded` hashes as it always did, one with it has one
-- member more.
ALTER TABLE event ADD COLUMN recorded jsonb;
CREATE OR REPLACE FUNCTION trail_hash(e event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to((jsonb_build_array(e.project_id, e.no, e.id, e.client_id,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.person_id, e.person_name, e.organisation_id,
    e.organisation_name, e.side, e.kind, e.subject_type, e.subject_id, e.machine, e.from_state, e.to_state, e.data, e.reason, e.audience)
    || CASE WHEN e.recorded IS NULL THEN '[]' ELSE jsonb_build_array(e.recorded) END
    || jsonb_build_array(e.prev_hash))::text, 'UTF8')), 'hex') $$;

-- The row beside the entry may take the body's answer; what was recorded stays as the entry has it.
CREATE FUNCTION keep_recorded_act() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE told jsonb := (SELECT recorded FROM event WHERE id = NEW.event_id);
BEGIN
  IF (TG_OP = 'INSERT' AND jsonb_build_object('bodyId', NEW.body_id, 'actedOn', NEW.acted_on, 'actedById', NEW.acted_by_id,
      'fileId', NEW.file_id) IS DISTINCT FROM told - 'sha256')
    OR (TG_OP = 'UPDATE' AND (NEW.event_id, NEW.project_id, NEW.client_id, NEW.body_id, NEW.acted_on, NEW.acted_by_id, NEW.file_id)
      IS DISTINCT FROM (OLD.event_id, OLD.project_id, OLD.client_id, OLD.body_id, OLD.acted_on, OLD.acted_by_id, OLD.file_id)) THEN
    PERFORM refuse('recorded_act_stands_as_its_entry_says', 'what was recorded cannot differ from its entry in the trail');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recorded_as_told BEFORE INSERT OR UPDATE ON recorded_act FOR EACH ROW EXECUTE FUNCTION keep_recorded_act();

-- A party checks the whole chain, and may not read every entry of it: of those it learns the number, the hashes, and
-- whether the content still gives the hash. Row level security hides them otherwise.
CREATE FUNCTION trail_links(of_project uuid, behind integer, up_to integer)
RETURNS TABLE (no integer, prev_hash text, hash text, is_whole boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.no, e.prev_hash, e.hash, trail_hash(e) = e.hash FROM event e
  WHERE e.project_id = of_project AND e.no > behind AND e.no <= up_to
    AND EXISTS (SELECT FROM project p WHERE p.id = of_project AND asking_org() IN (p.client_id, p.body_id)) ORDER BY e.no
$$;
REVOKE ALL ON FUNCTION trail_links(uuid, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trail_links(uuid, integer, integer) TO certtrail_app;
