-- What people are told, written in the transaction of the act that it tells of. The row is both the message in the
-- application and, where mail is set up, its place in the outbox.
CREATE TABLE message (
  id UUID NOT NULL,
  organisation_id UUID NOT NULL,
  person_id UUID,
  address TEXT,
  kind TEXT NOT NULL,
  event_id UUID,
  subject TEXT NOT NULL,
  about TEXT NOT NULL,
  path TEXT,
  sealed TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  read_at TIMESTAMPTZ(3),
  mail TEXT NOT NULL DEFAULT 'none',
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_at TIMESTAMPTZ(3),
  sent_at TIMESTAMPTZ(3),
  failure TEXT,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_kind_is_not_blank CHECK (btrim(kind) <> ''),
  CONSTRAINT message_subject_is_not_blank CHECK (btrim(subject) <> ''),
  CONSTRAINT message_about_is_not_blank CHECK (btrim(about) <> ''),
  CONSTRAINT message_address_is_not_blank CHECK (btrim(address) <> ''),
  CONSTRAINT message_sealed_is_not_blank CHECK (btrim(sealed) <> ''),
  CONSTRAINT message_path_is_not_blank CHECK (btrim(path) <> ''),
  CONSTRAINT message_mail_is_not_blank CHECK (btrim(mail) <> ''),
  CONSTRAINT message_failure_is_not_blank CHECK (btrim(failure) <> ''),
  CONSTRAINT message_has_one_recipient CHECK ((person_id IS NULL) <> (address IS NULL)),
  CONSTRAINT message_path_is_a_path CHECK (path ~ '^/([^/\\]|$)'),
  CONSTRAINT message_mail_is_known CHECK (mail IN ('none', 'waiting', 'sent', 'dead')),
  CONSTRAINT message_tries_is_not_negative CHECK (tries >= 0),
  CONSTRAINT message_waits_for_a_time CHECK ((mail = 'waiting') = (next_try_at IS NOT NULL)),
  CONSTRAINT message_sent_has_its_time CHECK ((mail = 'sent') = (sent_at IS NOT NULL)),
  -- A link that works once lies there no longer than it takes to send it.
  CONSTRAINT message_sealed_is_not_sent_yet CHECK (sealed IS NULL OR mail IN ('waiting', 'dead')),
  CONSTRAINT message_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT message_event_id_fkey FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX message_person_id_event_id_kind_key ON message (person_id, event_id, kind);
CREATE INDEX message_organisation_id_person_id_created_at_idx ON message (organisation_id, person_id, created_at);
CREATE INDEX message_mail_next_try_at_idx ON message (mail, next_try_at);
CREATE INDEX message_event_id_idx ON message (event_id);

GRANT SELECT, INSERT ON message TO certtrail_app;
GRANT UPDATE (read_at, mail, tries, next_try_at, failure) ON message TO certtrail_app;
ALTER TABLE message ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reaches_all ON message TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY organisation_reaches_own ON message TO certtrail_app USING (organisation_id = asking_org());
CREATE POLICY front_door_writes ON message FOR INSERT TO certtrail_app WITH CHECK (is_at_front_door());

-- Tells people of an entry that the asker has just written. Whom: "client" and "body" are the project's parties, "asked" the
-- bodies that were asked to propose, "team" the auditors of its teams, "owners" those who own an action of the finding.
-- Nobody is told of the own act. The asker may not read the other side's messages, so this runs with the owner's rights.
CREATE FUNCTION send_messages(entry uuid, whom text, held text[], subject text, page text, is_mailed boolean) RETURNS integer
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
    WHEN 'team' THEN m.organisation_id = p.body_id AND EXISTS (SELECT FROM team_member t WHERE t.project_id = p.id AND t.person_id = m.person_id)
    WHEN 'owners' THEN m.organisation_id = p.client_id AND EXISTS (SELECT FROM plan_action a WHERE a.finding_id = e.subject_id AND a.owner_id = m.person_id)
    ELSE false END
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS sent = ROW_COUNT;
  RETURN sent;
END $$;
REVOKE ALL ON FUNCTION send_messages(uuid, text, text[], text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION send_messages(uuid, text, text[], text, text, boolean) TO certtrail_app;

-- The worker belongs to no organisation: it takes what is due, for so long that a second worker leaves it alone, and says how
-- it went. A worker that dies in between lets the message be taken again: sent twice, under the same id, rather than never.
CREATE FUNCTION take_messages(most integer, now_is timestamptz, taken_until timestamptz)
RETURNS TABLE (id uuid, organisation_name text, address text, subject text, about text, path text, sealed text, tries integer)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH due AS (
    SELECT m.id FROM message m WHERE m.mail = 'waiting' AND m.next_try_at <= now_is
    ORDER BY m.next_try_at, m.id LIMIT most FOR UPDATE SKIP LOCKED
  )
  UPDATE message m SET tries = m.tries + 1, next_try_at = taken_until FROM due, organisation o
  WHERE m.id = due.id AND o.id = m.organisation_id
  RETURNING m.id, o.name, coalesce(m.address, (SELECT p.email FROM person p WHERE p.id = m.person_id)), m.subject, m.about, m.path,
    m.sealed, m.tries
$$;
REVOKE ALL ON FUNCTION take_messages(integer, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_messages(integer, timestamptz, timestamptz) TO certtrail_app;

-- `again_at` is the next try; without it the message is sent, or dead where there is a failure.
CREATE FUNCTION settle_message(which uuid, went_at timestamptz, why text, again_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE message SET failure = why, next_try_at = again_at,
    mail = CASE WHEN again_at IS NOT NULL THEN 'waiting' WHEN why IS NULL THEN 'sent' ELSE 'dead' END,
    sent_at = CASE WHEN why IS NULL AND again_at IS NULL THEN went_at END,
    sealed = CASE WHEN why IS NOT NULL OR again_at IS NOT NULL THEN sealed END
  WHERE id = which AND mail = 'waiting'
$$;
REVOKE ALL ON FUNCTION settle_message(uuid, timestamptz, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settle_message(uuid, timestamptz, text, timestamptz) TO certtrail_app;

-- What is old has been read or never will be; the trail keeps what happened.
CREATE FUNCTION sweep_messages(older_than timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE swept integer;
BEGIN
  DELETE FROM message WHERE created_at < older_than AND mail <> 'waiting';
  GET DIAGNOSTICS swept = ROW_COUNT;
  RETURN swept;
END $$;
REVOKE ALL ON FUNCTION sweep_messages(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_messages(timestamptz) TO certtrail_app;
