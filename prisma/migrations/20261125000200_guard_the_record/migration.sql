-- What the tables of lib/lifecycle promise, kept once more by the database. A constraint's name is the sentence
-- it stands for; the store turns that name into the refusal the person reads. Rule ids: docs/lifecycle.md.

-- The application's role owns nothing: it reads, adds and changes rows, and deletes only unfinished work.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'certtrail_app') THEN
    CREATE ROLE certtrail_app NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'certtrail_app', 'MEMBER') THEN
    EXECUTE format('GRANT certtrail_app TO %I', current_user);
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO certtrail_app;

-- Nothing that is written is blank: a missing value is NULL, never "".
ALTER TABLE organisation
  ADD CONSTRAINT organisation_kind_is_not_blank CHECK (btrim(kind) <> ''),
  ADD CONSTRAINT organisation_slug_is_not_blank CHECK (btrim(slug) <> ''),
  ADD CONSTRAINT organisation_name_is_not_blank CHECK (btrim(name) <> ''),
  ADD CONSTRAINT organisation_legal_name_is_not_blank CHECK (btrim(legal_name) <> ''),
  ADD CONSTRAINT organisation_country_is_not_blank CHECK (btrim(country) <> ''),
  ADD CONSTRAINT organisation_time_zone_is_not_blank CHECK (btrim(time_zone) <> '');
ALTER TABLE person
  ADD CONSTRAINT person_name_is_not_blank CHECK (btrim(name) <> ''),
  ADD CONSTRAINT person_email_is_not_blank CHECK (btrim(email) <> ''),
  ADD CONSTRAINT person_password_hash_is_not_blank CHECK (btrim(password_hash) <> '');
ALTER TABLE session
  ADD CONSTRAINT session_token_hash_is_not_blank CHECK (btrim(token_hash) <> '');
ALTER TABLE invitation
  ADD CONSTRAINT invitation_email_is_not_blank CHECK (btrim(email) <> ''),
  ADD CONSTRAINT invitation_token_hash_is_not_blank CHECK (btrim(token_hash) <> '');
ALTER TABLE site
  ADD CONSTRAINT site_name_is_not_blank CHECK (btrim(name) <> ''),
  ADD CONSTRAINT site_address_is_not_blank CHECK (btrim(address) <> ''),
  ADD CONSTRAINT site_activity_is_not_blank CHECK (btrim(activity) <> '');
ALTER TABLE accreditation
  ADD CONSTRAINT accreditation_accreditation_body_is_not_blank CHECK (btrim(accreditation_body) <> ''),
  ADD CONSTRAINT accreditation_scheme_is_not_blank CHECK (btrim(scheme) <> ''),
  ADD CONSTRAINT accreditation_number_is_not_blank CHECK (btrim(number) <> ''),
  ADD CONSTRAINT accreditation_recognition_is_not_blank CHECK (btrim(recognition) <> ''),
  ADD CONSTRAINT accreditation_source_url_is_not_blank CHECK (btrim(source_url) <> '');
ALTER TABLE tie
  ADD CONSTRAINT tie_kind_is_not_blank CHECK (btrim(kind) <> '');
ALTER TABLE project
  ADD CONSTRAINT project_name_is_not_blank CHECK (btrim(name) <> ''),
  ADD CONSTRAINT project_standard_id_is_not_blank CHECK (btrim(standard_id) <> ''),
  ADD CONSTRAINT project_scope_is_not_blank CHECK (btrim(scope) <> ''),
  ADD CONSTRAINT project_time_zone_is_not_blank CHECK (btrim(time_zone) <> ''),
  ADD CONSTRAINT project_state_is_not_blank CHECK (btrim(state) <> ''),
  ADD CONSTRAINT project_request_note_is_not_blank CHECK (btrim(request_note) <> ''),
  ADD CONSTRAINT project_recommend_reason_is_not_blank CHECK (btrim(recommend_reason) <> ''),
  ADD CONSTRAINT project_override_reason_is_not_blank CHECK (btrim(override_reason) <> '');
ALTER TABLE proposal
  ADD CONSTRAINT proposal_currency_is_not_blank CHECK (btrim(currency) <> ''),
  ADD CONSTRAINT proposal_accreditation_is_not_blank CHECK (btrim(accreditation) <> ''),
  ADD CONSTRAINT proposal_notes_is_not_blank CHECK (btrim(notes) <> '');
ALTER TABLE application
  ADD CONSTRAINT application_signatory_is_not_blank CHECK (btrim(signatory) <> ''),
  ADD CONSTRAINT application_consultancy_is_not_blank CHECK (btrim(consultancy) <> ''),
  ADD CONSTRAINT application_notes_is_not_blank CHECK (btrim(notes) <> ''),
  ADD CONSTRAINT application_outcome_is_not_blank CHECK (btrim(outcome) <> ''),
  ADD CONSTRAINT application_reasons_is_not_blank CHECK (btrim(reasons) <> ''),
  ADD CONSTRAINT application_competence_is_not_blank CHECK (btrim(competence) <> '');
