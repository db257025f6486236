-- What the project of people.ts holds besides, each text a marker of its own that stands between angle quotes (marked.ts). #name stands for an id.
UPDATE person SET name = '«client: name of the admin»', email = '«client: e-mail of the admin»@example.com' WHERE id = '#admin';
UPDATE person SET name = '«client: name of the manager»', email = '«client: e-mail of the manager»@example.com' WHERE id = '#manager';
UPDATE person SET name = '«client: name of the executive»', email = '«client: e-mail of the executive»@example.com' WHERE id = '#executive';
UPDATE person SET name = '«client: name of an owner»', email = '«client: e-mail of an owner»@example.com' WHERE id = '#owner';
UPDATE person SET name = '«client: name of the consultant»', email = '«client: e-mail of the consultant»@example.com' WHERE id = '#consultant';
UPDATE person SET name = '«body: name of the planner»', email = '«body: e-mail of the planner»@example.com' WHERE id = '#planner';
UPDATE person SET name = '«body: name of the lead»', email = '«body: e-mail of the lead»@example.com' WHERE id = '#lead';
UPDATE person SET name = '«body: name of an auditor elsewhere»', email = '«body: e-mail of an auditor elsewhere»@example.com' WHERE id = '#auditor';
UPDATE person SET name = '«body: name of the decider»', email = '«body: e-mail of the decider»@example.com' WHERE id = '#decider';
UPDATE person SET name = '«competitor: name of the planner»', email = '«competitor: e-mail of the planner»@example.com' WHERE id = '#asked';
UPDATE person SET name = '«stranger: name of a client»', email = '«stranger: e-mail of a client»@example.com' WHERE id = '#otherClient';
UPDATE person SET name = '«stranger: name of a body»', email = '«stranger: e-mail of a body»@example.com' WHERE id = '#otherBody';
UPDATE organisation SET legal_name = '«client: legal name»' WHERE id = '#client';
UPDATE organisation SET legal_name = '«body: legal name»' WHERE id = '#body';
UPDATE organisation SET legal_name = '«competitor: legal name»' WHERE id = '#competitor';
UPDATE site SET name = '«client: site, name»', address = '«client: site, address»', activity = '«client: site, activity»' WHERE id = '#site';
INSERT INTO invitation (id, organisation_id, email, roles, token_hash, invited_by_id, created_at, ends_at)
  VALUES ('#new1', '#client', '«client: invitation, e-mail»@example.com', '{owner}', repeat('b', 64), '#admin', now(), now() + interval '7 days'),
    ('#new2', '#body', '«body: invitation, e-mail»@example.com', '{auditor}', repeat('c', 64), '#bodyAdmin', now(), now() + interval '7 days');
INSERT INTO identity_provider (organisation_id, issuer, client_id, sealed_secret, created_at)
  VALUES ('#client', 'https://«client: sign-in provider, issuer».example.com', '«client: sign-in provider, client id»', '«client: sign-in provider, secret»', now());
INSERT INTO sign_in_domain (id, organisation_id, domain, created_at)
  VALUES ('#new3', '#client', '«client: sign-in provider, domain».example.com', now());
INSERT INTO accreditation (id, organisation_id, accreditation_body, scheme, number, valid_from, valid_to, recognition, source_url)
  VALUES ('#new4', '#body', '«body: accreditation, by whom»', 'ISO/IEC 27001', '«body: accreditation, number»', '2024-01-01', '2030-12-31', '-', NULL);
INSERT INTO body_note (id, client_id, body_id, kind, noted_on, source, words, grade, noted_by_id, noted_at)
  VALUES ('#new40', '#client', '#body', 'reference', '2027-01-04', '«note on the body: who was asked»', '«note on the body: words»', 4, '#manager', now());
INSERT INTO passkey (id, person_id, name, credential_id, public_key, counter, transports, created_at)
  VALUES ('#new5', '#lead', '«body: passkey of the lead, name»', 'credential', '\x00', 0, '{internal}', now());
UPDATE session SET user_agent = '«client: browser of the manager»' WHERE person_id = '#manager';
UPDATE message SET subject = '«message to the manager: subject»', about = '«message to the manager: about»', failure = '«message to the manager: failure»' WHERE organisation_id = '#client';
INSERT INTO message (id, organisation_id, person_id, kind, subject, about, path, created_at, mail, tries, failure)
  VALUES ('#new6', '#body', '#lead', 'nonconformity.raise', '«message to the lead: subject»', '«message to the lead: about»', '/b', now(), 'dead', 1, '«message to the lead: failure»'),
    ('#new7', '#competitor', '#asked', 'sourcing.issueRfp', '«message to the competitor: subject»', '«message to the competitor: about»', '/c', now(), 'none', 0, NULL);

