-- What an act that needs fresh proof asks a session: when the person last proved who they are, and how strongly.
ALTER TABLE session
  ADD COLUMN proven_at TIMESTAMPTZ(3),
  ADD COLUMN level TEXT NOT NULL DEFAULT 'password',
  ADD COLUMN user_agent TEXT;
UPDATE session SET proven_at = created_at;
ALTER TABLE session
  ALTER COLUMN proven_at SET NOT NULL,
  ADD CONSTRAINT session_level_is_not_blank CHECK (btrim(level) <> ''),
  ADD CONSTRAINT session_user_agent_is_not_blank CHECK (btrim(user_agent) <> ''),
  ADD CONSTRAINT session_level_is_known CHECK (level IN ('password', 'second_factor'));
