-- Which version of the scope profile a request went out with, and a proposal and the letter were made on; null where none was stated.
ALTER TABLE body_request ADD COLUMN scope_no INTEGER,
  ADD CONSTRAINT body_request_is_based_on_a_version FOREIGN KEY (project_id, scope_no)
    REFERENCES scope_profile (project_id, no) ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE proposal ADD COLUMN scope_no INTEGER,
  ADD CONSTRAINT proposal_is_based_on_a_version FOREIGN KEY (project_id, scope_no)
    REFERENCES scope_profile (project_id, no) ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE letter ADD COLUMN scope_no INTEGER,
  ADD CONSTRAINT letter_is_based_on_a_version FOREIGN KEY (project_id, scope_no)
    REFERENCES scope_profile (project_id, no) ON DELETE RESTRICT ON UPDATE NO ACTION;

-- What bodies were told until now was the newest version of the time before the request went out.
UPDATE body_request r SET scope_no = (SELECT max(s.no) FROM scope_profile s WHERE s.project_id = r.project_id AND s.told);
UPDATE proposal o SET scope_no = (SELECT max(s.no) FROM scope_profile s WHERE s.project_id = o.project_id AND s.told);
UPDATE letter l SET scope_no = (SELECT max(s.no) FROM scope_profile s WHERE s.project_id = l.project_id AND s.told);

-- A later version is told by an act of its own; nothing else of it ever changes.
GRANT UPDATE (told) ON scope_profile TO certtrail_app;