-- The scope profile.
INSERT INTO scope_profile (project_id, client_id, no, told, facts, judgement, saved_by_id, saved_at)
  VALUES ('#project', '#client', 1, true, '{"fullWeek": 4000, "sites": [{"siteId": "#site", "name": "«scope profile: site»", "kind": "permanent", "role": "always",
      "shifts": 1, "permanent": 85, "partTime": 0, "partTimeHours": 0, "contractors": 0, "temporary": 0}],
    "groups": [{"siteId": "#site", "task": "«scope profile: identical work»", "persons": 20, "countAs": 10, "reason": "«scope profile: why fewer count»"}],
    "sampling": false, "complexity": {"sector": 2, "processes": 2, "maturity": 2, "infrastructure": 2, "outsourcing": 2, "development": 2},
    "column": null, "others": [], "remotePercent": 0, "outsourced": "«scope profile: outsourced»", "certificates": "«scope profile: certificates»",
    "restricted": "«scope profile: restricted records»", "advisers": "«scope profile: advisers»"}',
  '{"complexity": {"percent": 0, "reason": "«audit time: reason of the complexity»"}, "factors": [{"name": "«audit time: factor»", "percent": -5, "reason": "«audit time: reason of a factor»"}],
    "otherFactors": [], "siteReduction": null, "integration": null, "stated": [], "stage1Percent": 30}', '#manager', now());

-- The choice of the body.
UPDATE project SET scope = '«project: scope»', request_note = '«request: note»', recommend_reason = '«selection: reason of the recommendation»', override_reason = '«selection: reason of going on»' WHERE id = '#project';
UPDATE proposal SET currency = 'EUR', day_rate_minor = 76543211, application_fee_minor = 76543212, certificate_fee_minor = 76543213, yearly_fee_minor = 76543214,
  travel_minor = 76543215, accreditation = '«proposal of the body: accreditation»', notes = '«proposal of the body: notes»' WHERE id = '#proposal';
INSERT INTO body_request (id, project_id, client_id, body_id, sent_at) VALUES ('#new25', '#project', '#client', '#body', '2027-01-12T09:00Z');
INSERT INTO proposal (id, project_id, client_id, body_id, stage1_centidays, stage2_centidays, currency, day_rate_minor, application_fee_minor, certificate_fee_minor,
    yearly_fee_minor, travel_minor, accreditation, notes, file_id, entered_by_id, entered_by_organisation_id, received_on)
  VALUES ('#rival', '#project', '#client', '#competitor', 211, 533, 'EUR', 65432111, 65432112, 65432113, 65432114, 65432115, '«proposal of a competitor: accreditation»',
    '«proposal of a competitor: notes»', '#rivalFile', '#asked', '#competitor', '2027-01-16');
INSERT INTO choice (project_id, client_id, no, body_id, reason, involved_ids, others, conflicts, work, made_by_id, made_at)
  VALUES ('#project', '#client', 1, '#body', '«selection: reason as it was given»', ARRAY['#manager']::uuid[], '«selection: others who took part»',
    '[{"who": "«selection: who has a conflict»", "what": "«selection: which conflict»"}]',
    '[{"kind": "consultancy", "by": "person", "who": "«selection: who advised»", "endedOn": "2023-01-10"}]', '#manager', '2027-01-16T10:00Z');
UPDATE proposal SET sectors = '«proposal of the body: sectors»', technologies = '«proposal of the body: technologies»', lead_auditor = '«proposal of the body: lead auditor»',
  price_lock = '«proposal of the body: price lock»' WHERE id = '#proposal';
INSERT INTO comparison_note (project_id, client_id, body_id, person_id, words, shared, changed_at)
  VALUES ('#project', '#client', '#body', '#manager', '«note on an offer, private: words»', false, now()),
    ('#project', '#client', '#competitor', '#manager', '«note on an offer, shared: words»', true, now());
