-- One row and more of every table, as they stand when a certificate has been granted: what the guards are tried on.
-- #name stands for the id of that name (tests/support/world.ts).
INSERT INTO organisation (name, legal_name, country, time_zone, languages, connected, demo, version, created_at, id, kind, slug)
  VALUES ('Northwind', 'Northwind Ltd', 'Germany', 'UTC', '{}', true, false, 0, '2027-05-18T10:00Z', '#client', 'client', 'northwind');
INSERT INTO organisation (name, legal_name, country, time_zone, languages, connected, demo, version, created_at, id, kind, slug)
  VALUES ('Northwind', 'Northwind Ltd', 'Germany', 'UTC', '{}', true, false, 0, '2027-05-18T10:00Z', '#body', 'body', 'meridian');
INSERT INTO organisation (name, legal_name, country, time_zone, languages, connected, demo, version, created_at, id, kind, slug)
  VALUES ('Northwind', 'Northwind Ltd', 'Germany', 'UTC', '{}', true, false, 0, '2027-05-18T10:00Z', '#stranger', 'client', 'harbour');
INSERT INTO person (id, name, email, password_hash, demo, created_at)
  VALUES ('#manager', 'Ana Ruiz', 'ana@example.com', '-', false, '2027-05-18T10:00Z');
INSERT INTO person (id, name, demo, created_at)
  VALUES ('#lead', 'Lena Vogt', false, '2027-05-18T10:00Z');
INSERT INTO person (id, name, demo, created_at)
  VALUES ('#decider', 'Ruth Sandberg', false, '2027-05-18T10:00Z');
INSERT INTO membership (organisation_id, person_id, roles, active, version, created_at)
  VALUES ('#client', '#manager', '{manager}', true, 0, '2027-05-18T10:00Z');
INSERT INTO session (id, token_hash, person_id, created_at, seen_at, ends_at, proven_at)
  VALUES ('#session', repeat('a', 64), '#manager', '2027-05-18T10:00Z', '2027-05-18T10:00Z', '2027-05-18T10:00Z', '2027-05-18T10:00Z');
INSERT INTO second_factor (person_id, sealed_secret, last_step, created_at) VALUES ('#manager', 'sealed', 60000000, '2027-05-18T10:00Z');
INSERT INTO recovery_code (person_id, code_hash) VALUES ('#manager', repeat('a', 43));
INSERT INTO passkey (id, person_id, name, credential_id, public_key, counter, transports, created_at)
  VALUES ('#passkey', '#manager', 'Laptop', 'credential', '\x00', 0, '{internal}', '2027-05-18T10:00Z');
INSERT INTO passkey_challenge (challenge, purpose, person_id, ends_at) VALUES ('challenge', 'register', '#manager', '2027-05-18T10:00Z');
INSERT INTO password_reset (id, person_id, organisation_id, token_hash, made_by_id, created_at, ends_at)
  VALUES ('#reset', '#manager', '#client', repeat('a', 64), '#manager', '2027-05-18T10:00Z', '2027-05-18T10:00Z');
INSERT INTO identity_provider (organisation_id, issuer, client_id, sealed_secret, created_at)
  VALUES ('#client', 'https://login.example.com', 'certtrail', 'sealed', '2027-05-18T10:00Z');
INSERT INTO sign_in_domain (id, organisation_id, domain, created_at, verified_at)
  VALUES ('#domain', '#client', 'example.com', '2027-05-18T10:00Z', '2027-05-18T10:00Z');
INSERT INTO oidc_identity (id, organisation_id, issuer, subject, person_id, email, created_at, used_at)
  VALUES ('#identity', '#client', 'https://login.example.com', 'ana', '#manager', 'ana@example.com', '2027-05-18T10:00Z', '2027-05-18T10:00Z');
INSERT INTO oidc_attempt (token_hash, organisation_id, return_to, ends_at)
  VALUES (repeat('a', 64), '#client', '/', '2027-05-18T10:00Z');
INSERT INTO throttle (name, subject, used, ends_at)
  VALUES ('signIn account', repeat('a', 64), 1, '2027-05-18T10:00Z');
