-- Passkeys of a person's account, and the challenges that are out. They belong to the installation, as the account does.
CREATE TABLE passkey (
  id UUID NOT NULL,
  person_id UUID NOT NULL,
  name TEXT NOT NULL,
  credential_id TEXT NOT NULL,
  public_key BYTEA NOT NULL,
  -- Goes up with each use where the authenticator counts; a lower one comes from a copy.
  counter BIGINT NOT NULL,
  transports TEXT[] NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  used_at TIMESTAMPTZ(3),
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_name_is_not_blank CHECK (btrim(name) <> ''),
  CONSTRAINT passkey_credential_id_is_not_blank CHECK (btrim(credential_id) <> ''),
  CONSTRAINT passkey_counter_is_not_negative CHECK (counter >= 0),
  CONSTRAINT passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE INDEX passkey_person_id_idx ON passkey (person_id);
CREATE TABLE passkey_challenge (
  challenge TEXT NOT NULL,
  purpose TEXT NOT NULL,
  -- Nobody for a sign-in: who it is comes with the answer.
  person_id UUID,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge),
  CONSTRAINT passkey_challenge_challenge_is_not_blank CHECK (btrim(challenge) <> ''),
  CONSTRAINT passkey_challenge_purpose_is_not_blank CHECK (btrim(purpose) <> ''),
  CONSTRAINT passkey_challenge_purpose_is_known CHECK (purpose IN ('register', 'sign_in', 'prove')),
  CONSTRAINT passkey_challenge_is_for_nobody_iff_for_a_sign_in CHECK ((person_id IS NULL) = (purpose = 'sign_in')),
  CONSTRAINT passkey_challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX passkey_challenge_person_id_idx ON passkey_challenge (person_id);
CREATE INDEX passkey_challenge_ends_at_idx ON passkey_challenge (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey TO certtrail_app;
GRANT SELECT, INSERT, DELETE ON passkey_challenge TO certtrail_app;