INSERT INTO application (project_id, client_id, body_id, signatory, consultancy, notes, sent_on, outcome, reasons, competence, reviewed_on, reviewed_by_id)
  VALUES ('#project', '#client', '#body', '«application: signatory»', '«application: consultancy»', '«application: notes»', '2027-01-21', 'accepted', '«application: reasons of the review»',
    '«application: competence»', '2027-01-22', '#planner');
UPDATE letter SET standard_text = '«letter: standard»', days_text = '«letter: days»', dates_text = '«letter: dates»', fees_text = '«letter: fees»',
  confidentiality = '«letter: confidentiality»', terms = '«letter: terms»' WHERE project_id = '#project';

-- The client's preparation.
INSERT INTO pre_audit (case_id, client_id, body_id, by_body, provider, starts_on, ends_on, gaps, recommendations)
  VALUES ('#case', '#client', '#body', false, '«pre-audit: provider»', '2027-01-27', '2027-01-28', '«pre-audit: gaps»', '«pre-audit: recommendations»');
INSERT INTO system_record (id, case_id, client_id, body_id, kind, held_on, covers_scope, who, note)
  VALUES ('#new8', '#case', '#client', '#body', 'internal_audit', '2027-01-20', true, '«internal audit: by whom»', '«internal audit: note»');

INSERT INTO soa_line (project_id, client_id, ref, title, applicable, justification, exclusion, owner, notes, changed_by_id, changed_at)
  VALUES ('#project', '#client', 'A.5.1', NULL, true, '«SoA, draft: justification»', NULL, '«SoA, draft: owner»', '«SoA, draft: notes»', '#manager', '2027-01-20T09:00Z'),
    ('#project', '#client', 'OC-1', '«SoA, draft: title of an own control»', false, NULL, '«SoA, draft: why it is left out»', NULL, NULL, '#manager', '2027-01-20T09:00Z');
INSERT INTO awareness_entry (id, project_id, client_id, person, topic, held_on, words, added_by_id, added_at)
  VALUES ('#new41', '#project', '#client', '«awareness: name»', '«awareness: topic»', '2027-02-01', '«awareness: proof»', '#manager', '2027-02-01T09:00Z');
INSERT INTO soa_evidence (id, project_id, client_id, ref, link, words, added_by_id, added_at)
  VALUES ('#new40', '#project', '#client', 'A.5.1', 'https://example.com/log', '«SoA, draft: evidence»', '#manager', '2027-01-20T09:00Z');
UPDATE treatment_line SET ref = '«risk treatment: reference»', risk = '«risk treatment: risk»', owner = '«risk treatment: owner»', state = 'accepted',
  accepted_by = '«risk treatment: who accepted»', accepted_on = '2027-02-01' WHERE id = '#treatment';
UPDATE document SET title = '«document of the client: title»', clause = '«document of the client: clause»', version_label = '«document of the client: version»',
  link = 'https://example.com/«document of the client: link»' WHERE id = '#document';
INSERT INTO register_picture (id, project_id, client_id, kind, content, sha256, frozen_by_id, frozen_at)
  SELECT '#new30'::uuid, '#project'::uuid, '#client'::uuid, 'stage1', content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), '#manager'::uuid, '2027-02-01T10:00Z'::timestamptz
  FROM (VALUES ('{"standard": "-", "soa": null, "missing": ["«register as handed over: what was missing»"], "documents": [{"id": "1", "title": "«register as handed over: title»",
    "clause": null, "answers": [], "versionLabel": "1.0", "state": "draft", "owner": null, "author": "-", "approver": null, "approvedOn": null, "file": null, "link": null}]}')) AS frozen (content);
UPDATE plan_task SET title = '«plan of the client: task»', note = '«plan of the client: note»', done_on = '2027-03-01', done_by_id = '#manager',
  done_note = '«plan of the client: what was done»' WHERE id = '#task';

INSERT INTO soa_version (id, project_id, client_id, no, label, approved_on, approved_by_id, approved_at, content, sha256)
  VALUES ('#new26', '#project', '#client', 1, '1.0', '2027-01-20', '#manager', '2027-01-20T09:00Z', '{"no": 1, "label": "1.0", "approvedOn": "2027-01-20", "approvedBy": "-", "standardId": "iso-27001-2022",
    "lines": [{"ref": "A.5.1", "title": "-", "applicable": true, "justification": "«SoA, approved: justification»", "implementation": "planned", "owner": "«SoA, approved: owner»"}]}', '-');