INSERT INTO invitation (id, organisation_id, email, roles, token_hash, invited_by_id, created_at, ends_at)
  VALUES ('#invitation', '#client', 'sam@example.com', '{owner}', repeat('a', 64), '#manager', '2027-05-18T10:00Z', '2027-05-18T10:00Z');
INSERT INTO site (id, organisation_id, name, address, activity, persons, retired)
  VALUES ('#site', '#client', 'Head office', '1 Main Street', 'Software', 40, false);
INSERT INTO accreditation (id, organisation_id, accreditation_body, scheme, number, valid_from, valid_to, recognition, checked_on, checked_by, source_url)
  VALUES ('#accreditation', '#body', 'DAkkS', 'ISO/IEC 27001', 'D-1', '2026-01-01', '2030-12-31', 'IAF MLA', '2027-01-02', 'Ana Ruiz', 'https://example.com');
INSERT INTO body_note (id, client_id, body_id, kind, noted_on, source, words, grade, noted_by_id, noted_at)
  VALUES ('#note', '#client', '#body', 'reference', '2027-01-10', '-', '-', 4, '#manager', '2027-01-10T10:00Z');
INSERT INTO body_policy (organisation_id, settings, version)
  VALUES ('#body', '{}', 0);
INSERT INTO membership (organisation_id, person_id, roles, active, version, created_at)
  VALUES ('#body', '#lead', '{auditor}', true, 0, '2027-05-18T10:00Z');
INSERT INTO competence (id, body_id, person_id, kind, what, valid_until, proof, recorded_by_id, recorded_at)
  VALUES ('#competence', '#body', '#lead', 'language', 'German', '2028-05-18', '-', '#decider', '2027-05-18T10:00Z');
INSERT INTO tie (id, body_id, client_id, person_id, kind, started_on, ended_on, words, threat, declared_by_organisation_id, declared_by_id,
    declared_at, decision, decision_words, decided_by_id, decided_on)
  VALUES ('#tie', '#body', '#client', '#lead', 'consultancy', '2019-01-01', '2020-01-01', '-', 'self_review', '#body', '#lead',
    '2027-05-18T10:00Z', 'barred', '-', '#decider', '2027-05-18');
INSERT INTO project (id, client_id, body_id, name, standard_id, scope, persons_in_scope, time_zone, state, version, answer_due_on,
    request_note, recommend_reason, override_reason, chosen_proposal_id, demo, created_at)
  VALUES ('#project', '#client', '#body', 'ISO 27001', 'iso27001-2022', 'Software', 40, 'Europe/Berlin', 'engaged', 0, '2027-01-20', '-', '-',
    '-', '#proposal', false, '2027-05-18T10:00Z');
INSERT INTO project_site (project_id, client_id, site_id)
  VALUES ('#project', '#client', '#site');
INSERT INTO body_request (id, project_id, client_id, body_id, sent_at, told_at, told_text)
  VALUES ('#request', '#project', '#client', '#body', '2027-05-18T10:00Z', '2027-05-18T10:00Z', '-');
