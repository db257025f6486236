-- What a client has to do until its certificate: the milestones laid out back from the day on which it is wanted, and tasks of
-- its own beside them. Which milestone a task is, if it is one, is its key; what was changed by hand is not laid out anew.
CREATE TABLE plan_task (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  milestone TEXT,
  title TEXT NOT NULL,
  note TEXT,
  owner_id UUID,
  starts_on DATE,
  due_on DATE NOT NULL,
  by_hand BOOLEAN NOT NULL DEFAULT false,
  done_on DATE,
  done_by_id UUID,
  done_note TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT plan_task_pkey PRIMARY KEY (id),
  CONSTRAINT plan_task_milestone_is_not_blank CHECK (btrim(milestone) <> ''),
  CONSTRAINT plan_task_milestone_is_known CHECK (milestone IN ('scope', 'risk', 'soa', 'documents', 'training', 'internal-audit',
    'management-review', 'evidence', 'stage1', 'stage2', 'decision')),
  CONSTRAINT plan_task_title_is_not_blank CHECK (btrim(title) <> ''),
  CONSTRAINT plan_task_note_is_not_blank CHECK (btrim(note) <> ''),
  CONSTRAINT plan_task_done_note_is_not_blank CHECK (btrim(done_note) <> ''),
  CONSTRAINT plan_task_starts_before_it_is_due CHECK (starts_on <= due_on),
  CONSTRAINT plan_task_is_done_by_somebody CHECK ((done_on IS NULL) = (done_by_id IS NULL)),
  CONSTRAINT plan_task_has_a_done_note_only_when_done CHECK (done_note IS NULL OR done_on IS NOT NULL),
  CONSTRAINT plan_task_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE UNIQUE INDEX plan_task_has_each_milestone_once ON plan_task (project_id, milestone) WHERE milestone IS NOT NULL;
CREATE INDEX plan_task_client_id_project_id_idx ON plan_task (client_id, project_id);
CREATE INDEX plan_task_client_id_owner_id_idx ON plan_task (client_id, owner_id);
-- A free task can be taken out again; a milestone stays, which the product sees to.
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_task TO certtrail_app;

-- How a client prepares is no body's to see.
ALTER TABLE plan_task ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON plan_task TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON plan_task TO CURRENT_USER USING (true) WITH CHECK (true);