ALTER TABLE letter
  ADD CONSTRAINT letter_scope_is_not_blank CHECK (btrim(scope) <> ''),
  ADD CONSTRAINT letter_standard_text_is_not_blank CHECK (btrim(standard_text) <> ''),
  ADD CONSTRAINT letter_days_text_is_not_blank CHECK (btrim(days_text) <> ''),
  ADD CONSTRAINT letter_dates_text_is_not_blank CHECK (btrim(dates_text) <> ''),
  ADD CONSTRAINT letter_fees_text_is_not_blank CHECK (btrim(fees_text) <> ''),
  ADD CONSTRAINT letter_confidentiality_is_not_blank CHECK (btrim(confidentiality) <> ''),
  ADD CONSTRAINT letter_terms_is_not_blank CHECK (btrim(terms) <> '');
ALTER TABLE certification_case
  ADD CONSTRAINT certification_case_state_is_not_blank CHECK (btrim(state) <> ''),
  ADD CONSTRAINT certification_case_soa_version_is_not_blank CHECK (btrim(soa_version) <> ''),
  ADD CONSTRAINT certification_case_forwarded_to_is_not_blank CHECK (btrim(forwarded_to) <> ''),
  ADD CONSTRAINT certification_case_forward_answer_is_not_blank CHECK (btrim(forward_answer) <> ''),
  ADD CONSTRAINT certification_case_stage2_reason_is_not_blank CHECK (btrim(stage2_reason) <> '');
ALTER TABLE pre_audit
  ADD CONSTRAINT pre_audit_provider_is_not_blank CHECK (btrim(provider) <> ''),
  ADD CONSTRAINT pre_audit_gaps_is_not_blank CHECK (btrim(gaps) <> ''),
  ADD CONSTRAINT pre_audit_recommendations_is_not_blank CHECK (btrim(recommendations) <> '');
ALTER TABLE system_record
  ADD CONSTRAINT system_record_kind_is_not_blank CHECK (btrim(kind) <> ''),
  ADD CONSTRAINT system_record_who_is_not_blank CHECK (btrim(who) <> ''),
  ADD CONSTRAINT system_record_note_is_not_blank CHECK (btrim(note) <> '');
ALTER TABLE audit
  ADD CONSTRAINT audit_kind_is_not_blank CHECK (btrim(kind) <> ''),
  ADD CONSTRAINT audit_state_is_not_blank CHECK (btrim(state) <> ''),
  ADD CONSTRAINT audit_time_justification_is_not_blank CHECK (btrim(time_justification) <> ''),
  ADD CONSTRAINT audit_remote_note_is_not_blank CHECK (btrim(remote_note) <> ''),
  ADD CONSTRAINT audit_objectives_is_not_blank CHECK (btrim(objectives) <> ''),
  ADD CONSTRAINT audit_opening_attendance_is_not_blank CHECK (btrim(opening_attendance) <> ''),
  ADD CONSTRAINT audit_closing_attendance_is_not_blank CHECK (btrim(closing_attendance) <> ''),
  ADD CONSTRAINT audit_disagreements_is_not_blank CHECK (btrim(disagreements) <> ''),
  ADD CONSTRAINT audit_conclusion_is_not_blank CHECK (btrim(conclusion) <> ''),
  ADD CONSTRAINT audit_summary_is_not_blank CHECK (btrim(summary) <> ''),
  ADD CONSTRAINT audit_recommendation_is_not_blank CHECK (btrim(recommendation) <> ''),
  ADD CONSTRAINT audit_deviations_is_not_blank CHECK (btrim(deviations) <> ''),
  ADD CONSTRAINT audit_ended_reason_is_not_blank CHECK (btrim(ended_reason) <> '');
ALTER TABLE team_member
  ADD CONSTRAINT team_member_role_is_not_blank CHECK (btrim(role) <> '');
ALTER TABLE objection
  ADD CONSTRAINT objection_ground_is_not_blank CHECK (btrim(ground) <> ''),
  ADD CONSTRAINT objection_answer_is_not_blank CHECK (btrim(answer) <> '');
ALTER TABLE plan_session
  ADD CONSTRAINT plan_session_starts_at_is_not_blank CHECK (btrim(starts_at) <> ''),
  ADD CONSTRAINT plan_session_ends_at_is_not_blank CHECK (btrim(ends_at) <> ''),
  ADD CONSTRAINT plan_session_topic_is_not_blank CHECK (btrim(topic) <> ''),
  ADD CONSTRAINT plan_session_interviewee_is_not_blank CHECK (btrim(interviewee) <> '');
ALTER TABLE readiness_item
  ADD CONSTRAINT readiness_item_key_is_not_blank CHECK (btrim(key) <> ''),
  ADD CONSTRAINT readiness_item_verdict_is_not_blank CHECK (btrim(verdict) <> ''),
  ADD CONSTRAINT readiness_item_note_is_not_blank CHECK (btrim(note) <> '');
ALTER TABLE interview
  ADD CONSTRAINT interview_who_is_not_blank CHECK (btrim(who) <> ''),
  ADD CONSTRAINT interview_topic_is_not_blank CHECK (btrim(topic) <> ''),
  ADD CONSTRAINT interview_note_is_not_blank CHECK (btrim(note) <> '');
ALTER TABLE concern
  ADD CONSTRAINT concern_number_is_not_blank CHECK (btrim(number) <> ''),
  ADD CONSTRAINT concern_requirement_ref_is_not_blank CHECK (btrim(requirement_ref) <> ''),
  ADD CONSTRAINT concern_statement_is_not_blank CHECK (btrim(statement) <> ''),
  ADD CONSTRAINT concern_state_is_not_blank CHECK (btrim(state) <> ''),
  ADD CONSTRAINT concern_answer_is_not_blank CHECK (btrim(answer) <> ''),
  ADD CONSTRAINT concern_comment_is_not_blank CHECK (btrim(comment) <> '');
