-- A link by which a member sets a new password. It belongs to the person's account, so to the installation; it says in
-- which organisation it was made, where its use is told.
CREATE TABLE password_reset (
  id UUID NOT NULL,
  person_id UUID NOT NULL,
  organisation_id UUID NOT NULL,
  token_hash TEXT NOT NULL,
  made_by_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  used_at TIMESTAMPTZ(3),
  CONSTRAINT password_reset_pkey PRIMARY KEY (id),
  CONSTRAINT password_reset_token_hash_is_not_blank CHECK (btrim(token_hash) <> ''),
  CONSTRAINT password_reset_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT password_reset_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX password_reset_token_hash_key ON password_reset (token_hash);
CREATE INDEX password_reset_person_id_idx ON password_reset (person_id);
CREATE INDEX password_reset_organisation_id_idx ON password_reset (organisation_id);
GRANT SELECT, INSERT, UPDATE ON password_reset TO certtrail_app;

-- One account opens every organisation of its person. So an administrator of one may not take it over when it opens
-- another: asked by somebody who sees the memberships of the own organisation alone, and answered with yes or no.
CREATE FUNCTION acts_elsewhere(person uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM membership m WHERE m.person_id = person AND m.organisation_id <> organisation AND m.active)
$$;
REVOKE ALL ON FUNCTION acts_elsewhere(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION acts_elsewhere(uuid, uuid) TO certtrail_app;
