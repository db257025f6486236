-- The daily anchors of an organisation's trails leave by mail, so that a copy lies where this installation cannot reach it.
ALTER TABLE message ADD COLUMN attachment TEXT,
  ADD CONSTRAINT message_attachment_is_not_blank CHECK (btrim(attachment) <> ''),
  -- It is made anew each day: once sent, the mail is where it is kept.
  ADD CONSTRAINT message_attachment_is_not_sent_yet CHECK (attachment IS NULL OR mail IN ('waiting', 'dead'));

DROP FUNCTION take_messages(integer, timestamptz, timestamptz);
CREATE FUNCTION take_messages(most integer, now_is timestamptz, taken_until timestamptz)
RETURNS TABLE (id uuid, organisation_name text, address text, subject text, about text, path text, sealed text,
  attachment text, tries integer)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH due AS (
    SELECT m.id FROM message m WHERE m.mail = 'waiting' AND m.next_try_at <= now_is
    ORDER BY m.next_try_at, m.id LIMIT most FOR UPDATE SKIP LOCKED
  )
  UPDATE message m SET tries = m.tries + 1, next_try_at = taken_until FROM due, organisation o
  WHERE m.id = due.id AND o.id = m.organisation_id
  RETURNING m.id, o.name, coalesce(m.address, (SELECT p.email FROM person p WHERE p.id = m.person_id)), m.subject, m.about,
    m.path, m.sealed, m.attachment, m.tries
$$;
REVOKE ALL ON FUNCTION take_messages(integer, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_messages(integer, timestamptz, timestamptz) TO certtrail_app;

CREATE OR REPLACE FUNCTION settle_message(which uuid, went_at timestamptz, why text, again_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE message SET failure = why, next_try_at = again_at,
    mail = CASE WHEN again_at IS NOT NULL THEN 'waiting' WHEN why IS NULL THEN 'sent' ELSE 'dead' END,
    sent_at = CASE WHEN why IS NULL AND again_at IS NULL THEN went_at END,
    sealed = CASE WHEN why IS NOT NULL OR again_at IS NOT NULL THEN sealed END,
    attachment = CASE WHEN why IS NOT NULL OR again_at IS NOT NULL THEN attachment END
  WHERE id = which AND mail = 'waiting'
$$;