ALTER TABLE finding
  ADD CONSTRAINT finding_number_is_not_blank CHECK (btrim(number) <> ''),
  ADD CONSTRAINT finding_grade_is_not_blank CHECK (btrim(grade) <> ''),
  ADD CONSTRAINT finding_state_is_not_blank CHECK (btrim(state) <> ''),
  ADD CONSTRAINT finding_requirement_ref_is_not_blank CHECK (btrim(requirement_ref) <> ''),
  ADD CONSTRAINT finding_sub_ref_is_not_blank CHECK (btrim(sub_ref) <> ''),
  ADD CONSTRAINT finding_statement_is_not_blank CHECK (btrim(statement) <> ''),
  ADD CONSTRAINT finding_evidence_is_not_blank CHECK (btrim(evidence) <> ''),
  ADD CONSTRAINT finding_process_is_not_blank CHECK (btrim(process) <> ''),
  ADD CONSTRAINT finding_return_comment_is_not_blank CHECK (btrim(return_comment) <> ''),
  ADD CONSTRAINT finding_verification_method_is_not_blank CHECK (btrim(verification_method) <> ''),
  ADD CONSTRAINT finding_effectiveness_is_not_blank CHECK (btrim(effectiveness) <> ''),
  ADD CONSTRAINT finding_carried_to_is_not_blank CHECK (btrim(carried_to) <> ''),
  ADD CONSTRAINT finding_ended_reason_is_not_blank CHECK (btrim(ended_reason) <> '');
ALTER TABLE grade_change
  ADD CONSTRAINT grade_change_from_grade_is_not_blank CHECK (btrim(from_grade) <> ''),
  ADD CONSTRAINT grade_change_to_grade_is_not_blank CHECK (btrim(to_grade) <> ''),
  ADD CONSTRAINT grade_change_reason_is_not_blank CHECK (btrim(reason) <> '');
ALTER TABLE action_plan
  ADD CONSTRAINT action_plan_correction_is_not_blank CHECK (btrim(correction) <> ''),
  ADD CONSTRAINT action_plan_extent_is_not_blank CHECK (btrim(extent) <> ''),
  ADD CONSTRAINT action_plan_cause_is_not_blank CHECK (btrim(cause) <> ''),
  ADD CONSTRAINT action_plan_cause_method_is_not_blank CHECK (btrim(cause_method) <> ''),
  ADD CONSTRAINT action_plan_effectiveness_check_is_not_blank CHECK (btrim(effectiveness_check) <> '');
ALTER TABLE plan_action
  ADD CONSTRAINT plan_action_what_is_not_blank CHECK (btrim(what) <> ''),
  ADD CONSTRAINT plan_action_proof_is_not_blank CHECK (btrim(proof) <> ''),
  ADD CONSTRAINT plan_action_done_note_is_not_blank CHECK (btrim(done_note) <> '');
ALTER TABLE stored_file
  ADD CONSTRAINT stored_file_side_is_not_blank CHECK (btrim(side) <> ''),
  ADD CONSTRAINT stored_file_name_is_not_blank CHECK (btrim(name) <> ''),
  ADD CONSTRAINT stored_file_media_type_is_not_blank CHECK (btrim(media_type) <> ''),
  ADD CONSTRAINT stored_file_sha256_is_not_blank CHECK (btrim(sha256) <> '');
ALTER TABLE evidence
  ADD CONSTRAINT evidence_note_is_not_blank CHECK (btrim(note) <> '');
ALTER TABLE report
  ADD CONSTRAINT report_sha256_is_not_blank CHECK (btrim(sha256) <> '');
ALTER TABLE decision
  ADD CONSTRAINT decision_kind_is_not_blank CHECK (btrim(kind) <> ''),
  ADD CONSTRAINT decision_reason_is_not_blank CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT decision_conditions_is_not_blank CHECK (btrim(conditions) <> '');
ALTER TABLE certificate
  ADD CONSTRAINT certificate_number_is_not_blank CHECK (btrim(number) <> ''),
  ADD CONSTRAINT certificate_state_is_not_blank CHECK (btrim(state) <> ''),
  ADD CONSTRAINT certificate_decision_kind_is_not_blank CHECK (btrim(decision_kind) <> ''),
  ADD CONSTRAINT certificate_organisation_name_is_not_blank CHECK (btrim(organisation_name) <> ''),
  ADD CONSTRAINT certificate_body_name_is_not_blank CHECK (btrim(body_name) <> ''),
  ADD CONSTRAINT certificate_scope_is_not_blank CHECK (btrim(scope) <> ''),
  ADD CONSTRAINT certificate_standard_id_is_not_blank CHECK (btrim(standard_id) <> ''),
  ADD CONSTRAINT certificate_soa_version_is_not_blank CHECK (btrim(soa_version) <> ''),
  ADD CONSTRAINT certificate_time_zone_is_not_blank CHECK (btrim(time_zone) <> ''),
  ADD CONSTRAINT certificate_public_token_is_not_blank CHECK (btrim(public_token) <> '');
