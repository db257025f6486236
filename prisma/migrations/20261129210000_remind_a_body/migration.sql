-- Each time a client asked a body for its answer again, and by which way: a message here, a mail with a link, or words to send itself.
CREATE TABLE request_reminder (
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  body_id UUID NOT NULL,
  way TEXT NOT NULL,
  sent_by_id UUID NOT NULL,
  sent_on DATE NOT NULL,
  sent_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT request_reminder_pkey PRIMARY KEY (id),
  CONSTRAINT request_reminder_way_is_not_blank CHECK (btrim(way) <> ''),
  CONSTRAINT request_reminder_way_is_known CHECK (way IN ('message', 'mail', 'text')),
  CONSTRAINT request_reminder_of_a_request FOREIGN KEY (project_id, body_id)
    REFERENCES body_request (project_id, body_id) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT request_reminder_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
-- A body is reminded once a day at the most.
CREATE UNIQUE INDEX request_reminder_one_a_day ON request_reminder (project_id, body_id, sent_on);

-- Whom else the client asked, and how often, is its own.
GRANT SELECT, INSERT ON request_reminder TO certtrail_app;
ALTER TABLE request_reminder ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON request_reminder TO certtrail_app USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON request_reminder TO CURRENT_USER USING (true) WITH CHECK (true);

-- As before; besides, "reminded" is the body that is reminded by this act.
CREATE OR REPLACE FUNCTION send_messages(entry uuid, whom text, held text[], subject text, page text, is_mailed boolean) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE sent integer;
BEGIN
  INSERT INTO message (id, organisation_id, person_id, kind, event_id, subject, about, path, created_at, mail, next_try_at)
  SELECT gen_random_uuid(), m.organisation_id, m.person_id, e.kind, e.id, send_messages.subject, p.name,
    '/' || o.slug || page, e.at, CASE WHEN is_mailed THEN 'waiting' ELSE 'none' END, CASE WHEN is_mailed THEN e.at END
  FROM event e JOIN project p ON p.id = e.project_id
  JOIN membership m ON m.active AND m.roles && held AND m.person_id <> e.person_id
  JOIN organisation o ON o.id = m.organisation_id AND o.connected
  JOIN person q ON q.id = m.person_id AND q.email IS NOT NULL
  WHERE e.id = entry AND e.organisation_id = asking_org() AND CASE whom
    WHEN 'client' THEN m.organisation_id = p.client_id
    WHEN 'body' THEN m.organisation_id = p.body_id
    WHEN 'asked' THEN EXISTS (SELECT FROM body_request r WHERE r.project_id = p.id AND r.body_id = m.organisation_id AND r.sent_at = e.at)
    WHEN 'invited' THEN EXISTS (SELECT FROM body_request r WHERE r.project_id = p.id AND r.body_id = m.organisation_id)
    WHEN 'others' THEN EXISTS (SELECT FROM body_request r WHERE r.project_id = p.id AND r.body_id = m.organisation_id AND r.told_at = e.at)
    WHEN 'reminded' THEN EXISTS (SELECT FROM request_reminder r WHERE r.project_id = p.id AND r.body_id = m.organisation_id AND r.sent_at = e.at)
    WHEN 'team' THEN m.organisation_id = p.body_id AND EXISTS (SELECT FROM team_member t WHERE t.project_id = p.id AND t.person_id = m.person_id)
    WHEN 'owners' THEN m.organisation_id = p.client_id AND EXISTS (SELECT FROM plan_action a WHERE a.finding_id = e.subject_id AND a.owner_id = m.person_id)
    ELSE false END
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS sent = ROW_COUNT;
  RETURN sent;
END $$;
