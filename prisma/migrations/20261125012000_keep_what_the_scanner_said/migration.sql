-- What the virus scanner said of a file. A stored file is never rewritten, so the answer is a row of its own: it may come
-- when the file does, or hours later when the scanner is back. Without one, a file that waits is in quarantine.
ALTER TABLE stored_file ADD COLUMN awaits_scan BOOLEAN NOT NULL DEFAULT false;
CREATE TABLE file_scan (
  file_id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  scanned_at TIMESTAMPTZ(3) NOT NULL,
  -- What the scanner knows the file as; none: it found nothing.
  found TEXT,
  CONSTRAINT file_scan_pkey PRIMARY KEY (file_id),
  CONSTRAINT file_scan_found_is_not_blank CHECK (btrim(found) <> ''),
  CONSTRAINT file_scan_file_id_project_id_client_id_fkey FOREIGN KEY (file_id, project_id, client_id)
    REFERENCES stored_file (id, project_id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX file_scan_file_id_project_id_client_id_key ON file_scan (file_id, project_id, client_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON file_scan FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
GRANT SELECT, INSERT ON file_scan TO certtrail_app;

-- Whoever reaches the file reads what was said of it; only who keeps it can say it, through the upload.
ALTER TABLE file_scan ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties_reach ON file_scan TO certtrail_app
  USING (EXISTS (SELECT FROM stored_file f WHERE f.id = file_scan.file_id))
  WITH CHECK (EXISTS (SELECT FROM stored_file f WHERE f.id = file_scan.file_id AND f.organisation_id = asking_org()));
ALTER TABLE file_scan FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reaches_all ON file_scan TO CURRENT_USER USING (true) WITH CHECK (true);
