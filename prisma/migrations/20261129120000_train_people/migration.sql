-- Who was trained in what, and when (ISO/IEC 27001 7.3). Names alone, and each entry can be taken away: nothing else is needed of
-- people here.
CREATE TABLE awareness_entry (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  person TEXT NOT NULL,
  topic TEXT NOT NULL,
  held_on DATE NOT NULL,
  file_id UUID,
  words TEXT,
  added_by_id UUID NOT NULL,
  added_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT awareness_entry_pkey PRIMARY KEY (id),
  CONSTRAINT awareness_entry_person_is_not_blank CHECK (btrim(person) <> ''),
  CONSTRAINT awareness_entry_topic_is_not_blank CHECK (btrim(topic) <> ''),
  CONSTRAINT awareness_entry_words_is_not_blank CHECK (btrim(words) <> ''),
  CONSTRAINT awareness_entry_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT awareness_entry_file_id_project_id_client_id_fkey FOREIGN KEY (file_id, project_id, client_id)
    REFERENCES stored_file (id, project_id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX awareness_entry_client_id_project_id_person_topic_held_on_key
  ON awareness_entry (client_id, project_id, person, topic, held_on);
GRANT SELECT, INSERT, DELETE ON awareness_entry TO certtrail_app;

ALTER TABLE awareness_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON awareness_entry TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON awareness_entry TO CURRENT_USER USING (true) WITH CHECK (true);
