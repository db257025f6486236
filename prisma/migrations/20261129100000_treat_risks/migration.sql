-- What the client does about each of its risks, for how long, and who accepts what remains (ISO/IEC 27001 6.1.3 e and f). The lines
-- are counted and looked up by the reference that the organisation gives them; ref_order puts R-2 before R-10.
CREATE TABLE treatment_line (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  ref TEXT NOT NULL,
  ref_order TEXT COLLATE "C" NOT NULL,
  risk TEXT NOT NULL,
  owner TEXT,
  treatment TEXT NOT NULL,
  controls TEXT[] NOT NULL DEFAULT '{}',
  due_on DATE,
  state TEXT NOT NULL DEFAULT 'planned',
  accepted_by TEXT,
  accepted_on DATE,
  version INTEGER NOT NULL DEFAULT 0,
  changed_by_id UUID NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT treatment_line_pkey PRIMARY KEY (id),
  CONSTRAINT treatment_line_ref_is_not_blank CHECK (btrim(ref) <> ''),
  CONSTRAINT treatment_line_ref_order_is_not_blank CHECK (btrim(ref_order) <> ''),
  CONSTRAINT treatment_line_risk_is_not_blank CHECK (btrim(risk) <> ''),
  CONSTRAINT treatment_line_owner_is_not_blank CHECK (btrim(owner) <> ''),
  CONSTRAINT treatment_line_treatment_is_not_blank CHECK (btrim(treatment) <> ''),
  CONSTRAINT treatment_line_state_is_not_blank CHECK (btrim(state) <> ''),
  CONSTRAINT treatment_line_accepted_by_is_not_blank CHECK (btrim(accepted_by) <> ''),
  CONSTRAINT treatment_line_treatment_is_known CHECK (treatment IN ('modify', 'avoid', 'share', 'retain')),
  CONSTRAINT treatment_line_state_is_known CHECK (state IN ('planned', 'in_progress', 'done', 'accepted')),
  CONSTRAINT treatment_line_is_accepted_by_somebody_on_a_day CHECK ((accepted_by IS NULL) = (accepted_on IS NULL)),
  CONSTRAINT treatment_line_is_not_accepted_by_nobody CHECK (state <> 'accepted' OR accepted_by IS NOT NULL),
  CONSTRAINT treatment_line_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX treatment_line_client_id_project_id_ref_key ON treatment_line (client_id, project_id, ref);
CREATE INDEX treatment_line_client_id_project_id_ref_order_id_idx ON treatment_line (client_id, project_id, ref_order, id);
GRANT SELECT, INSERT, UPDATE, DELETE ON treatment_line TO certtrail_app;

-- Risks are the client's alone; an auditor sees what the client shows.
ALTER TABLE treatment_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON treatment_line TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON treatment_line TO CURRENT_USER USING (true) WITH CHECK (true);
