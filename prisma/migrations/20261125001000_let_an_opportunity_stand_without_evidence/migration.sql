-- NC-3 asks for objective evidence of conformities and nonconformities; an opportunity is an observation (NC-5).
ALTER TABLE finding
  ADD CONSTRAINT issued_finding_has_requirement_statement_and_evidence CHECK
    (number IS NULL OR (requirement_ref IS NOT NULL AND statement IS NOT NULL AND (evidence IS NOT NULL OR grade = 'opportunity')));
ALTER TABLE finding DROP CONSTRAINT finding_is_issued_only_with_requirement_statement_and_evidence;