-- Stage 1, reported; Stage 2, under way; a follow-up audit that is being drafted.
UPDATE readiness_item SET note = '«Stage 1: note on readiness»' WHERE audit_id = '#stage1' AND key = (SELECT min(key) FROM readiness_item WHERE audit_id = '#stage1');
INSERT INTO interview (id, audit_id, case_id, project_id, client_id, body_id, held_on, who, topic, note)
  VALUES ('#new9', '#stage1', '#case', '#project', '#client', '#body', '2027-02-08', '«Stage 1: interview, with whom»', '«Stage 1: interview, topic»', '«Stage 1: interview, note»'),
    ('#new10', '#stage2', '#case', '#project', '#client', '#body', '2027-03-08', '«Stage 2: interview, with whom»', '«Stage 2: interview, topic»', '«Stage 2: interview, note»');
INSERT INTO concern (id, audit_id, case_id, project_id, client_id, body_id, number, requirement_ref, statement, blocking, state, answer, comment, drafted_by_organisation_id)
  VALUES ('#concern', '#stage1', '#case', '#project', '#client', '#body', NULL, '9.2', '«area of concern, draft: statement»', true, 'draft', NULL, NULL, '#body'),
    ('#new11', '#stage1', '#case', '#project', '#client', '#body', 'S1-01', '9.3', '«area of concern, issued: statement»', true, 'open', '«area of concern, issued: answer»',
      '«area of concern, issued: comment»', '#body');
UPDATE audit SET objectives = '«Stage 2: objectives»', time_justification = '«Stage 2: reason for the time»', remote_note = '«Stage 2: note on remote work»', team_competence = '«Stage 2: competence of the team»',
  opening_attendance = '«Stage 2: who opened»', disagreements = '«Stage 2: disagreements»', report_draft = '{"organisationId": "#body", "narrative": {"statement":
  "«Stage 2: draft of the report, statement»", "riskAnalysis": "«Stage 2: draft of the report, risk analysis»"}}' WHERE id = '#stage2';
UPDATE plan_session SET topic = '«Stage 2: sent plan, topic»', interviewee = '«Stage 2: sent plan, interviewee»' WHERE audit_id = '#stage2';
INSERT INTO objection (id, audit_id, case_id, project_id, client_id, body_id, ground, raised_by_id, raised_on, answer, upheld, answered_by_id, answered_on)
  VALUES ('#objection', '#stage2', '#case', '#project', '#client', '#body', '«Stage 2: objection, ground»', '#manager', '2027-02-12', '«Stage 2: objection, answer»', false, '#planner', '2027-02-13');
INSERT INTO audit (id, case_id, project_id, client_id, body_id, kind, no, state, version, starts_on, ends_on, objectives, team_competence, time_justification, created_at)
  VALUES ('#followUp', '#case', '#project', '#client', '#body', 'follow_up', 1, 'draft', 0, '2028-05-06', '2028-05-07', '«follow-up, draft: objectives»', '«follow-up, draft: competence of the team»',
    '«follow-up, draft: reason for the time»', '2027-03-09T10:00Z');
INSERT INTO team_member (audit_id, case_id, project_id, client_id, body_id, person_id, role) VALUES ('#followUp', '#case', '#project', '#client', '#body', '#auditor', 'lead');
INSERT INTO plan_session (id, audit_id, case_id, project_id, client_id, body_id, held_on, starts_at, ends_at, topic, interviewee)
  VALUES ('#new12', '#followUp', '#case', '#project', '#client', '#body', '2028-05-06', '09:00', '10:00', '«follow-up, draft: plan, topic»', '«follow-up, draft: plan, interviewee»');

-- A finding that is being written; one that is issued, its plan in the works; one whose plan and evidence were submitted.
INSERT INTO finding (id, audit_id, case_id, project_id, client_id, body_id, grade, state, requirement_ref, statement, evidence, process, drafted_by_id, drafted_by_organisation_id, created_at)
  VALUES ('#draft', '#stage2', '#case', '#project', '#client', '#body', 'major', 'draft', 'A.8.13', '«finding, draft: statement»', '«finding, draft: evidence»', '«finding, draft: process»',
    '#lead', '#body', '2027-03-09T10:00Z');
UPDATE finding SET statement = '«finding, issued: statement»', evidence = '«finding, issued: evidence»', process = '«finding, issued: process»', return_comment = '«finding, issued: comment of a return»'
  WHERE id = '#finding';
