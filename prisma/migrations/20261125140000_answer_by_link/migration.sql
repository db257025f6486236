-- A link by which a body that is not on CertTrail answers a request: for one recipient, until a day, and only as its hash.
CREATE TABLE answer_link (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  body_id UUID NOT NULL,
  token_hash TEXT NOT NULL,
  person_id UUID NOT NULL,
  made_by_id UUID NOT NULL,
  made_at TIMESTAMPTZ(3) NOT NULL,
  last_day DATE NOT NULL,
  revoked_at TIMESTAMPTZ(3),
  CONSTRAINT answer_link_pkey PRIMARY KEY (id),
  CONSTRAINT answer_link_token_hash_key UNIQUE (token_hash),
  CONSTRAINT answer_link_token_hash_is_not_blank CHECK (btrim(token_hash) <> ''),
  CONSTRAINT answer_link_of_a_request FOREIGN KEY (project_id, body_id)
    REFERENCES body_request (project_id, body_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT answer_link_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT answer_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE NO ACTION
);
-- One recipient has it: a new link takes the place of the one before.
CREATE UNIQUE INDEX answer_link_one_is_open ON answer_link (project_id, body_id) WHERE revoked_at IS NULL;

-- Each time somebody used a link, and for what; never changed.
CREATE TABLE answer_link_use (
  id UUID NOT NULL,
  link_id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  body_id UUID NOT NULL,
  what TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT answer_link_use_pkey PRIMARY KEY (id),
  CONSTRAINT answer_link_use_what_is_not_blank CHECK (btrim(what) <> ''),
  CONSTRAINT answer_link_use_what_is_known CHECK (what IN ('opened', 'answered', 'declined', 'asked')),
  CONSTRAINT answer_link_use_link_id_fkey FOREIGN KEY (link_id) REFERENCES answer_link (id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX answer_link_use_link_id_at_idx ON answer_link_use (link_id, at);

-- What a body asks about a request, and the client's answer, which every body that was asked reads.
CREATE TABLE request_question (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  body_id UUID NOT NULL,
  question TEXT NOT NULL,
  asked_by_id UUID NOT NULL,
  asked_at TIMESTAMPTZ(3) NOT NULL,
  answer TEXT,
  answered_by_id UUID,
  answered_at TIMESTAMPTZ(3),
  CONSTRAINT request_question_pkey PRIMARY KEY (id),
  CONSTRAINT request_question_question_is_not_blank CHECK (btrim(question) <> ''),
  CONSTRAINT request_question_answer_is_not_blank CHECK (btrim(answer) <> ''),
  CONSTRAINT request_question_is_answered_whole CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by_id IS NULL)),
  CONSTRAINT request_question_of_a_request FOREIGN KEY (project_id, body_id)
    REFERENCES body_request (project_id, body_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT request_question_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX request_question_project_id_asked_at_idx ON request_question (project_id, asked_at);

-- A link only ends, a question is only answered.
GRANT SELECT, INSERT, UPDATE (revoked_at) ON answer_link TO certtrail_app;
GRANT SELECT, INSERT, UPDATE (answer, answered_by_id, answered_at) ON request_question TO certtrail_app;
GRANT SELECT, INSERT ON answer_link_use TO certtrail_app;

ALTER TABLE answer_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE answer_link_use ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE request_question ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON answer_link TO certtrail_app USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY parties_reach ON answer_link_use TO certtrail_app USING (client_id = asking_org() OR body_id = asking_org());
CREATE POLICY parties_reach ON request_question TO certtrail_app USING (client_id = asking_org() OR body_id = asking_org());
CREATE POLICY owner_reaches_all ON answer_link TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_reaches_all ON answer_link_use TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_reaches_all ON request_question TO CURRENT_USER USING (true) WITH CHECK (true);

-- Two questions with the owner's rights, each answering no more than it is asked. Who stands behind a link; nobody once the body works here itself.
CREATE FUNCTION open_answer_link(wanted_hash text, moment timestamptz)
RETURNS TABLE (link_id uuid, project_id uuid, client_id uuid, body_id uuid, body_name text, person_id uuid, person_name text, time_zone text,
  is_demo boolean, last_day date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.id, l.project_id, l.client_id, l.body_id, o.name, n.id, n.name, o.time_zone, o.demo, l.last_day
  FROM answer_link l JOIN organisation o ON o.id = l.body_id JOIN person n ON n.id = l.person_id JOIN project p ON p.id = l.project_id
  WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND (moment AT TIME ZONE p.time_zone)::date <= l.last_day AND NOT o.connected
$$;
REVOKE ALL ON FUNCTION open_answer_link(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_answer_link(text, timestamptz) TO certtrail_app;

-- What was asked and answered, for each body that was asked to propose; who asked is not in it.
CREATE FUNCTION answered_questions(wanted_project uuid)
RETURNS TABLE (id uuid, question text, answer text, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT q.id, q.question, q.answer, q.answered_at FROM request_question q
  WHERE q.project_id = wanted_project AND q.answered_at IS NOT NULL
    AND EXISTS (SELECT FROM body_request r WHERE r.project_id = q.project_id AND r.body_id = asking_org())
$$;
REVOKE ALL ON FUNCTION answered_questions(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answered_questions(uuid) TO certtrail_app;
