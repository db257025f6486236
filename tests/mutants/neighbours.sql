-- What lies beside the stage of marked.sql and is somebody else's: with it, every lookup has something that it must leave out.
INSERT INTO organisation (id, kind, slug, name, legal_name, time_zone, languages, connected, managed_by_id, demo, version, created_at)
  VALUES ('#keptBody', 'body', 'kept-body', 'Kept Body', 'Kept Body', 'Europe/Berlin', '{}', false, '#client', false, 0, '2027-01-01'),
    ('#strangersBody', 'body', 'strangers-body', 'Body of a stranger', 'Body of a stranger', 'Europe/Berlin', '{}', false, '#stranger', false, 0, '2027-01-01');
INSERT INTO person (id, name, email, created_at) VALUES ('#namesake', 'Someone', 'new.person@example.com', '2027-01-01');
INSERT INTO membership (organisation_id, person_id, roles, active, version, created_at) VALUES ('#competitor', '#namesake', '{planner}', true, 0, '2027-01-01');
-- As many sites as an organisation may have, and one to name in a form.
INSERT INTO site (id, organisation_id, name, address, activity, persons, retired)
  SELECT gen_random_uuid(), '#competitor'::uuid, 'Site ' || no, 'Somewhere', 'Something', 1, false FROM generate_series(1, 200) AS no
  UNION ALL SELECT '#strangersSite'::uuid, '#stranger'::uuid, 'Site of a stranger', 'Somewhere', 'Something', 1, false;
-- More than one organisation has room for.
INSERT INTO stored_file (id, project_id, client_id, organisation_id, side, name, media_type, size, sha256, uploaded_by_id, uploaded_at, awaits_scan)
  SELECT gen_random_uuid(), '#sourced'::uuid, '#client'::uuid, '#competitor'::uuid, 'body', 'large.pdf', 'application/pdf', 2000000000, md5(no::text) || md5('-' || no), '#asked'::uuid, '2027-01-15'::timestamptz, false
  FROM generate_series(1, 10) AS no;
UPDATE proposal SET received_on = '2027-01-18' WHERE project_id = '#sourced' AND body_id = '#body';
INSERT INTO project (id, client_id, name, standard_id, scope, persons_in_scope, time_zone, state, answer_due_on, created_at)
  VALUES ('#strangers', '#stranger', 'Project of a stranger', 'iso-27001-2022', 'Something', 40, 'Europe/Berlin', 'planning', NULL, '2027-01-11T09:00Z');
INSERT INTO trail_anchor (id, at, content, hash, public_key, signature) VALUES ('#anchor', '2027-03-09T00:00Z', '{}', '-', '-', '-');
INSERT INTO trail_anchor_head (project_id, anchor_id, at, no, hash, demo, public_key, signature)
  VALUES ('#strangers', '#anchor', '2027-03-09T00:00Z', 1, '-', false, '-', '-');

-- A finding of an audit in which the body's second and third auditor have no part: its plan waits for a review, another's evidence for verification.
INSERT INTO finding (id, audit_id, case_id, project_id, client_id, body_id, number, grade, state, requirement_ref, statement, evidence, drafted_by_id, drafted_by_organisation_id, created_at, issued_on,
    issued_by_id, plan_due_on)
  SELECT id, '#pendingAudit'::uuid, '#pendingCase'::uuid, '#pending'::uuid, '#client'::uuid, '#body'::uuid, number, 'minor', state, 'A.8.8', 'Something', 'Something', '#lead'::uuid, '#body'::uuid, '2026-03-11T10:00Z'::timestamptz, '2026-03-11'::date, '#lead'::uuid,
    '2026-04-11'::date FROM (VALUES ('#planned'::uuid, 'NC-801', 'response_submitted'), ('#proven'::uuid, 'NC-802', 'evidence_submitted')) AS laid (id, number, state);