ALTER TABLE event
  ADD CONSTRAINT event_person_name_is_not_blank CHECK (btrim(person_name) <> ''),
  ADD CONSTRAINT event_organisation_name_is_not_blank CHECK (btrim(organisation_name) <> ''),
  ADD CONSTRAINT event_side_is_not_blank CHECK (btrim(side) <> ''),
  ADD CONSTRAINT event_kind_is_not_blank CHECK (btrim(kind) <> ''),
  ADD CONSTRAINT event_subject_type_is_not_blank CHECK (btrim(subject_type) <> ''),
  ADD CONSTRAINT event_machine_is_not_blank CHECK (btrim(machine) <> ''),
  ADD CONSTRAINT event_from_state_is_not_blank CHECK (btrim(from_state) <> ''),
  ADD CONSTRAINT event_to_state_is_not_blank CHECK (btrim(to_state) <> ''),
  ADD CONSTRAINT event_reason_is_not_blank CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT event_audience_is_not_blank CHECK (btrim(audience) <> ''),
  ADD CONSTRAINT event_prev_hash_is_not_blank CHECK (btrim(prev_hash) <> ''),
  ADD CONSTRAINT event_hash_is_not_blank CHECK (btrim(hash) <> '');
ALTER TABLE recorded_act
  ADD CONSTRAINT recorded_act_standing_is_not_blank CHECK (btrim(standing) <> ''),
  ADD CONSTRAINT recorded_act_correction_is_not_blank CHECK (btrim(correction) <> '');
ALTER TABLE trail_head
  ADD CONSTRAINT trail_head_hash_is_not_blank CHECK (btrim(hash) <> '');
ALTER TABLE counter
  ADD CONSTRAINT counter_kind_is_not_blank CHECK (btrim(kind) <> '');
ALTER TABLE body_counter
  ADD CONSTRAINT body_counter_kind_is_not_blank CHECK (btrim(kind) <> '');
ALTER TABLE organisation_event
  ADD CONSTRAINT organisation_event_person_name_is_not_blank CHECK (btrim(person_name) <> ''),
  ADD CONSTRAINT organisation_event_kind_is_not_blank CHECK (btrim(kind) <> '');
ALTER TABLE act_request
  ADD CONSTRAINT act_request_action_is_not_blank CHECK (btrim(action) <> ''),
  ADD CONSTRAINT act_request_digest_is_not_blank CHECK (btrim(digest) <> '');
ALTER TABLE allowed_move
  ADD CONSTRAINT allowed_move_machine_is_not_blank CHECK (btrim(machine) <> ''),
  ADD CONSTRAINT allowed_move_from_state_is_not_blank CHECK (btrim(from_state) <> ''),
  ADD CONSTRAINT allowed_move_to_state_is_not_blank CHECK (btrim(to_state) <> '');

-- Organisations and people
ALTER TABLE organisation
  ADD CONSTRAINT organisation_is_client_or_body CHECK (kind IN ('client', 'body')),
  ADD CONSTRAINT organisation_off_certtrail_iff_kept_by_a_client CHECK (connected = (managed_by_id IS NULL)),
  ADD CONSTRAINT only_a_body_can_be_off_certtrail CHECK (connected OR kind = 'body');
ALTER TABLE membership
  ADD CONSTRAINT membership_roles_are_known CHECK
    (roles <@ ARRAY['manager', 'executive', 'owner', 'consultant', 'planner', 'auditor', 'decider', 'quality', 'admin']);
ALTER TABLE person ADD CONSTRAINT person_email_is_lower_case CHECK (email = lower(email));
ALTER TABLE site ADD CONSTRAINT site_persons_are_not_negative CHECK (persons >= 0);
ALTER TABLE accreditation
  ADD CONSTRAINT accreditation_ends_after_it_starts CHECK (valid_to >= valid_from);

ALTER TABLE tie ADD CONSTRAINT tie_kind_is_known CHECK (kind IN ('internal_audit', 'consultancy', 'employment'));

-- Project and sourcing (domain 6.1)
ALTER TABLE project
  ADD CONSTRAINT project_state_is_known CHECK
    (state IN ('planning', 'rfp_open', 'evaluating', 'cb_selected', 'contracted_pending', 'engaged', 'closed')),
  ADD CONSTRAINT project_persons_are_not_negative CHECK (persons_in_scope >= 0),
  ADD CONSTRAINT project_has_a_body_once_one_is_selected CHECK
    (state NOT IN ('cb_selected', 'contracted_pending', 'engaged') OR (body_id IS NOT NULL AND chosen_proposal_id IS NOT NULL)),
  ADD CONSTRAINT project_has_no_body_before_one_is_selected CHECK
    (state NOT IN ('planning', 'rfp_open', 'evaluating') OR (body_id IS NULL AND chosen_proposal_id IS NULL)),
  ADD CONSTRAINT project_request_is_open_only_with_an_answer_day CHECK (state = 'planning' OR state = 'closed' OR answer_due_on IS NOT NULL);
