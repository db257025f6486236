-- How often something was tried within a window of time, by whom or from where. It belongs to the installation: who
-- tries is not signed in yet. The subject is a keyed hash, so that no address and no e-mail address is kept.
CREATE TABLE throttle (
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  used INTEGER NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT throttle_pkey PRIMARY KEY (name, subject),
  CONSTRAINT throttle_name_is_not_blank CHECK (btrim(name) <> ''),
  CONSTRAINT throttle_subject_is_not_blank CHECK (btrim(subject) <> '')
);
CREATE INDEX throttle_ends_at_idx ON throttle (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON throttle TO certtrail_app;