INSERT INTO action_plan (finding_id, project_id, client_id, body_id, correction, extent, cause, cause_method, submitted_on, submitted_by_id)
  SELECT id, '#pending'::uuid, '#client'::uuid, '#body'::uuid, 'Something', 'Something', 'Something', 'free_text', '2026-03-12'::date, '#manager'::uuid FROM finding WHERE project_id = '#pending'::uuid;
INSERT INTO plan_task (id, project_id, client_id, title, owner_id, due_on, created_at)
  VALUES ('#pendingTask', '#pending', '#client', 'Something', '#manager', '2027-05-03', '2027-01-11T09:00Z'),
    ('#othersTask', '#project', '#client', 'Something', '#manager', '2027-05-03', '2027-01-11T09:00Z');
-- Who decides there has handled an appeal; who handles appeals has advised the client.
INSERT INTO decision (id, case_id, project_id, client_id, body_id, kind, reason, decided_on, decided_by_id, decided_at, dossier)
  SELECT '#appeal'::uuid, case_id, project_id, client_id, body_id, 'appeal_upheld', 'Something', '2026-05-11'::date, '#decider'::uuid, '2026-05-11T10:00Z'::timestamptz, dossier
  FROM decision WHERE project_id = '#pending';
INSERT INTO tie (id, body_id, client_id, person_id, kind, ended_on, declared_by_organisation_id)
  VALUES ('#tie', '#body', '#client', '#quality', 'consultancy', '2026-10-01', '#client');
-- What another body keeps of a person who works for both, what the client declared, and what is kept of one who has left.
INSERT INTO tie (id, body_id, client_id, person_id, kind, declared_by_organisation_id, decision, decision_words, decided_by_id, decided_on)
  VALUES ('#rivalTie', '#competitor', '#client', '#auditor', 'family', '#competitor', NULL, NULL, NULL, NULL),
    ('#clientTie', '#body', '#client', '#auditor', 'family', '#client', 'cleared', 'Something', '#quality', '2026-10-01');
INSERT INTO competence (id, body_id, person_id, kind, what, proof, valid_until, recorded_by_id, recorded_at)
  VALUES ('#rivalCompetence', '#competitor', '#auditor', 'area', 'Something', 'Something', '2026-10-01', '#asked', '2026-01-01T10:00Z'),
    ('#leftCompetence', '#body', '#asked', 'area', 'Something', 'Something', '2026-10-01', '#planner', '2026-01-01T10:00Z');

-- A project that is being prepared.
INSERT INTO project (id, client_id, body_id, name, standard_id, scope, persons_in_scope, time_zone, state, answer_due_on, chosen_proposal_id, created_at)
  VALUES ('#preparing', '#client', '#body', 'In preparation', 'iso-27001-2022', 'Something', 40, 'Europe/Berlin', 'engaged', '2026-01-20', '#preparingProposal', '2026-01-11T09:00Z');
INSERT INTO proposal (id, project_id, client_id, body_id, stage1_centidays, stage2_centidays, entered_by_id, entered_by_organisation_id, received_on)
  VALUES ('#preparingProposal', '#preparing', '#client', '#body', 200, 500, '#planner', '#body', '2026-01-16');
INSERT INTO certification_case (id, project_id, client_id, body_id, state, created_at)
  VALUES ('#preparingCase', '#preparing', '#client', '#body', 'engaged', '2026-01-26T09:00Z');
INSERT INTO stored_file (id, project_id, client_id, organisation_id, side, name, media_type, size, sha256, uploaded_by_id, uploaded_at, awaits_scan)
  SELECT id, project, '#client'::uuid, '#competitor'::uuid, 'body', 'of-a-rival.pdf', 'application/pdf', 10, md5('rival') || md5('rival'), '#asked'::uuid, '2027-01-15'::timestamptz, false
  FROM (VALUES ('#preparingFile'::uuid, '#preparing'::uuid), ('#aloneFile'::uuid, '#alone'::uuid)) AS laid (id, project);