ALTER TABLE proposal
  ADD CONSTRAINT proposal_days_are_not_negative CHECK
    (least(stage1_centidays, stage2_centidays, surveillance1_centidays, surveillance2_centidays, recertification_centidays) >= 0),
  ADD CONSTRAINT proposal_money_is_not_negative CHECK
    (least(day_rate_minor, application_fee_minor, certificate_fee_minor, yearly_fee_minor, travel_minor) >= 0),
  ADD CONSTRAINT proposal_money_has_a_currency CHECK
    (currency IS NOT NULL OR coalesce(day_rate_minor, application_fee_minor, certificate_fee_minor, yearly_fee_minor, travel_minor) IS NULL),
  ADD CONSTRAINT proposal_currency_is_three_letters CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE application
  ADD CONSTRAINT application_outcome_is_known CHECK (outcome IN ('waiting', 'accepted', 'declined')),
  ADD CONSTRAINT application_is_reviewed_iff_it_is_answered CHECK ((outcome <> 'waiting') = (reviewed_on IS NOT NULL)),
  ADD CONSTRAINT application_reviewer_is_named_iff_it_is_answered CHECK ((outcome <> 'waiting') = (reviewed_by_id IS NOT NULL)),
  ADD CONSTRAINT application_is_declined_only_with_reasons CHECK (outcome <> 'declined' OR reasons IS NOT NULL);
ALTER TABLE letter
  ADD CONSTRAINT letter_client_signature_has_a_person CHECK ((client_signed_on IS NULL) = (client_signed_by_id IS NULL)),
  ADD CONSTRAINT letter_body_signature_has_a_person CHECK ((body_signed_on IS NULL) = (body_signed_by_id IS NULL));

-- The certification case (domain 6.2)
ALTER TABLE certification_case
  ADD CONSTRAINT case_state_is_known CHECK (state IN ('engaged', 'pre_audit', 'preparing', 'stage1_planned', 'stage1_review',
    'stage2_planned', 'stage2_running', 'findings_open', 'stage2_required_again', 'review_pending', 'certified', 'refused', 'closed')),
  ADD CONSTRAINT case_soa_version_iff_approved CHECK ((soa_version IS NULL) = (soa_approved_on IS NULL)),
  ADD CONSTRAINT case_is_forwarded_to_somebody CHECK ((forwarded_on IS NULL) = (forwarded_to IS NULL)),
  ADD CONSTRAINT case_forwarding_answer_iff_answered CHECK ((forward_answered_on IS NULL) = (forward_answer IS NULL)),
  ADD CONSTRAINT case_is_answered_only_after_forwarding CHECK (forward_answered_on >= forwarded_on);
ALTER TABLE pre_audit
  ADD CONSTRAINT pre_audit_ends_after_it_starts CHECK (ends_on >= starts_on),
  ADD CONSTRAINT pre_audit_by_the_body_recommends_nothing CHECK (NOT by_body OR recommendations IS NULL);
ALTER TABLE system_record
  ADD CONSTRAINT system_record_kind_is_known CHECK (kind IN ('internal_audit', 'management_review'));

-- Audits (domain 6.3)
ALTER TABLE audit
  ADD CONSTRAINT audit_kind_is_known CHECK (kind IN ('stage1', 'stage2', 'follow_up')),
  ADD CONSTRAINT audit_state_is_known CHECK (state IN ('draft', 'team_proposed', 'team_confirmed', 'planned', 'running', 'reported',
    'concluded', 'cancelled', 'terminated')),
  ADD CONSTRAINT audit_ends_after_it_starts CHECK (ends_on >= starts_on),
  ADD CONSTRAINT audit_has_both_days_or_none CHECK ((starts_on IS NULL) = (ends_on IS NULL)),
  ADD CONSTRAINT audit_is_planned_only_with_days CHECK
    (state NOT IN ('planned', 'running', 'reported', 'concluded') OR starts_on IS NOT NULL),
  ADD CONSTRAINT audit_is_reported_iff_its_report_is_issued CHECK
    ((state IN ('reported', 'concluded')) = (report_issued_on IS NOT NULL)),
  ADD CONSTRAINT audit_is_ended_early_iff_a_reason_is_kept CHECK
    ((state IN ('cancelled', 'terminated')) = (ended_reason IS NOT NULL)),
  ADD CONSTRAINT audit_time_is_not_negative CHECK (least(required_centidays, planned_centidays) >= 0),
  ADD CONSTRAINT audit_opening_has_an_attendance_list CHECK ((opening_held_on IS NULL) = (opening_attendance IS NULL)),
  ADD CONSTRAINT audit_closing_has_an_attendance_list CHECK ((closing_held_on IS NULL) = (closing_attendance IS NULL)),
  ADD CONSTRAINT audit_conclusion_is_known CHECK (conclusion IN ('ready', 'ready_after_corrections', 'not_ready'));
CREATE UNIQUE INDEX audit_only_one_open_of_a_kind ON audit (case_id, kind)
  WHERE state NOT IN ('concluded', 'cancelled', 'terminated');
ALTER TABLE team_member
  ADD CONSTRAINT team_role_is_known CHECK (role IN ('lead', 'auditor', 'expert', 'observer', 'trainee'));
CREATE UNIQUE INDEX team_has_only_one_lead ON team_member (audit_id) WHERE role = 'lead';
ALTER TABLE objection
  ADD CONSTRAINT objection_is_answered_iff_decided CHECK ((answer IS NULL) = (upheld IS NULL)),
  ADD CONSTRAINT objection_answer_has_a_day CHECK ((answer IS NULL) = (answered_on IS NULL));
