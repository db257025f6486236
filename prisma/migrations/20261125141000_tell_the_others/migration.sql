-- What a body that was not chosen is told, and when: once, in the words of the client.
ALTER TABLE body_request ADD COLUMN told_at TIMESTAMPTZ(3), ADD COLUMN told_text TEXT,
  ADD CONSTRAINT body_request_told_text_is_not_blank CHECK (btrim(told_text) <> ''),
  ADD CONSTRAINT body_request_is_told_iff_with_words CHECK ((told_at IS NULL) = (told_text IS NULL));

-- As before; besides, "invited" are all bodies that were asked, "others" those that are told now that another was chosen.
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
    WHEN 'team' THEN m.organisation_id = p.body_id AND EXISTS (SELECT FROM team_member t WHERE t.project_id = p.id AND t.person_id = m.person_id)
    WHEN 'owners' THEN m.organisation_id = p.client_id AND EXISTS (SELECT FROM plan_action a WHERE a.finding_id = e.subject_id AND a.owner_id = m.person_id)
    ELSE false END
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS sent = ROW_COUNT;
  RETURN sent;
END $$;