UPDATE action_plan SET correction = '«plan, in preparation: correction»', extent = '«plan, in preparation: extent»', cause = '«plan, in preparation: cause»', cause_method = 'free_text',
  effectiveness_check = '«plan, in preparation: check»' WHERE finding_id = '#finding';
UPDATE plan_action SET what = '«plan, in preparation: action»', due_on = '2031-03-29', proof = '«plan, in preparation: proof»', done_note = '«plan, in preparation: note of the owner»' WHERE id = '#action';
INSERT INTO evidence (finding_id, project_id, client_id, body_id, file_id, action_id, note, added_by_id, added_at)
  VALUES ('#finding', '#project', '#client', '#body', '#preparedFile', '#action', '«evidence, in preparation: note»', '#manager', '2027-03-10T10:00Z');
INSERT INTO finding (id, audit_id, case_id, project_id, client_id, body_id, number, grade, state, requirement_ref, statement, evidence, drafted_by_id, drafted_by_organisation_id, created_at, issued_on,
    issued_by_id, plan_due_on, verification_method, effectiveness)
  VALUES ('#answered', '#stage2', '#case', '#project', '#client', '#body', 'NC-777', 'minor', 'evidence_submitted', 'A.8.8', '«finding, answered: statement»', '«finding, answered: evidence»', '#lead', '#body',
    '2027-03-09T10:00Z', '2027-03-09', '#lead', '2027-04-11', NULL, NULL);
INSERT INTO action_plan (finding_id, project_id, client_id, body_id, correction, extent, cause, cause_method, effectiveness_check, submitted_on, submitted_by_id)
  VALUES ('#answered', '#project', '#client', '#body', '«plan, submitted: correction»', '«plan, submitted: extent»', '«plan, submitted: cause»', 'free_text', '«plan, submitted: check»', '2027-03-09', '#manager');
INSERT INTO plan_action (id, finding_id, project_id, client_id, body_id, no, what, owner_id, due_on, proof, done_note)
  VALUES ('#new13', '#answered', '#project', '#client', '#body', 1, '«plan, submitted: action»', '#owner', '2027-03-20', '«plan, submitted: proof»', '«plan, submitted: note of the owner»');
INSERT INTO plan_submission (id, finding_id, project_id, client_id, body_id, no, content, submitted_by_id, submitted_at)
  VALUES ('#new14', '#answered', '#project', '#client', '#body', 1, '{"correction": "«plan, as submitted: correction»", "extent": null, "cause": "«plan, as submitted: cause»", "causeMethod": "free_text",
    "effectivenessCheck": null, "actions": []}', '#manager', '2027-03-09T11:00Z');
INSERT INTO evidence (finding_id, project_id, client_id, body_id, file_id, action_id, note, added_by_id, added_at)
  VALUES ('#answered', '#project', '#client', '#body', '#submittedFile', '#new13', '«evidence, submitted: note»', '#manager', '2027-03-09T11:30Z');
INSERT INTO finding_photo (id, finding_id, file_id, project_id, client_id, body_id, added_by_id, added_at)
  VALUES ('#new70', '#draft', '#draftPhoto', '#project', '#client', '#body', '#lead', '2027-03-09T11:30Z'),
    ('#new71', '#answered', '#issuedPhoto', '#project', '#client', '#body', '#lead', '2027-03-09T11:30Z');
INSERT INTO grade_change (id, finding_id, project_id, client_id, body_id, from_grade, to_grade, reason, changed_by_id, changed_at)
  VALUES ('#new15', '#answered', '#project', '#client', '#body', 'major', 'minor', '«finding, answered: reason of another grade»', '#lead', '2027-03-09T10:30Z');

-- A project that was decided: what the decider wrote, the dossier, the certificate.
INSERT INTO project (id, client_id, body_id, name, standard_id, scope, persons_in_scope, time_zone, state, answer_due_on, chosen_proposal_id, created_at)
  VALUES ('#decided', '#client', '#body', '«decided project: name»', 'iso-27001-2022', '«decided project: scope»', 40, 'Europe/Berlin', 'engaged', '2026-01-20', '#decidedProposal', '2026-01-11T09:00Z');
INSERT INTO proposal (id, project_id, client_id, body_id, stage1_centidays, stage2_centidays, entered_by_id, entered_by_organisation_id, received_on)
  VALUES ('#decidedProposal', '#decided', '#client', '#body', 200, 500, '#planner', '#body', '2026-01-16');
