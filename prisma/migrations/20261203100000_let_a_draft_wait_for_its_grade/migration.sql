-- An auditor writes down what is seen at once and grades it later; what is issued has a grade (NC-1).
ALTER TABLE finding ALTER COLUMN grade DROP NOT NULL;
ALTER TABLE finding ADD CONSTRAINT an_issued_finding_has_a_grade CHECK (number IS NULL OR grade IS NOT NULL);