-- In the project whose body is not on CertTrail, a draft that another organisation keeps.
INSERT INTO finding (id, audit_id, case_id, project_id, client_id, body_id, grade, state, requirement_ref, statement, drafted_by_id, drafted_by_organisation_id, created_at)
  VALUES ('#aloneDraft', '#aloneAudit', '#aloneCase', '#alone', '#client', '#aloneBody', 'minor', 'draft', 'A.8.13', 'Something', '#aloneLead', '#aloneBody', '2027-03-09T10:00Z');

-- Another client's open request, to the same body; it keeps notes on that body as well.
INSERT INTO project (id, client_id, name, standard_id, scope, persons_in_scope, time_zone, state, answer_due_on, target_on, created_at)
  VALUES ('#strangersOpen', '#stranger', 'Request of a stranger', 'iso-27001-2022', 'Something', 40, 'Europe/Berlin', 'rfp_open', '2027-04-20', '2031-06-01', '2027-01-11T09:00Z');
INSERT INTO body_request (id, project_id, client_id, body_id, sent_at) VALUES ('#strangersRequest', '#strangersOpen', '#stranger', '#body', '2027-01-12T09:00Z');
INSERT INTO body_note (id, client_id, body_id, kind, noted_on, source, words, grade, noted_by_id, noted_at)
  VALUES ('#strangersNote', '#stranger', '#body', 'reference', '2027-01-04', 'Somebody', 'Something', 4, '#otherClient', '2027-01-04T10:00Z');

-- In the open request: a file of a body that was asked, two versions of the scope profile, a reminder and rates.
INSERT INTO stored_file (id, project_id, client_id, organisation_id, side, name, media_type, size, sha256, uploaded_by_id, uploaded_at, awaits_scan)
  VALUES ('#sourcedFile', '#sourced', '#client', '#competitor', 'body', 'offer.pdf', 'application/pdf', 10, md5('offer') || md5('offer'), '#asked', '2027-01-15', false);
INSERT INTO scope_profile (project_id, client_id, no, told, facts, judgement, saved_by_id, saved_at)
  SELECT later.project, client_id, later.no, later.told, jsonb_set(facts::jsonb, '{outsourced}', to_jsonb(later.words)), judgement, saved_by_id, saved_at
  FROM scope_profile, (VALUES ('#sourced'::uuid, 1, true, 'Nothing'), ('#sourced'::uuid, 2, true, 'Hosting'), ('#project'::uuid, 2, true, 'Hosting')) AS later (project, no, told, words)
  WHERE project_id = '#project';
UPDATE body_request SET scope_no = 1 WHERE project_id = '#sourced';
UPDATE proposal SET scope_no = 1 WHERE project_id = '#sourced';
UPDATE letter SET scope_no = 1 WHERE project_id = '#project';
INSERT INTO request_reminder (id, project_id, client_id, body_id, way, sent_by_id, sent_on, sent_at)
  VALUES ('#sourcedReminder', '#sourced', '#client', '#body', 'text', '#manager', '2027-01-14', '2027-01-14T10:00Z');
INSERT INTO exchange_rate (project_id, client_id, from_currency, to_currency, millionths, of_day, entered_by_id, entered_at)
  VALUES ('#sourced', '#client', 'GBP', 'EUR', 1170000, '2027-01-15', '#manager', '2027-01-15T10:00Z');

-- Stage 1 under way; Stage 1 reported as not ready; a refusal against which an appeal stands, handled by one who audited.
INSERT INTO project (id, client_id, body_id, name, standard_id, scope, persons_in_scope, time_zone, state, answer_due_on, chosen_proposal_id, created_at)
  SELECT project, '#client'::uuid, '#body'::uuid, 'Further', 'iso-27001-2022', 'Something', 40, 'Europe/Berlin', 'engaged', '2026-01-20'::date, proposal, '2026-01-11T09:00Z'::timestamptz
  FROM (VALUES ('#first'::uuid, '#firstProposal'::uuid), ('#notReady', '#notReadyProposal'), ('#refused', '#refusedProposal')) AS laid (project, proposal);
