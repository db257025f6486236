-- A certificate of a standard without controls has no Statement of Applicability (IS-5); one that has names version and day.
ALTER TABLE certificate
  ALTER COLUMN soa_version DROP NOT NULL,
  ALTER COLUMN soa_approved_on DROP NOT NULL,
  ADD CONSTRAINT certificate_soa_has_a_version_iff_approved CHECK ((soa_version IS NULL) = (soa_approved_on IS NULL));

-- CRT-1 (17021-1 8.2.2): the certificate shows the address of its body.
ALTER TABLE certificate
  ADD COLUMN body_address TEXT,
  ADD CONSTRAINT certificate_body_address_is_not_blank CHECK (btrim(body_address) <> '');

-- The public check looks a certificate up by its number.
CREATE INDEX certificate_number_idx ON certificate (number);