ALTER TABLE plan_session
  ADD CONSTRAINT plan_session_times_are_clock_times CHECK (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$' AND ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD CONSTRAINT plan_session_ends_after_it_starts CHECK (ends_at > starts_at);
ALTER TABLE readiness_item
  ADD CONSTRAINT readiness_verdict_is_known CHECK (verdict IN ('seen', 'partly', 'missing'));
ALTER TABLE concern
  ADD CONSTRAINT concern_state_is_known CHECK (state IN ('draft', 'open', 'answered', 'accepted')),
  ADD CONSTRAINT concern_has_a_number_iff_issued CHECK ((state = 'draft') = (number IS NULL)),
  ADD CONSTRAINT concern_is_answered_only_with_an_answer CHECK (state NOT IN ('answered', 'accepted') OR answer IS NOT NULL),
  ADD CONSTRAINT concern_is_accepted_iff_it_has_the_day CHECK ((state = 'accepted') = (accepted_on IS NOT NULL));

-- Findings, plans, evidence (domain 6.4)
ALTER TABLE finding
  ADD CONSTRAINT finding_grade_is_known CHECK (grade IN ('conformity', 'opportunity', 'minor', 'major')),
  ADD CONSTRAINT finding_state_is_known CHECK (state IN ('draft', 'recorded', 'open', 'response_submitted', 'plan_accepted',
    'evidence_submitted', 'verified', 'closed', 'superseded', 'void')),
  ADD CONSTRAINT finding_has_a_number_iff_issued CHECK ((number IS NULL) = (issued_on IS NULL)),
  ADD CONSTRAINT finding_is_a_draft_only_without_a_number CHECK (state <> 'draft' OR number IS NULL),
  ADD CONSTRAINT finding_is_issued_before_it_moves CHECK (state IN ('draft', 'void') OR number IS NOT NULL),
  ADD CONSTRAINT finding_is_issued_only_with_requirement_statement_and_evidence CHECK
    (number IS NULL OR (requirement_ref IS NOT NULL AND statement IS NOT NULL AND evidence IS NOT NULL)),
  ADD CONSTRAINT finding_is_a_nonconformity_iff_minor_or_major CHECK
    (state IN ('draft', 'void') OR (state = 'recorded') = (grade IN ('conformity', 'opportunity'))),
  ADD CONSTRAINT finding_plan_is_owed_iff_it_is_a_nonconformity CHECK
    (number IS NULL OR state = 'void' OR (plan_due_on IS NOT NULL) = (grade IN ('minor', 'major'))),
  ADD CONSTRAINT finding_is_verified_only_with_effectiveness_and_method CHECK
    (state NOT IN ('verified', 'closed') OR (verified_on IS NOT NULL AND effectiveness IS NOT NULL AND verification_method IS NOT NULL)),
  ADD CONSTRAINT finding_verifier_is_named CHECK ((verified_on IS NULL) = (verified_by_id IS NULL)),
  ADD CONSTRAINT finding_ends_early_only_with_a_reason CHECK (state NOT IN ('void', 'superseded') OR ended_reason IS NOT NULL),
  ADD CONSTRAINT only_a_minor_is_carried_to_the_next_audit CHECK (carried_to IS NULL OR grade = 'minor');
ALTER TABLE action_plan
  ADD CONSTRAINT action_plan_is_accepted_by_somebody CHECK ((accepted_on IS NULL) = (accepted_by_id IS NULL));
ALTER TABLE plan_action
  ADD CONSTRAINT plan_action_is_done_by_somebody CHECK ((done_on IS NULL) = (done_by_id IS NULL));
ALTER TABLE stored_file
  ADD CONSTRAINT stored_file_side_is_known CHECK (side IN ('client', 'body')),
  ADD CONSTRAINT stored_file_is_not_empty CHECK (size > 0),
  ADD CONSTRAINT stored_file_hash_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE report ADD CONSTRAINT report_hash_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');

-- Decision and certificate (domain 1.12, 6.5)
ALTER TABLE decision
  ADD CONSTRAINT decision_kind_is_known CHECK (kind IN ('grant', 'refuse', 'return', 'appeal_upheld'));
CREATE UNIQUE INDEX decision_grants_a_case_only_once ON decision (case_id) WHERE kind = 'grant';
ALTER TABLE certificate
  ADD CONSTRAINT certificate_state_is_known CHECK
    (state IN ('active', 'suspended', 'expired', 'lapsed', 'withdrawn', 'transferred_out', 'superseded')),
  ADD CONSTRAINT certificate_rests_on_a_grant CHECK (decision_kind = 'grant'),
  ADD CONSTRAINT certificate_is_never_effective_before_its_decision CHECK (effective_from >= decided_on),
  ADD CONSTRAINT certificate_expires_after_it_starts CHECK (expires_on > effective_from),
  ADD CONSTRAINT certificate_is_valid_for_at_most_three_years CHECK (expires_on <= effective_from + interval '3 years'),
  ADD CONSTRAINT certificate_soa_is_approved_before_the_decision CHECK (soa_approved_on <= decided_on),
  ADD CONSTRAINT certificate_is_suspended_iff_since_a_day CHECK ((state = 'suspended') = (suspended_on IS NOT NULL));
CREATE UNIQUE INDEX certificate_only_one_in_force ON certificate (project_id, standard_id) WHERE state IN ('active', 'suspended');

-- The trail
ALTER TABLE event
  ADD CONSTRAINT event_side_is_known CHECK (side IN ('client', 'body', 'system')),
  ADD CONSTRAINT event_audience_is_known CHECK (audience IN ('both', 'client', 'body')),
  ADD CONSTRAINT event_move_is_whole CHECK
    ((machine IS NULL) = (from_state IS NULL) AND (machine IS NULL) = (to_state IS NULL));
ALTER TABLE recorded_act
  ADD CONSTRAINT recorded_act_standing_is_known CHECK (standing IN ('recorded', 'confirmed', 'corrected')),
  ADD CONSTRAINT recorded_act_is_answered_iff_confirmed_or_corrected CHECK ((standing = 'recorded') = (answered_at IS NULL)),
  ADD CONSTRAINT recorded_act_is_corrected_only_with_the_correction CHECK ((standing = 'corrected') = (correction IS NOT NULL));

-- Raises a refusal under a name, so that it reads like a constraint of that name.
CREATE FUNCTION refuse(constraint_name text, sentence text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', sentence USING ERRCODE = 'check_violation', CONSTRAINT = constraint_name;
END $$;

-- A state changes only along a move of the machine's table. Argument: the machine's name.
CREATE FUNCTION keep_to_legal_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IS DISTINCT FROM OLD.state AND NOT EXISTS (
    SELECT FROM allowed_move WHERE machine = TG_ARGV[0] AND from_state = OLD.state AND to_state = NEW.state) THEN
    PERFORM refuse(TG_ARGV[0] || '_moves_only_as_its_table_allows',
      format('%s cannot move from %s to %s', TG_ARGV[0], OLD.state, NEW.state));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER legal_move BEFORE UPDATE OF state ON project FOR EACH ROW EXECUTE FUNCTION keep_to_legal_moves('sourcing');
CREATE TRIGGER legal_move BEFORE UPDATE OF state ON certification_case FOR EACH ROW EXECUTE FUNCTION keep_to_legal_moves('certification');
CREATE TRIGGER legal_move BEFORE UPDATE OF state ON audit FOR EACH ROW EXECUTE FUNCTION keep_to_legal_moves('audit');
CREATE TRIGGER legal_move BEFORE UPDATE OF state ON finding FOR EACH ROW EXECUTE FUNCTION keep_to_legal_moves('nonconformity');
CREATE TRIGGER legal_move BEFORE UPDATE OF state ON certificate FOR EACH ROW EXECUTE FUNCTION keep_to_legal_moves('certificate');

-- Whether a project belongs to the demonstration, which may be removed as a whole.
CREATE FUNCTION is_demo_project(id uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce((SELECT demo FROM project WHERE project.id = is_demo_project.id), false) $$;

-- Invariant 21: what is issued stays as it was issued. Rows of the demonstration can be deleted, never changed.
CREATE FUNCTION keep_unchanged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_demo_project(OLD.project_id) THEN RETURN OLD; END IF;
  PERFORM refuse(TG_TABLE_NAME || '_is_append_only', format('a row of %s cannot be changed or deleted', TG_TABLE_NAME));
  RETURN NULL;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON report FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON grade_change FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON plan_submission FOR EACH ROW EXECUTE FUNCTION keep_unchanged();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON stored_file FOR EACH ROW EXECUTE FUNCTION keep_unchanged();

CREATE FUNCTION keep_issued_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NULL OR is_demo_project(OLD.project_id) THEN RETURN OLD; END IF;
    PERFORM refuse('issued_finding_is_never_deleted', 'an issued finding cannot be deleted');
  END IF;
  IF OLD.number IS NOT NULL AND (NEW.number, NEW.issued_on, NEW.issued_by_id, NEW.audit_id, NEW.requirement_ref, NEW.sub_ref, NEW.statement,
      NEW.evidence, NEW.site_id, NEW.process) IS DISTINCT FROM (OLD.number, OLD.issued_on, OLD.issued_by_id, OLD.audit_id, OLD.requirement_ref,
      OLD.sub_ref, OLD.statement, OLD.evidence, OLD.site_id, OLD.process) THEN
    PERFORM refuse('issued_finding_is_unchangeable', 'an issued finding cannot be rewritten');
  END IF;
  IF OLD.number IS NOT NULL AND NEW.grade <> OLD.grade AND NOT EXISTS (
    SELECT FROM grade_change WHERE finding_id = NEW.id AND from_grade = OLD.grade AND to_grade = NEW.grade) THEN
    PERFORM refuse('grade_changes_only_with_a_recorded_reason', 'an issued grade changes only by a recorded act');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER issued_finding BEFORE UPDATE OR DELETE ON finding FOR EACH ROW EXECUTE FUNCTION keep_issued_finding();

-- Invariant 18: a Stage 1 audit has areas of concern, never findings; the other audits the other way round.
CREATE FUNCTION keep_stages_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE audit_kind text := (SELECT kind FROM audit WHERE id = NEW.audit_id);
BEGIN
  IF TG_TABLE_NAME = 'finding' AND audit_kind = 'stage1' THEN
    PERFORM refuse('stage_1_has_no_findings', 'Stage 1 has areas of concern, not findings');
  ELSIF TG_TABLE_NAME = 'concern' AND audit_kind <> 'stage1' THEN
    PERFORM refuse('only_stage_1_has_concerns', 'areas of concern belong to Stage 1');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stages_apart BEFORE INSERT ON finding FOR EACH ROW EXECUTE FUNCTION keep_stages_apart();
CREATE TRIGGER stages_apart BEFORE INSERT ON concern FOR EACH ROW EXECUTE FUNCTION keep_stages_apart();

-- The plan's words are the client's answer: once submitted they change only after the body returned them.
CREATE FUNCTION keep_submitted_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.correction, NEW.extent, NEW.cause, NEW.cause_method, NEW.effectiveness_check) IS DISTINCT FROM
     (OLD.correction, OLD.extent, OLD.cause, OLD.cause_method, OLD.effectiveness_check)
     AND (SELECT state FROM finding WHERE id = NEW.finding_id) <> 'open' THEN
    PERFORM refuse('plan_is_written_only_while_it_is_open', 'a submitted plan cannot be rewritten');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER submitted_plan BEFORE UPDATE ON action_plan FOR EACH ROW EXECUTE FUNCTION keep_submitted_plan();

-- DEC-1 and DEC-4 (17021-1 9.5.1.1, 9.5.2): who may not decide, and what may not be open when a certificate is granted.
CREATE FUNCTION keep_decisions_sound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM team_member WHERE case_id = NEW.case_id AND person_id = NEW.decided_by_id) THEN
    PERFORM refuse('decider_is_nobody_from_the_audits', 'a member of the audit team cannot decide');
  END IF;
  IF NEW.kind = 'grant' THEN
    IF EXISTS (SELECT FROM finding WHERE case_id = NEW.case_id AND grade = 'major'
        AND state NOT IN ('draft', 'verified', 'closed', 'superseded', 'void')) THEN
      PERFORM refuse('no_grant_while_a_major_is_not_verified', 'a major nonconformity is not verified');
    END IF;
    IF EXISTS (SELECT FROM finding WHERE case_id = NEW.case_id AND grade = 'minor' AND state IN ('open', 'response_submitted')) THEN
      PERFORM refuse('no_grant_while_a_minor_has_no_accepted_plan', 'a minor nonconformity has no accepted plan');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sound_decision BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION keep_decisions_sound();

CREATE FUNCTION keep_deciders_off_the_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM decision WHERE case_id = NEW.case_id AND decided_by_id = NEW.person_id) THEN
    PERFORM refuse('team_member_has_not_decided_the_case', 'who decided the case cannot audit it');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_decider_on_the_team BEFORE INSERT OR UPDATE ON team_member FOR EACH ROW EXECUTE FUNCTION keep_deciders_off_the_team();