INSERT INTO proposal (id, project_id, client_id, body_id, stage1_centidays, stage2_centidays, entered_by_id, entered_by_organisation_id, received_on)
  SELECT chosen_proposal_id, id, client_id, body_id, 200, 500, '#planner'::uuid, '#body'::uuid, '2026-01-16'::date FROM project WHERE name = 'Further';
INSERT INTO certification_case (id, project_id, client_id, body_id, state, soa_version, soa_approved_on, created_at)
  SELECT id, project, '#client'::uuid, '#body'::uuid, state, '1.0', '2026-01-10'::date, '2026-01-26T09:00Z'::timestamptz
  FROM (VALUES ('#firstCase'::uuid, '#first'::uuid, 'stage1_planned'), ('#notReadyCase', '#notReady', 'stage1_review'), ('#refusedCase', '#refused', 'refused')) AS laid (id, project, state);
INSERT INTO audit (id, case_id, project_id, client_id, body_id, kind, no, state, starts_on, ends_on, conclusion, report_issued_on, created_at)
  SELECT id, case_id, project, '#client'::uuid, '#body'::uuid, 'stage1', 1, state, '2027-03-01'::date, '2027-03-05'::date, conclusion, reported, '2026-02-10T09:00Z'::timestamptz
  FROM (VALUES ('#firstAudit'::uuid, '#firstCase'::uuid, '#first'::uuid, 'running', NULL, NULL::date), ('#notReadyAudit', '#notReadyCase', '#notReady', 'reported', 'not_ready', '2027-03-06'),
    ('#refusedAudit', '#refusedCase', '#refused', 'concluded', 'ready', '2027-03-06')) AS laid (id, case_id, project, state, conclusion, reported);
INSERT INTO team_member (audit_id, case_id, project_id, client_id, body_id, person_id, role)
  SELECT a.id, a.case_id, a.project_id, a.client_id, a.body_id, person, role FROM audit a JOIN project p ON p.id = a.project_id,
    (VALUES ('#lead'::uuid, 'lead'), ('#second', 'auditor'), ('#quality', 'observer')) AS team (person, role) WHERE p.name = 'Further';

-- In the project whose body is not on CertTrail, an act that the client recorded for it.
INSERT INTO recorded_act (event_id, project_id, client_id, body_id, acted_on, acted_by_id, file_id, standing)
  VALUES ('#aloneEvent', '#alone', '#client', '#aloneBody', '2027-03-09', '#aloneLead', '#aloneFile', 'recorded');

-- Since when the two findings wait stands in the trail, which the database chains.
SET session_replication_role = origin;
INSERT INTO event (project_id, client_id, id, no, at, person_id, person_name, organisation_id, organisation_name, side, kind, subject_type, subject_id, machine, from_state, to_state, data, reason, audience, prev_hash, hash)
  VALUES ('#alone', '#client', '#aloneEvent', 0, '2027-03-09T12:00Z', '#manager', 'Ana Ruiz', '#client', 'Northwind', 'client', 'audit.startAudit', 'audit', '#aloneAudit', NULL, NULL, NULL,
    '{"audit": "Stage 2"}', NULL, 'both', '-', '-');
INSERT INTO event (project_id, client_id, id, no, at, person_id, person_name, organisation_id, organisation_name, side, kind, subject_type, subject_id, machine, from_state, to_state, data, reason, audience, prev_hash, hash)
  SELECT '#pending'::uuid, '#client'::uuid, gen_random_uuid(), 0, '2026-03-12T12:00Z'::timestamptz, '#manager'::uuid, 'Ana Ruiz', '#client'::uuid, 'Northwind', 'client', kind, 'finding', id, NULL, NULL, NULL,
    '{"number": "NC-801"}', NULL, 'both', '-', '-'
  FROM (VALUES ('#planned'::uuid, 'nonconformity.submitResponse'), ('#proven', 'nonconformity.submitEvidence')) AS laid (id, kind);
