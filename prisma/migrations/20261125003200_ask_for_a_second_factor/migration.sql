-- An authenticator app and the codes for the day it is lost. They belong to a person's account, so to the installation.
CREATE TABLE second_factor (
  person_id UUID NOT NULL,
  sealed_secret TEXT NOT NULL,
  -- The time step of the last code: no code counts twice.
  last_step INTEGER NOT NULL,
  wrong_codes INTEGER NOT NULL DEFAULT 0,
  locked_until TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT second_factor_pkey PRIMARY KEY (person_id),
  CONSTRAINT second_factor_sealed_secret_is_not_blank CHECK (btrim(sealed_secret) <> ''),
  CONSTRAINT second_factor_wrong_codes_are_not_negative CHECK (wrong_codes >= 0),
  CONSTRAINT second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE recovery_code (
  person_id UUID NOT NULL,
  code_hash TEXT NOT NULL,
  used_at TIMESTAMPTZ(3),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (person_id, code_hash),
  CONSTRAINT recovery_code_code_hash_is_not_blank CHECK (btrim(code_hash) <> ''),
  CONSTRAINT recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES second_factor (person_id) ON DELETE CASCADE ON UPDATE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code TO certtrail_app;
