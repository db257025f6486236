-- Whoever owns the tables can rewrite a whole trail with hashes that fit. An anchor says what the heads of all trails
-- were at an instant, signed with a key that the database does not have. Taken and read with the owner's rights; the
-- application sees only each head with a signature of its own, so that a party can be handed what is its own.
CREATE TABLE trail_anchor (
  id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  content text NOT NULL,
  hash text NOT NULL,
  public_key text NOT NULL,
  signature text NOT NULL,
  CONSTRAINT trail_anchor_pkey PRIMARY KEY (id),
  CONSTRAINT trail_anchor_content_is_not_blank CHECK (btrim(content) <> ''),
  CONSTRAINT trail_anchor_hash_is_not_blank CHECK (btrim(hash) <> ''),
  CONSTRAINT trail_anchor_public_key_is_not_blank CHECK (btrim(public_key) <> ''),
  CONSTRAINT trail_anchor_signature_is_not_blank CHECK (btrim(signature) <> '')
);
-- Only the heads that changed since the anchor before. No foreign key to the project: an anchor outlives what it names.
CREATE TABLE trail_anchor_head (
  project_id uuid NOT NULL,
  anchor_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  no integer NOT NULL,
  hash text NOT NULL,
  demo boolean NOT NULL,
  public_key text NOT NULL,
  signature text NOT NULL,
  CONSTRAINT trail_anchor_head_pkey PRIMARY KEY (project_id, anchor_id),
  CONSTRAINT trail_anchor_head_anchor_id_fkey FOREIGN KEY (anchor_id) REFERENCES trail_anchor(id),
  CONSTRAINT trail_anchor_head_hash_is_not_blank CHECK (btrim(hash) <> ''),
  CONSTRAINT trail_anchor_head_public_key_is_not_blank CHECK (btrim(public_key) <> ''),
  CONSTRAINT trail_anchor_head_signature_is_not_blank CHECK (btrim(signature) <> '')
);

CREATE FUNCTION keep_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse(TG_TABLE_NAME || '_is_append_only', format('a row of %s cannot be changed or deleted', TG_TABLE_NAME));
  RETURN NULL;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON trail_anchor FOR EACH ROW EXECUTE FUNCTION keep_anchors();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON trail_anchor_head FOR EACH ROW EXECUTE FUNCTION keep_anchors();

ALTER TABLE trail_anchor_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_reaches_all ON trail_anchor_head TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY parties_reach ON trail_anchor_head TO certtrail_app
  USING (EXISTS (SELECT FROM project p WHERE p.id = trail_anchor_head.project_id AND asking_org() IN (p.client_id, p.body_id)));
GRANT SELECT ON trail_anchor_head TO certtrail_app;
