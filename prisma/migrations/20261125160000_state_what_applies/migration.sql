-- The Statement of Applicability while it is written: one row a control that somebody has touched. A control without a row
-- is undecided; one with a title of its own does not stand in Annex A (IS-7).
CREATE TABLE soa_line (
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  ref TEXT NOT NULL,
  title TEXT,
  applicable BOOLEAN,
  justification TEXT,
  exclusion TEXT,
  implementation TEXT,
  owner TEXT,
  notes TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  changed_by_id UUID NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT soa_line_pkey PRIMARY KEY (project_id, ref),
  CONSTRAINT soa_line_ref_is_not_blank CHECK (btrim(ref) <> ''),
  CONSTRAINT soa_line_title_is_not_blank CHECK (btrim(title) <> ''),
  CONSTRAINT soa_line_justification_is_not_blank CHECK (btrim(justification) <> ''),
  CONSTRAINT soa_line_exclusion_is_not_blank CHECK (btrim(exclusion) <> ''),
  CONSTRAINT soa_line_implementation_is_not_blank CHECK (btrim(implementation) <> ''),
  CONSTRAINT soa_line_owner_is_not_blank CHECK (btrim(owner) <> ''),
  CONSTRAINT soa_line_notes_is_not_blank CHECK (btrim(notes) <> ''),
  CONSTRAINT soa_line_implementation_is_known CHECK (implementation IN ('not_started', 'planned', 'partial', 'implemented')),
  CONSTRAINT soa_line_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
GRANT SELECT, INSERT, UPDATE, DELETE ON soa_line TO certtrail_app;

-- A draft is the client's alone.
ALTER TABLE soa_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON soa_line TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON soa_line TO CURRENT_USER USING (true) WITH CHECK (true);

-- A Statement of Applicability as it was approved (IS-5): content and hash never change, a later version is a new row.
CREATE TABLE soa_version (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  no INTEGER NOT NULL,
  label TEXT NOT NULL,
  approved_on DATE NOT NULL,
  approved_by_id UUID NOT NULL,
  approved_at TIMESTAMPTZ(3) NOT NULL,
  content JSONB NOT NULL,
  sha256 TEXT NOT NULL,
  CONSTRAINT soa_version_pkey PRIMARY KEY (id),
  CONSTRAINT soa_version_label_is_not_blank CHECK (btrim(label) <> ''),
  CONSTRAINT soa_version_sha256_is_not_blank CHECK (btrim(sha256) <> ''),
  CONSTRAINT soa_version_numbers_begin_at_one CHECK (no > 0),
  CONSTRAINT soa_version_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX soa_version_project_id_no_key ON soa_version (project_id, no);
CREATE UNIQUE INDEX soa_version_project_id_label_key ON soa_version (project_id, label);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON soa_version FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
GRANT SELECT, INSERT ON soa_version TO certtrail_app;

-- The engaged body reads what was approved, and writes none of it.
ALTER TABLE soa_version ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON soa_version TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY engaged_body_reads ON soa_version FOR SELECT TO certtrail_app
  USING (EXISTS (SELECT FROM certification_case k WHERE k.project_id = soa_version.project_id AND k.body_id = asking_org()));
CREATE POLICY owner_reaches_all ON soa_version TO CURRENT_USER USING (true) WITH CHECK (true);
