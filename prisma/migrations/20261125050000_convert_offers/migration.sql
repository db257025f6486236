-- What one unit of an offer's currency is worth in the one in which a client compares: entered by hand, for a day.
CREATE TABLE exchange_rate (
  project_id UUID NOT NULL,
  client_id UUID NOT NULL,
  from_currency TEXT NOT NULL,
  to_currency TEXT NOT NULL,
  millionths BIGINT NOT NULL,
  of_day DATE NOT NULL,
  entered_by_id UUID NOT NULL,
  entered_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT exchange_rate_pkey PRIMARY KEY (project_id, from_currency),
  CONSTRAINT exchange_rate_from_currency_is_not_blank CHECK (btrim(from_currency) <> ''),
  CONSTRAINT exchange_rate_to_currency_is_not_blank CHECK (btrim(to_currency) <> ''),
  CONSTRAINT exchange_rate_is_between_two CHECK (from_currency <> to_currency),
  CONSTRAINT exchange_rate_is_above_zero CHECK (millionths > 0),
  CONSTRAINT exchange_rate_project_id_client_id_fkey FOREIGN KEY (project_id, client_id)
    REFERENCES project (id, client_id) ON DELETE CASCADE ON UPDATE NO ACTION
);
GRANT SELECT, INSERT, DELETE ON exchange_rate TO certtrail_app;

-- How a client weighs offers against each other is no body's to see.
ALTER TABLE exchange_rate ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY client_reaches ON exchange_rate TO certtrail_app
  USING (client_id = asking_org()) WITH CHECK (client_id = asking_org());
CREATE POLICY owner_reaches_all ON exchange_rate TO CURRENT_USER USING (true) WITH CHECK (true);
