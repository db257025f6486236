-- The day a proof is of (a protocol's, a training's) is not the day somebody uploaded it.
ALTER TABLE evidence ADD COLUMN dated_on DATE,
  ADD CONSTRAINT evidence_is_not_of_a_later_day CHECK (dated_on <= (added_at AT TIME ZONE 'UTC')::date + 1);