-- Invariants 6, 7, 21: what a certificate says never changes; its state does.
CREATE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.decided_on <> (SELECT decided_on FROM decision WHERE id = NEW.decision_id) THEN
      PERFORM refuse('certificate_carries_the_day_of_its_decision', 'the day of decision differs from the decision');
    END IF;
    RETURN NEW;
  ELSIF TG_OP = 'DELETE' THEN
    IF is_demo_project(OLD.project_id) THEN RETURN OLD; END IF;
    PERFORM refuse('certificate_is_never_deleted', 'a certificate cannot be deleted');
  END IF;
  IF (to_jsonb(NEW) - ARRAY['state', 'version', 'suspended_on', 'suspended_until', 'ended_on']) IS DISTINCT FROM
     (to_jsonb(OLD) - ARRAY['state', 'version', 'suspended_on', 'suspended_until', 'ended_on']) THEN
    PERFORM refuse('issued_certificate_is_unchangeable', 'an issued certificate cannot be rewritten');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sound_certificate BEFORE INSERT OR UPDATE OR DELETE ON certificate FOR EACH ROW EXECUTE FUNCTION keep_certificate();

-- The trail of a project is a chain: each entry carries the hash of the one before. The head row is the lock that
-- puts the entries in one order; only this function touches it.
CREATE FUNCTION trail_hash(e event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(e.project_id, e.no, e.id, e.client_id,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.person_id, e.person_name, e.organisation_id,
    e.organisation_name, e.side, e.kind, e.subject_type, e.subject_id, e.machine, e.from_state, e.to_state, e.data, e.reason,
    e.audience, e.prev_hash)::text, 'UTF8')), 'hex') $$;
CREATE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE head trail_head;
BEGIN
  INSERT INTO trail_head (project_id, no, hash) VALUES (NEW.project_id, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM trail_head WHERE project_id = NEW.project_id FOR UPDATE;
  NEW.no := head.no + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := trail_hash(NEW);
  UPDATE trail_head SET no = NEW.no, hash = NEW.hash WHERE project_id = NEW.project_id;
  RETURN NEW;
END $$;
CREATE TRIGGER chained BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION chain_event();

-- What the application may do. Deleting is for unfinished work; what is issued has no way out.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO certtrail_app;
GRANT INSERT, UPDATE ON organisation, person, membership, session, invitation, site, accreditation, body_policy, tie, project, project_site,
  body_request, proposal, application, letter, certification_case, pre_audit, system_record, audit, team_member, objection, plan_session,
  readiness_item, interview, concern, finding, action_plan, plan_action, evidence, certificate, recorded_act, counter, body_counter, act_request
  TO certtrail_app;
GRANT INSERT ON event, decision, report, grade_change, plan_submission, stored_file, organisation_event TO certtrail_app;
GRANT DELETE ON project_site, team_member, plan_session, interview, concern, finding, plan_action, evidence, accreditation, invitation,
  session, act_request TO certtrail_app;
