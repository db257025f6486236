-- Sign-in through an OpenID Connect provider, each organisation its own. The provider says who somebody is to this
-- organisation alone: an identity belongs to it, and so does every session that is opened with one.
CREATE TABLE identity_provider (
  organisation_id UUID NOT NULL,
  issuer TEXT NOT NULL,
  client_id TEXT NOT NULL,
  sealed_secret TEXT NOT NULL,
  -- Whether people with an address in a verified domain have to sign in through it.
  forced BOOLEAN NOT NULL DEFAULT false,
  version INTEGER NOT NULL DEFAULT 0,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT identity_provider_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT identity_provider_issuer_is_not_blank CHECK (btrim(issuer) <> ''),
  CONSTRAINT identity_provider_client_id_is_not_blank CHECK (btrim(client_id) <> ''),
  CONSTRAINT identity_provider_sealed_secret_is_not_blank CHECK (btrim(sealed_secret) <> ''),
  CONSTRAINT identity_provider_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE sign_in_domain (
  id UUID NOT NULL,
  organisation_id UUID NOT NULL,
  domain TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  verified_at TIMESTAMPTZ(3),
  CONSTRAINT sign_in_domain_pkey PRIMARY KEY (id),
  CONSTRAINT sign_in_domain_domain_is_not_blank CHECK (btrim(domain) <> ''),
  CONSTRAINT sign_in_domain_domain_is_in_small_letters CHECK (domain = lower(domain)),
  CONSTRAINT sign_in_domain_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX sign_in_domain_organisation_id_domain_key ON sign_in_domain (organisation_id, domain);
-- Who proves to hold a domain holds it here alone: an address leads to one provider.
CREATE UNIQUE INDEX sign_in_domain_is_verified_once ON sign_in_domain (domain) WHERE verified_at IS NOT NULL;
CREATE TABLE oidc_identity (
  id UUID NOT NULL,
  organisation_id UUID NOT NULL,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id UUID NOT NULL,
  -- What the provider said when the identity was made: shown to administrators, and no key to anything.
  email TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  used_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT oidc_identity_pkey PRIMARY KEY (id),
  CONSTRAINT oidc_identity_issuer_is_not_blank CHECK (btrim(issuer) <> ''),
  CONSTRAINT oidc_identity_subject_is_not_blank CHECK (btrim(subject) <> ''),
  CONSTRAINT oidc_identity_email_is_not_blank CHECK (btrim(email) <> ''),
  CONSTRAINT oidc_identity_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT oidc_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX oidc_identity_organisation_id_issuer_subject_key ON oidc_identity (organisation_id, issuer, subject);
-- An address that the provider gives to somebody new does not open the account of who had it before.
CREATE UNIQUE INDEX oidc_identity_organisation_id_issuer_person_id_key ON oidc_identity (organisation_id, issuer, person_id);
CREATE INDEX oidc_identity_person_id_idx ON oidc_identity (person_id);
-- A sign-in that is on its way through a provider. Like a passkey's challenge it belongs to the installation. What the
-- provider must send back is made from the token that the browser keeps, so that no row says it.
CREATE TABLE oidc_attempt (
  token_hash TEXT NOT NULL,
  organisation_id UUID NOT NULL,
  -- The session whose person proves who they are; none for a sign-in.
  session_id UUID,
  return_to TEXT NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT oidc_attempt_pkey PRIMARY KEY (token_hash),
  CONSTRAINT oidc_attempt_token_hash_is_not_blank CHECK (btrim(token_hash) <> ''),
  CONSTRAINT oidc_attempt_return_to_is_not_blank CHECK (btrim(return_to) <> ''),
  CONSTRAINT oidc_attempt_return_to_is_a_path CHECK (return_to ~ '^/([^/\\]|$)'),
  CONSTRAINT oidc_attempt_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT oidc_attempt_session_id_fkey FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX oidc_attempt_organisation_id_idx ON oidc_attempt (organisation_id);
CREATE INDEX oidc_attempt_session_id_idx ON oidc_attempt (session_id);
CREATE INDEX oidc_attempt_ends_at_idx ON oidc_attempt (ends_at);

-- A session that a provider opened reaches the organisation of that provider alone.
ALTER TABLE session
  ADD COLUMN organisation_id UUID,
  ADD CONSTRAINT session_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX session_organisation_id_idx ON session (organisation_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity_provider, sign_in_domain TO certtrail_app;
GRANT SELECT, INSERT, UPDATE ON oidc_identity TO certtrail_app;
GRANT SELECT, INSERT, DELETE ON oidc_attempt TO certtrail_app;

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['identity_provider', 'sign_in_domain', 'oidc_identity'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY owner_reaches_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', guarded);
    EXECUTE format('CREATE POLICY organisation_reaches_own ON %I TO certtrail_app USING (organisation_id = asking_org())', guarded);
    EXECUTE format('CREATE POLICY front_door_reaches ON %I TO certtrail_app USING (is_at_front_door())', guarded);
  END LOOP;
END $$;

-- Whether somebody reaches an organisation through its provider alone. An administrator who proved a second factor gets
-- in by other ways too: somebody has to when the provider is down.
CREATE FUNCTION is_kept_to_provider(address text, organisation uuid, roles text[], level text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT NOT ('admin' = ANY (roles) AND level = 'second_factor')
    AND EXISTS (SELECT FROM identity_provider v JOIN sign_in_domain d ON d.organisation_id = v.organisation_id
      WHERE v.organisation_id = organisation AND v.forced AND d.verified_at IS NOT NULL AND d.domain = split_part(address, '@', 2))
$$;
REVOKE ALL ON FUNCTION is_kept_to_provider(text, uuid, text[], text) FROM PUBLIC;

-- Whether a password or passkey, proven at this level, opens nothing because every organisation of the person wants its provider.
CREATE FUNCTION must_use_provider(person uuid, level text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(bool_and(is_kept_to_provider(p.email, o.id, m.roles, level)), false)
  FROM person p JOIN membership m ON m.person_id = p.id AND m.active JOIN organisation o ON o.id = m.organisation_id AND o.connected
  WHERE p.id = person
$$;
REVOKE ALL ON FUNCTION must_use_provider(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION must_use_provider(uuid, text) TO certtrail_app;

-- Who is asked for before anybody is known: a person without a role reaches nothing, whoever signed them in.
DROP FUNCTION open_session(text, timestamptz);
CREATE FUNCTION open_session(wanted_hash text, at timestamptz)
RETURNS TABLE (session_id uuid, seen_at timestamptz, person_id uuid, person_name text, email text, memberships jsonb, provider_of text, has_app boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.id, s.seen_at, p.id, p.name, p.email,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisationName', o.name, 'organisationSlug', o.slug,
        'timeZone', o.time_zone, 'isDemo', o.demo, 'kind', o.kind, 'roles', m.roles) ORDER BY o.name, o.id), '[]')
      FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.person_id = p.id AND m.active AND o.connected AND m.roles <> '{}'
        AND CASE WHEN s.organisation_id IS NULL THEN NOT is_kept_to_provider(p.email, o.id, m.roles, s.level)
          ELSE o.id = s.organisation_id END),
    (SELECT o.slug FROM organisation o WHERE o.id = s.organisation_id),
    EXISTS (SELECT FROM second_factor f WHERE f.person_id = p.id)
  FROM session s JOIN person p ON p.id = s.person_id
  WHERE s.token_hash = wanted_hash AND s.revoked_at IS NULL AND s.ends_at > at
$$;
REVOKE ALL ON FUNCTION open_session(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_session(text, timestamptz) TO certtrail_app;
