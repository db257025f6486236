-- Tells the owner of a task of the plan that it is theirs now, in the transaction that gave it to them; not who gave it to oneself.
CREATE FUNCTION tell_task_owner(entry uuid, subject text, page text, is_mailed boolean) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE sent integer;
BEGIN
  INSERT INTO message (id, organisation_id, person_id, kind, event_id, subject, about, path, created_at, mail, next_try_at)
  SELECT gen_random_uuid(), m.organisation_id, m.person_id, e.kind, e.id, tell_task_owner.subject, p.name,
    '/' || o.slug || page, e.at, CASE WHEN is_mailed THEN 'waiting' ELSE 'none' END, CASE WHEN is_mailed THEN e.at END
  FROM event e JOIN project p ON p.id = e.project_id
  JOIN plan_task t ON t.id = e.subject_id AND t.project_id = p.id
  JOIN membership m ON m.active AND m.person_id = t.owner_id AND m.person_id <> e.person_id AND m.organisation_id = p.client_id
  JOIN organisation o ON o.id = m.organisation_id AND o.connected
  JOIN person q ON q.id = m.person_id AND q.email IS NOT NULL
  WHERE e.id = entry AND e.organisation_id = asking_org()
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS sent = ROW_COUNT;
  RETURN sent;
END $$;
REVOKE ALL ON FUNCTION tell_task_owner(uuid, text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_task_owner(uuid, text, text, boolean) TO certtrail_app;