INSERT INTO certification_case (id, project_id, client_id, body_id, state, soa_version, soa_approved_on, created_at)
  VALUES ('#decidedCase', '#decided', '#client', '#body', 'certified', '1.0', '2026-01-10', '2026-01-26T09:00Z');
INSERT INTO audit (id, case_id, project_id, client_id, body_id, kind, no, state, starts_on, ends_on, recommendation, report_issued_on, summary, created_at)
  VALUES ('#decidedAudit', '#decidedCase', '#decided', '#client', '#body', 'stage2', 1, 'concluded', '2026-03-09', '2026-03-12', 'certify', '2026-03-15', '«issued report: statement»',
    '2026-02-10T09:00Z');
INSERT INTO team_member (audit_id, case_id, project_id, client_id, body_id, person_id, role) VALUES ('#decidedAudit', '#decidedCase', '#decided', '#client', '#body', '#lead', 'lead');
INSERT INTO decision (id, case_id, project_id, client_id, body_id, kind, reason, conditions, decided_on, decided_by_id, decided_at, dossier)
  VALUES ('#decision', '#decidedCase', '#decided', '#client', '#body', 'grant', '«decision, granted: reason»', '«decision, granted: conditions»', '2026-05-18', '#decider', '2026-05-18T10:00Z', #dossier);
INSERT INTO certificate (id, case_id, project_id, client_id, body_id, number, state, version, decision_id, decision_kind, organisation_name, body_name, scope, sites, standard_id, soa_version,
    soa_approved_on, decided_on, effective_from, expires_on, time_zone, public_token, issued_by_id, issued_at)
  VALUES ('#certificate', '#decidedCase', '#decided', '#client', '#body', 'C-777', 'active', 0, '#decision', 'grant', 'Northwind Ltd', 'Alder Cert', '«certificate: scope»', '[]', 'iso-27001-2022', '1.0',
    '2026-01-10', '2026-05-18', '2026-05-18', '2029-05-17', 'Europe/Berlin', 'a-public-token-of-tests', '#decider', '2026-05-18T10:00Z');

-- A project that waits for its decision: forwarded, and sent back once.
INSERT INTO project (id, client_id, body_id, name, standard_id, scope, persons_in_scope, time_zone, state, answer_due_on, chosen_proposal_id, created_at)
  VALUES ('#pending', '#client', '#body', '«pending project: name»', 'iso-27001-2022', '«pending project: scope»', 40, 'Europe/Berlin', 'engaged', '2026-01-20', '#pendingProposal', '2026-01-11T09:00Z');
INSERT INTO proposal (id, project_id, client_id, body_id, stage1_centidays, stage2_centidays, entered_by_id, entered_by_organisation_id, received_on)
  VALUES ('#pendingProposal', '#pending', '#client', '#body', 200, 500, '#planner', '#body', '2026-01-16');
INSERT INTO certification_case (id, project_id, client_id, body_id, state, soa_version, soa_approved_on, forwarded_on, forwarded_to, forward_answered_on, forward_answer, stage2_reason, created_at)
  VALUES ('#pendingCase', '#pending', '#client', '#body', 'review_pending', '1.0', '2026-01-10', '2026-05-01', '«forwarded file: to whom»', '2026-05-02', '«forwarded file: answer»',
    '«pending project: reason of another Stage 2»', '2026-01-26T09:00Z');
INSERT INTO audit (id, case_id, project_id, client_id, body_id, kind, no, state, starts_on, ends_on, recommendation, report_issued_on, created_at)
  VALUES ('#pendingAudit', '#pendingCase', '#pending', '#client', '#body', 'stage2', 1, 'concluded', '2026-03-09', '2026-03-12', 'certify', '2026-03-15', '2026-02-10T09:00Z');
INSERT INTO team_member (audit_id, case_id, project_id, client_id, body_id, person_id, role) VALUES ('#pendingAudit', '#pendingCase', '#pending', '#client', '#body', '#lead', 'lead');
INSERT INTO decision (id, case_id, project_id, client_id, body_id, kind, reason, decided_on, decided_by_id, decided_at, dossier)
  VALUES ('#new16', '#pendingCase', '#pending', '#client', '#body', 'return', '«decision, sent back: what is missing»', '2026-05-10', '#decider', '2026-05-10T10:00Z', #dossier);
INSERT INTO body_policy (organisation_id, settings, version) VALUES ('#body', '{"forwarding": true}', 0);

-- A project whose request is open: three bodies were asked, two answered.
INSERT INTO project (id, client_id, name, standard_id, scope, persons_in_scope, time_zone, state, answer_due_on, request_note, created_at)
  VALUES ('#sourced', '#client', '«open request: name»', 'iso-27001-2022', '«open request: scope»', 40, 'Europe/Berlin', 'rfp_open', '2027-04-20', '«open request: note»', '2027-01-11T09:00Z');
INSERT INTO project_site (project_id, client_id, site_id) VALUES ('#sourced', '#client', '#site');
INSERT INTO body_request (id, project_id, client_id, body_id, sent_at) VALUES ('#new17', '#sourced', '#client', '#body', '2027-01-12T09:00Z'), ('#new18', '#sourced', '#client', '#competitor', '2027-01-12T09:00Z');
INSERT INTO proposal (id, project_id, client_id, body_id, stage1_centidays, stage2_centidays, currency, day_rate_minor, notes, entered_by_id, entered_by_organisation_id, received_on)
  VALUES ('#new19', '#sourced', '#client', '#body', 200, 500, 'EUR', 54321098, '«open request, proposal of the body: notes»', '#planner', '#body', '2027-01-16'),
    ('#new20', '#sourced', '#client', '#competitor', 200, 500, 'EUR', 43210987, '«open request, proposal of a competitor: notes»', '#asked', '#competitor', '2027-01-16');
INSERT INTO stored_file (id, project_id, client_id, organisation_id, side, name, media_type, size, sha256, uploaded_by_id, uploaded_at)
  VALUES ('#attached', '#sourced', '#client', '#client', 'client', '«open request, document: name»', 'text/plain', 12, repeat('a', 64), '#manager', '2027-01-11T09:00Z');
INSERT INTO request_attachment (file_id, project_id, client_id, note, added_by_id, added_at)
  VALUES ('#attached', '#sourced', '#client', '«open request, document: note»', '#manager', '2027-01-11T09:30Z');
INSERT INTO request_question (id, project_id, client_id, body_id, question, asked_by_id, asked_at, answer, answered_by_id, answered_at)
  VALUES ('#new30', '#sourced', '#client', '#competitor', '«open request, question of a competitor that waits»', '#asked', '2027-01-13T09:00Z', NULL, NULL, NULL),
    ('#new31', '#sourced', '#client', '#competitor', '«open request, answered question of a competitor»', '#asked', '2027-01-13T09:00Z', '«open request, answer to a question»', '#manager', '2027-01-14T09:00Z');

-- Entries of the trail, which the database chains: for both sides, for the client alone, for the body alone, of a competitor.
SET session_replication_role = origin;
INSERT INTO event (project_id, client_id, id, no, at, person_id, person_name, organisation_id, organisation_name, side, kind, subject_type, subject_id, machine, from_state, to_state, data, reason, audience, prev_hash, hash)
  VALUES ('#project', '#client', '#new21', 0, '2027-03-09T12:00Z', '#manager', 'Ana Ruiz', '#client', 'Northwind', 'client', 'nonconformity.submitEvidence', 'finding', '#answered', NULL, NULL, NULL, '{"number": "NC-777"}', '«trail, for both sides: reason»', 'both', '-', '-'),
  ('#project', '#client', '#new22', 0, '2027-03-09T12:01Z', '#manager', 'Ana Ruiz', '#client', 'Northwind', 'client', 'nonconformity.savePlan', 'finding', '#finding', NULL, NULL, NULL, '{"number": "NC-minor"}', '«trail, for the client: reason»', 'client', '-', '-'),
  ('#project', '#client', '#new23', 0, '2027-03-09T12:02Z', '#lead', 'Lena Vogt', '#body', 'Alder Cert', 'body', 'audit.draftReport', 'audit', '#stage2', 'audit', 'running', 'running',
    '{"audit": "Stage 2"}', '«trail, for the body: reason»', 'body', '-', '-'),
  ('#project', '#client', '#new24', 0, '2027-03-09T12:03Z', '#asked', 'Pia Holm', '#competitor', 'Asked', 'body', 'sourcing.receiveProposal', 'project', '#project', 'sourcing', 'rfp_open', 'rfp_open',
    '{"body": "Asked"}', '«trail, of a competitor: reason»', 'both', '-', '-');
