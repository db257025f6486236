-- From Postgres 16 on, whoever makes a role may grant it but not act as it. An owner who is no superuser, as on
-- managed servers, needs that for the web process when both connect with one address.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 160000 THEN
    IF NOT pg_has_role(current_user, 'certtrail_app', 'SET') THEN
      EXECUTE format('GRANT certtrail_app TO %I WITH SET TRUE', current_user);
    END IF;
  END IF;
END $$;