INSERT INTO proposal (id, project_id, client_id, body_id, declined, stage1_centidays, currency, day_rate_minor, accreditation, sectors, technologies,
    lead_auditor, audit_languages, combined_standards, payment_terms, cancellation_terms, transfer_terms, price_lock, stage_gap_weeks, notes,
    entered_by_id, entered_by_organisation_id, received_on, version)
  VALUES ('#proposal', '#project', '#client', '#body', false, 200, 'EUR', 120000, '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 6, '-', '#manager', '#client', '2027-01-15', 0);
INSERT INTO answer_link (id, project_id, client_id, body_id, token_hash, person_id, made_by_id, made_at, last_day)
  VALUES ('#link', '#project', '#client', '#body', repeat('a', 64), '#lead', '#manager', '2027-01-12T10:00Z', '2027-01-20');
INSERT INTO answer_link_use (id, link_id, project_id, client_id, body_id, what, at)
  VALUES ('#use', '#link', '#project', '#client', '#body', 'opened', '2027-01-13T10:00Z');
INSERT INTO request_question (id, project_id, client_id, body_id, question, asked_by_id, asked_at, answer, answered_by_id, answered_at)
  VALUES ('#question', '#project', '#client', '#body', '-', '#lead', '2027-01-13T10:00Z', '-', '#manager', '2027-01-14T10:00Z');
INSERT INTO choice (project_id, client_id, no, body_id, reason, involved_ids, others, conflicts, work, made_by_id, made_at)
  VALUES ('#project', '#client', 1, '#body', '-', ARRAY['#manager']::uuid[], '-', '[]', '[]', '#manager', '2027-01-16T10:00Z');
INSERT INTO request_reminder (id, project_id, client_id, body_id, way, sent_by_id, sent_on, sent_at)
  VALUES ('#reminder', '#project', '#client', '#body', 'text', '#manager', '2027-01-14', '2027-01-14T10:00Z');
INSERT INTO exchange_rate (project_id, client_id, from_currency, to_currency, millionths, of_day, entered_by_id, entered_at)
  VALUES ('#project', '#client', 'GBP', 'EUR', 1170000, '2027-01-15', '#manager', '2027-01-15T10:00Z');
INSERT INTO comparison_weights (project_id, client_id, cost, days, expertise, reputation, availability, terms, changed_by_id, changed_at)
  VALUES ('#project', '#client', 35, 20, 20, 10, 10, 5, '#manager', '2027-01-16T10:00Z');
INSERT INTO expertise_mark (project_id, client_id, body_id, point, standing, changed_by_id, changed_at)
  VALUES ('#project', '#client', '#body', 'sectors', 'evidenced', '#manager', '2027-01-16T10:00Z');
INSERT INTO comparison_note (project_id, client_id, body_id, person_id, words, shared, changed_at)
  VALUES ('#project', '#client', '#body', '#manager', '-', true, '2027-01-16T10:00Z');
INSERT INTO soa_line (project_id, client_id, ref, title, applicable, justification, exclusion, implementation, owner, notes, changed_by_id,
    changed_at)
  VALUES ('#project', '#client', 'OC-1', '-', true, '-', '-', 'planned', '-', '-', '#manager', '2027-01-09T10:00Z');
INSERT INTO soa_version (id, project_id, client_id, no, label, approved_on, approved_by_id, approved_at, content, sha256)
  VALUES ('#soa', '#project', '#client', 1, '1.0', '2027-01-10', '#manager', '2027-01-10T10:00Z', '{}', repeat('a', 64));
INSERT INTO treatment_line (id, project_id, client_id, ref, ref_order, risk, owner, treatment, controls, due_on, state, accepted_by, accepted_on, changed_by_id, changed_at)
  VALUES ('#treatment', '#project', '#client', 'R-1', 'r-000000000001', '-', '-', 'modify', '{A.8.13}', '2027-06-01', 'accepted', '-', '2027-02-01', '#manager', '2027-01-20T10:00Z');
INSERT INTO register_picture (id, project_id, client_id, kind, content, sha256, frozen_by_id, frozen_at)
  VALUES ('#picture', '#project', '#client', 'stage1', '{}', encode(sha256('{}'), 'hex'), '#manager', '2027-02-01T10:00Z');
INSERT INTO plan_task (id, project_id, client_id, milestone, title, note, owner_id, starts_on, due_on, done_on, done_by_id, done_note, created_at)
  VALUES ('#task', '#project', '#client', 'scope', 'Scope decided', '-', '#manager', '2027-01-12', '2027-02-01', '2027-01-29', '#manager', '-', '2027-01-11T10:00Z');
INSERT INTO scope_profile (project_id, client_id, no, told, facts, judgement, saved_by_id, saved_at)
  VALUES ('#project', '#client', 1, true, '{}', '{}', '#manager', '2027-01-11T10:00Z');
UPDATE body_request SET scope_no = 1 WHERE id = '#request';
UPDATE proposal SET scope_no = 1 WHERE id = '#proposal';
INSERT INTO application (project_id, client_id, body_id, signatory, consultancy, consultancy_body_related, notes, sent_on, outcome,
    reasons, competence, reviewed_on, reviewed_by_id)
  VALUES ('#project', '#client', '#body', 'Viktor Lang', 'None', false, '-', '2027-01-21', 'accepted', '-', '-', '2027-01-22', '#lead');
INSERT INTO certification_case (id, project_id, client_id, body_id, state, version, soa_version, soa_approved_on, forwarded_on,
    forwarded_to, forward_answered_on, forward_answer, stage2_reason, created_at)
  VALUES ('#case', '#project', '#client', '#body', 'review_pending', 0, '1.0', '2027-01-10', '2027-05-01', 'DAkkS', '2027-05-02', '-', '-',
    '2027-05-18T10:00Z');
INSERT INTO pre_audit (case_id, client_id, body_id, by_body, provider, starts_on, ends_on, gaps, recommendations)
  VALUES ('#case', '#client', '#body', false, 'Northwind', '2027-02-01', '2027-02-02', '-', '-');
INSERT INTO system_record (id, case_id, client_id, body_id, kind, held_on, covers_scope, who, note)
  VALUES ('#internalAudit', '#case', '#client', '#body', 'internal_audit', '2027-01-05', true, 'Ana Ruiz', '-');
INSERT INTO audit (id, case_id, project_id, client_id, body_id, kind, no, state, version, starts_on, ends_on, conclusion,
    report_issued_on, created_at)
  VALUES ('#stage1', '#case', '#project', '#client', '#body', 'stage1', 1, 'concluded', 0, '2027-02-10', '2027-02-11', 'ready', '2027-02-12',
    '2027-05-18T10:00Z');
INSERT INTO audit (id, case_id, project_id, client_id, body_id, kind, no, state, version, starts_on, ends_on, required_centidays,
    planned_centidays, time_justification, remote_note, objectives, opening_held_on, opening_attendance, closing_held_on,
    closing_attendance, disagreements, summary, recommendation, deviations, report_issued_on, team_competence, created_at)
  VALUES ('#stage2', '#case', '#project', '#client', '#body', 'stage2', 1, 'reported', 0, '2027-03-09', '2027-03-12', 600, 600, '-', '-', '-',
    '2027-03-09', '-', '2027-03-12', '-', '-', '-', 'certify', '-', '2027-03-15', '-', '2027-05-18T10:00Z');
INSERT INTO audit (id, case_id, project_id, client_id, body_id, kind, no, state, version, created_at)
  VALUES ('#followUp', '#case', '#project', '#client', '#body', 'follow_up', 1, 'draft', 0, '2027-05-18T10:00Z');
INSERT INTO team_member (audit_id, case_id, project_id, client_id, body_id, person_id, role)
  VALUES ('#stage2', '#case', '#project', '#client', '#body', '#lead', 'lead');
INSERT INTO objection (id, audit_id, case_id, project_id, client_id, body_id, ground, raised_by_id, raised_on, answer, upheld,
    answered_by_id, answered_on)
  VALUES ('#objection', '#stage2', '#case', '#project', '#client', '#body', '-', '#manager', '2027-02-20', '-', false, '#lead', '2027-02-21');
INSERT INTO plan_session (id, audit_id, case_id, project_id, client_id, body_id, held_on, starts_at, ends_at, topic, interviewee)
  VALUES ('#planSession', '#stage2', '#case', '#project', '#client', '#body', '2027-03-09', '09:00', '10:00', 'Opening', '-');
INSERT INTO readiness_item (audit_id, case_id, project_id, client_id, body_id, key, verdict, note)
  VALUES ('#stage1', '#case', '#project', '#client', '#body', 'soa', 'seen', '-');
INSERT INTO interview (id, audit_id, case_id, project_id, client_id, body_id, held_on, who, topic, note)
  VALUES ('#interview', '#stage2', '#case', '#project', '#client', '#body', '2027-03-10', '-', '-', '-');
INSERT INTO concern (id, audit_id, case_id, project_id, client_id, body_id, number, requirement_ref, statement, blocking, state, answer,
    answered_by_id, answered_on, comment, accepted_by_id, accepted_on, drafted_by_organisation_id)
  VALUES ('#concern', '#stage1', '#case', '#project', '#client', '#body', 'C-001', '9.2', '-', true, 'accepted', '-', '#manager', '2027-02-20', '-',
    '#lead', '2027-02-21', '#body');
INSERT INTO finding (id, audit_id, case_id, project_id, client_id, body_id, number, grade, state, version, requirement_ref, sub_ref,
    statement, evidence, process, drafted_by_id, drafted_by_organisation_id, created_at, issued_on, issued_by_id, plan_due_on,
    return_comment, verification_method, effectiveness, verified_on, verified_by_id, carried_to, ended_reason)
  VALUES ('#finding', '#stage2', '#case', '#project', '#client', '#body', 'NC-001', 'minor', 'verified', 0, 'A.8.9', '-', '-', '-', '-', '#lead',
    '#body', '2027-05-18T10:00Z', '2027-03-12', '#lead', '2027-03-26', '-', 'documents', '-', '2027-04-20', '#lead', 'surveillance_1', '-');
INSERT INTO grade_change (id, finding_id, project_id, client_id, body_id, from_grade, to_grade, reason, changed_by_id, changed_at)
  VALUES ('#gradeChange', '#finding', '#project', '#client', '#body', 'major', 'minor', '-', '#lead', '2027-05-18T10:00Z');
INSERT INTO action_plan (finding_id, project_id, client_id, body_id, correction, extent, cause, cause_method, effectiveness_check,
    version, submitted_on, submitted_by_id, accepted_on, accepted_by_id)
  VALUES ('#finding', '#project', '#client', '#body', '-', '-', '-', '-', '-', 0, '2027-03-20', '#manager', '2027-03-25', '#lead');
INSERT INTO plan_action (id, finding_id, project_id, client_id, body_id, no, what, owner_id, due_on, proof, done_on, done_note, done_by_id)
  VALUES ('#action', '#finding', '#project', '#client', '#body', 1, '-', '#manager', '2027-04-10', '-', '2027-04-09', '-', '#manager');
INSERT INTO plan_submission (id, finding_id, project_id, client_id, body_id, no, content, submitted_by_id, submitted_at)
  VALUES ('#submission', '#finding', '#project', '#client', '#body', 1, '{}', '#manager', '2027-05-18T10:00Z');
INSERT INTO stored_file (id, project_id, client_id, organisation_id, side, name, media_type, size, sha256, uploaded_by_id, uploaded_at)
  VALUES ('#file', '#project', '#client', '#client', 'client', 'proof.pdf', 'application/pdf', 10, repeat('a', 64), '#manager', '2027-05-18T10:00Z');
INSERT INTO letter (project_id, no, client_id, body_id, scope_no, reason, scope, site_ids, duties, file_id, standard_text, days_text, dates_text, fees_text,
    confidentiality, terms, client_signed_on, client_signed_by_id, body_signed_on, body_signed_by_id)
  VALUES ('#project', 1, '#client', '#body', 1, NULL, 'Software', '{#site}', '{changes}', '#file', '-', '-', '-', '-', '-', '-', '2027-01-23', '#manager',
      '2027-01-23', '#lead'),
    ('#project', 2, '#client', '#body', 1, '-', 'Software', '{#site}', '{changes}', '#file', '-', '-', '-', '-', '-', '-', NULL, NULL, NULL, NULL);
INSERT INTO request_attachment (file_id, project_id, client_id, note, added_by_id, added_at)
  VALUES ('#file', '#project', '#client', '-', '#manager', '2027-01-11T10:00Z');
INSERT INTO document (id, project_id, client_id, title, clause, answers, version_label, state, owner_id, author_id, approver_id, approved_on, review_due_on,
    file_id, link, created_at)
  VALUES ('#document', '#project', '#client', 'Security policy', '5.2', '{policy}', '1.0', 'approved', '#manager', '#manager', '#decider', '2027-01-20', '2028-01-20',
    '#file', 'https://example.com/policy', '2027-01-19T10:00Z');
INSERT INTO awareness_entry (id, project_id, client_id, person, topic, held_on, file_id, words, added_by_id, added_at)
  VALUES ('#training', '#project', '#client', 'Mia', 'Phishing', '2027-02-01', '#file', '-', '#manager', '2027-02-01T10:00Z');
INSERT INTO soa_evidence (id, project_id, client_id, ref, document_id, file_id, link, words, added_by_id, added_at)
  VALUES ('#proof', '#project', '#client', 'OC-1', '#document', '#file', 'https://example.com/log', 'Log', '#manager', '2027-02-01T10:00Z');
INSERT INTO file_scan (file_id, project_id, client_id, scanned_at, found)
  VALUES ('#file', '#project', '#client', '2027-05-18T10:00Z', '-');
INSERT INTO evidence (finding_id, project_id, client_id, body_id, file_id, action_id, note, added_by_id, added_at)
  VALUES ('#finding', '#project', '#client', '#body', '#file', '#action', '-', '#manager', '2027-05-18T10:00Z');
INSERT INTO finding_photo (id, finding_id, file_id, project_id, client_id, body_id, added_by_id, added_at)
  VALUES ('#photo', '#finding', '#file', '#project', '#client', '#body', '#lead', '2027-05-18T10:00Z');
INSERT INTO report (id, audit_id, case_id, project_id, client_id, body_id, version, content, sha256, issued_by_id, issued_on, issued_at)
  VALUES ('#report', '#stage2', '#case', '#project', '#client', '#body', 1, '{}', repeat('a', 64), '#lead', '2027-03-15', '2027-05-18T10:00Z');
INSERT INTO decision (id, case_id, project_id, client_id, body_id, kind, reason, conditions, decided_on, decided_by_id, decided_at,
    dossier)
  VALUES ('#decision', '#case', '#project', '#client', '#body', 'grant', '-', '-', '2027-05-18', '#decider', '2027-05-18T10:00Z', '{}');
INSERT INTO certificate (id, case_id, project_id, client_id, body_id, number, state, version, decision_id, decision_kind,
    organisation_name, body_name, scope, sites, standard_id, soa_version, soa_approved_on, decided_on, effective_from, expires_on,
    time_zone, public_token, issued_by_id, issued_at)
  VALUES ('#certificate', '#case', '#project', '#client', '#body', '27001-001', 'active', 0, '#decision', 'grant', 'Northwind Ltd', 'Meridian',
    'Software', '[]', 'iso27001-2022', '1.0', '2027-01-10', '2027-05-18', '2027-05-18', '2030-05-17', 'Europe/Berlin', 'token', '#decider',
    '2027-05-18T10:00Z');
INSERT INTO event (project_id, client_id, id, no, at, person_id, person_name, organisation_id, organisation_name, side, kind,
    subject_type, subject_id, machine, from_state, to_state, data, reason, audience, recorded, prev_hash, hash)
  VALUES ('#project', '#client', '#event', 0, '2027-05-18T10:00Z', '#lead', 'Lena Vogt', '#body', 'Meridian', 'body', 'audit.startAudit', 'audit',
    '#stage2', 'audit', 'planned', 'running', '{}', '-', 'both', '{"bodyId": "#body", "actedOn": "2027-03-09", "actedById": "#lead",
    "fileId": "#file", "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}', '-', '-');
INSERT INTO recorded_act (event_id, project_id, client_id, body_id, acted_on, acted_by_id, file_id, standing, answered_by_id,
    answered_at, correction)
  VALUES ('#event', '#project', '#client', '#body', '2027-03-09', '#lead', '#file', 'corrected', '#lead', '2027-05-18T10:00Z', '-');
INSERT INTO trail_anchor (id, at, content, hash, public_key, signature)
  VALUES ('#anchor', '2027-05-19T00:00Z', '{}', '-', '-', '-');
INSERT INTO trail_anchor_head (project_id, anchor_id, at, no, hash, demo, public_key, signature)
  VALUES ('#project', '#anchor', '2027-05-19T00:00Z', 1, '-', false, '-', '-');
INSERT INTO counter (project_id, kind, next)
  VALUES ('#project', 'nonconformity', 2);
INSERT INTO body_counter (body_id, kind, next)
  VALUES ('#body', 'certificate', 2);
INSERT INTO organisation_event (id, organisation_id, at, person_id, person_name, kind, subject_id, data)
  VALUES ('#organisationEvent', '#client', '2027-05-18T10:00Z', '#manager', 'Ana Ruiz', 'site.added', '#site', '{}');
INSERT INTO act_request (id, person_id, action, digest, at)
  VALUES ('#request2', '#manager', '-', '-', '2027-05-18T10:00Z');
INSERT INTO message (id, organisation_id, person_id, kind, event_id, subject, about, path, created_at, mail, tries, next_try_at)
  VALUES ('#message', '#client', '#manager', 'audit.startAudit', '#event', '-', '-', '/northwind', '2027-05-18T10:00Z', 'waiting', 0,
    '2027-05-18T10:00Z');
