-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "country" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "connected" BOOLEAN NOT NULL DEFAULT true,
    "managed_by_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "roles" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("organisation_id","person_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT[],
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accreditation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "accreditation_body" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "recognition" TEXT,
    "checked_on" DATE,
    "source_url" TEXT,

    CONSTRAINT "accreditation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_policy" (
    "organisation_id" UUID NOT NULL,
    "settings" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "body_policy_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "tie" (
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID,
    "name" TEXT NOT NULL,
    "standard_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "persons_in_scope" INTEGER NOT NULL,
    "target_on" DATE,
    "time_zone" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planning',
    "version" INTEGER NOT NULL DEFAULT 0,
    "answer_due_on" DATE,
    "request_note" TEXT,
    "recommended_proposal_id" UUID,
    "recommend_reason" TEXT,
    "override_reason" TEXT,
    "chosen_proposal_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_site" (
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,

    CONSTRAINT "project_site_pkey" PRIMARY KEY ("project_id","site_id")
);

-- CreateTable
CREATE TABLE "body_request" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "viewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "body_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "declined" BOOLEAN NOT NULL DEFAULT false,
    "stage1_centidays" INTEGER,
    "stage2_centidays" INTEGER,
    "surveillance1_centidays" INTEGER,
    "surveillance2_centidays" INTEGER,
    "recertification_centidays" INTEGER,
    "currency" TEXT,
    "day_rate_minor" BIGINT,
    "application_fee_minor" BIGINT,
    "certificate_fee_minor" BIGINT,
    "yearly_fee_minor" BIGINT,
    "travel_minor" BIGINT,
    "valid_until" DATE,
    "earliest_on" DATE,
    "accreditation" TEXT,
    "notes" TEXT,
    "file_id" UUID,
    "entered_by_id" UUID NOT NULL,
    "entered_by_organisation_id" UUID NOT NULL,
    "received_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "signatory" TEXT NOT NULL,
    "consultancy" TEXT NOT NULL,
    "consultancy_body_related" BOOLEAN NOT NULL DEFAULT false,
    "consultancy_ended_on" DATE,
    "notes" TEXT,
    "sent_on" DATE NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "reasons" TEXT,
    "competence" TEXT,
    "reviewed_on" DATE,
    "reviewed_by_id" UUID,

    CONSTRAINT "application_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "letter" (
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "site_ids" TEXT[],
    "standard_text" TEXT NOT NULL,
    "days_text" TEXT NOT NULL,
    "dates_text" TEXT NOT NULL,
    "fees_text" TEXT NOT NULL,
    "confidentiality" TEXT NOT NULL,
    "terms" TEXT,
    "client_signed_on" DATE,
    "client_signed_by_id" UUID,
    "body_signed_on" DATE,
    "body_signed_by_id" UUID,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "certification_case" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'engaged',
    "version" INTEGER NOT NULL DEFAULT 0,
    "soa_version" TEXT,
    "soa_approved_on" DATE,
    "forwarded_on" DATE,
    "forwarded_to" TEXT,
    "forward_answered_on" DATE,
    "forward_answer" TEXT,
    "stage2_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certification_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pre_audit" (
    "case_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "by_body" BOOLEAN NOT NULL,
    "provider" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "gaps" TEXT,
    "recommendations" TEXT,

    CONSTRAINT "pre_audit_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "system_record" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "covers_scope" BOOLEAN NOT NULL,
    "who" TEXT NOT NULL,
    "note" TEXT,
    "file_id" UUID,

    CONSTRAINT "system_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "starts_on" DATE,
    "ends_on" DATE,
    "required_centidays" INTEGER,
    "planned_centidays" INTEGER,
    "time_justification" TEXT,
    "remote_note" TEXT,
    "objectives" TEXT,
    "team_proposed_on" DATE,
    "objection_waived_on" DATE,
    "plan_sent_on" DATE,
    "plan_confirmed_on" DATE,
    "opening_held_on" DATE,
    "opening_attendance" TEXT,
    "closing_held_on" DATE,
    "closing_attendance" TEXT,
    "disagreements" TEXT,
    "conclusion" TEXT,
    "summary" TEXT,
    "recommendation" TEXT,
    "deviations" TEXT,
    "report_draft" JSONB,
    "report_issued_on" DATE,
    "ended_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "audit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("audit_id","person_id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "person_id" UUID,
    "ground" TEXT NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "raised_on" DATE NOT NULL,
    "answer" TEXT,
    "upheld" BOOLEAN,
    "answered_by_id" UUID,
    "answered_on" DATE,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_session" (
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "site_id" UUID,
    "auditor_id" UUID,
    "interviewee" TEXT,

    CONSTRAINT "plan_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_item" (
    "audit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "readiness_item_pkey" PRIMARY KEY ("audit_id","key")
);

-- CreateTable
CREATE TABLE "interview" (
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "who" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "interview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concern" (
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" TEXT,
    "requirement_ref" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "blocking" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_on" DATE,
    "comment" TEXT,
    "accepted_by_id" UUID,
    "accepted_on" DATE,
    "drafted_by_organisation_id" UUID NOT NULL,

    CONSTRAINT "concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" TEXT,
    "grade" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 0,
    "requirement_ref" TEXT,
    "sub_ref" TEXT,
    "statement" TEXT,
    "evidence" TEXT,
    "site_id" UUID,
    "process" TEXT,
    "drafted_by_id" UUID NOT NULL,
    "drafted_by_organisation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_on" DATE,
    "issued_by_id" UUID,
    "plan_due_on" DATE,
    "closure_due_on" DATE,
    "return_comment" TEXT,
    "verification_method" TEXT,
    "effectiveness" TEXT,
    "verified_on" DATE,
    "verified_by_id" UUID,
    "carried_to" TEXT,
    "closed_on" DATE,
    "ended_reason" TEXT,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_change" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "from_grade" TEXT NOT NULL,
    "to_grade" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grade_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_plan" (
    "finding_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "correction" TEXT,
    "extent" TEXT,
    "cause" TEXT,
    "cause_method" TEXT,
    "effectiveness_check" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "submitted_on" DATE,
    "submitted_by_id" UUID,
    "accepted_on" DATE,
    "accepted_by_id" UUID,

    CONSTRAINT "action_plan_pkey" PRIMARY KEY ("finding_id")
);

-- CreateTable
CREATE TABLE "plan_action" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "owner_id" UUID,
    "due_on" DATE,
    "proof" TEXT,
    "done_on" DATE,
    "done_note" TEXT,
    "done_by_id" UUID,

    CONSTRAINT "plan_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_submission" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "finding_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "action_id" UUID,
    "note" TEXT,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("finding_id","file_id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_on" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "conditions" TEXT,
    "decided_on" DATE NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "dossier" JSONB NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 0,
    "decision_id" UUID NOT NULL,
    "decision_kind" TEXT NOT NULL DEFAULT 'grant',
    "organisation_name" TEXT NOT NULL,
    "body_name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "sites" JSONB NOT NULL,
    "standard_id" TEXT NOT NULL,
    "soa_version" TEXT NOT NULL,
    "soa_approved_on" DATE NOT NULL,
    "accreditation" JSONB,
    "decided_on" DATE NOT NULL,
    "effective_from" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "suspended_on" DATE,
    "suspended_until" DATE,
    "ended_on" DATE,
    "public_token" TEXT NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "project_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "machine" TEXT,
    "from_state" TEXT,
    "to_state" TEXT,
    "data" JSONB NOT NULL,
    "reason" TEXT,
    "audience" TEXT NOT NULL DEFAULT 'both',
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("project_id","no")
);

-- CreateTable
CREATE TABLE "recorded_act" (
    "event_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "acted_on" DATE NOT NULL,
    "acted_by_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'recorded',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "correction" TEXT,

    CONSTRAINT "recorded_act_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "trail_head" (
    "project_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "trail_head_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "counter" (
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("project_id","kind")
);

-- CreateTable
CREATE TABLE "body_counter" (
    "body_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "body_counter_pkey" PRIMARY KEY ("body_id","kind")
);

-- CreateTable
CREATE TABLE "organisation_event" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "organisation_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "act_request" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "act_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allowed_move" (
    "machine" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,

    CONSTRAINT "allowed_move_pkey" PRIMARY KEY ("machine","from_state","to_state")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_managed_by_id_idx" ON "organisation"("managed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_idx" ON "invitation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "site_organisation_id_id_key" ON "site"("organisation_id", "id");

-- CreateIndex
CREATE INDEX "accreditation_organisation_id_idx" ON "accreditation"("organisation_id");

-- CreateIndex
CREATE INDEX "tie_body_id_client_id_idx" ON "tie"("body_id", "client_id");

-- CreateIndex
CREATE INDEX "tie_client_id_idx" ON "tie"("client_id");

-- CreateIndex
CREATE INDEX "project_client_id_created_at_idx" ON "project"("client_id", "created_at");

-- CreateIndex
CREATE INDEX "project_body_id_created_at_idx" ON "project"("body_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "project_id_client_id_key" ON "project"("id", "client_id");

-- CreateIndex
CREATE INDEX "body_request_body_id_sent_at_idx" ON "body_request"("body_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "body_request_project_id_body_id_key" ON "body_request"("project_id", "body_id");

-- CreateIndex
CREATE INDEX "proposal_body_id_idx" ON "proposal"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_project_id_body_id_key" ON "proposal"("project_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_project_id_client_id_key" ON "application"("project_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "letter_project_id_client_id_key" ON "letter"("project_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "certification_case_project_id_key" ON "certification_case"("project_id");

-- CreateIndex
CREATE INDEX "certification_case_client_id_idx" ON "certification_case"("client_id");

-- CreateIndex
CREATE INDEX "certification_case_body_id_idx" ON "certification_case"("body_id");

-- CreateIndex
CREATE UNIQUE INDEX "certification_case_id_client_id_body_id_key" ON "certification_case"("id", "client_id", "body_id");

-- CreateIndex
CREATE UNIQUE INDEX "certification_case_id_project_id_key" ON "certification_case"("id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "certification_case_project_id_client_id_key" ON "certification_case"("project_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "pre_audit_case_id_client_id_body_id_key" ON "pre_audit"("case_id", "client_id", "body_id");

-- CreateIndex
CREATE INDEX "system_record_client_id_case_id_idx" ON "system_record"("client_id", "case_id");

-- CreateIndex
CREATE INDEX "audit_client_id_idx" ON "audit"("client_id");

-- CreateIndex
CREATE INDEX "audit_body_id_starts_on_idx" ON "audit"("body_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "audit_project_id_kind_no_key" ON "audit"("project_id", "kind", "no");

-- CreateIndex
CREATE UNIQUE INDEX "audit_id_case_id_project_id_client_id_body_id_key" ON "audit"("id", "case_id", "project_id", "client_id", "body_id");

-- CreateIndex
CREATE INDEX "team_member_body_id_person_id_idx" ON "team_member"("body_id", "person_id");

-- CreateIndex
CREATE INDEX "objection_client_id_audit_id_idx" ON "objection"("client_id", "audit_id");

-- CreateIndex
CREATE INDEX "plan_session_client_id_audit_id_idx" ON "plan_session"("client_id", "audit_id");

-- CreateIndex
CREATE INDEX "interview_client_id_audit_id_idx" ON "interview"("client_id", "audit_id");

-- CreateIndex
CREATE INDEX "concern_client_id_audit_id_idx" ON "concern"("client_id", "audit_id");

-- CreateIndex
CREATE UNIQUE INDEX "concern_project_id_number_key" ON "concern"("project_id", "number");

-- CreateIndex
CREATE INDEX "finding_client_id_project_id_created_at_id_idx" ON "finding"("client_id", "project_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "finding_body_id_state_idx" ON "finding"("body_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "finding_project_id_number_key" ON "finding"("project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "finding_id_project_id_client_id_body_id_key" ON "finding"("id", "project_id", "client_id", "body_id");

-- CreateIndex
CREATE INDEX "grade_change_client_id_finding_id_idx" ON "grade_change"("client_id", "finding_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_plan_finding_id_project_id_client_id_body_id_key" ON "action_plan"("finding_id", "project_id", "client_id", "body_id");

-- CreateIndex
CREATE INDEX "plan_action_client_id_owner_id_idx" ON "plan_action"("client_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_action_finding_id_no_key" ON "plan_action"("finding_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "plan_submission_finding_id_no_key" ON "plan_submission"("finding_id", "no");

-- CreateIndex
CREATE INDEX "stored_file_organisation_id_project_id_idx" ON "stored_file"("organisation_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_id_project_id_client_id_key" ON "stored_file"("id", "project_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_audit_id_version_key" ON "report"("audit_id", "version");

-- CreateIndex
CREATE INDEX "decision_client_id_case_id_idx" ON "decision"("client_id", "case_id");

-- CreateIndex
CREATE INDEX "decision_body_id_decided_on_idx" ON "decision"("body_id", "decided_on");

-- CreateIndex
CREATE UNIQUE INDEX "decision_id_case_id_project_id_kind_key" ON "decision"("id", "case_id", "project_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_public_token_key" ON "certificate"("public_token");

-- CreateIndex
CREATE INDEX "certificate_client_id_idx" ON "certificate"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_body_id_number_key" ON "certificate"("body_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "event_id_key" ON "event"("id");

-- CreateIndex
CREATE INDEX "event_project_id_subject_id_idx" ON "event"("project_id", "subject_id");

-- CreateIndex
CREATE INDEX "recorded_act_client_id_project_id_idx" ON "recorded_act"("client_id", "project_id");

-- CreateIndex
CREATE INDEX "recorded_act_body_id_standing_idx" ON "recorded_act"("body_id", "standing");

-- CreateIndex
CREATE INDEX "organisation_event_organisation_id_at_idx" ON "organisation_event"("organisation_id", "at");

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_managed_by_id_fkey" FOREIGN KEY ("managed_by_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_policy" ADD CONSTRAINT "body_policy_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tie" ADD CONSTRAINT "tie_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_site" ADD CONSTRAINT "project_site_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "body_request" ADD CONSTRAINT "body_request_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "certification_case" ADD CONSTRAINT "certification_case_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "pre_audit" ADD CONSTRAINT "pre_audit_case_id_client_id_body_id_fkey" FOREIGN KEY ("case_id", "client_id", "body_id") REFERENCES "certification_case"("id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "system_record" ADD CONSTRAINT "system_record_case_id_client_id_body_id_fkey" FOREIGN KEY ("case_id", "client_id", "body_id") REFERENCES "certification_case"("id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_case_id_client_id_body_id_fkey" FOREIGN KEY ("case_id", "client_id", "body_id") REFERENCES "certification_case"("id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_audit_id_case_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("audit_id", "case_id", "project_id", "client_id", "body_id") REFERENCES "audit"("id", "case_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_audit_id_case_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("audit_id", "case_id", "project_id", "client_id", "body_id") REFERENCES "audit"("id", "case_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_session" ADD CONSTRAINT "plan_session_audit_id_case_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("audit_id", "case_id", "project_id", "client_id", "body_id") REFERENCES "audit"("id", "case_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "readiness_item" ADD CONSTRAINT "readiness_item_audit_id_case_id_project_id_client_id_body__fkey" FOREIGN KEY ("audit_id", "case_id", "project_id", "client_id", "body_id") REFERENCES "audit"("id", "case_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "interview" ADD CONSTRAINT "interview_audit_id_case_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("audit_id", "case_id", "project_id", "client_id", "body_id") REFERENCES "audit"("id", "case_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "concern" ADD CONSTRAINT "concern_audit_id_case_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("audit_id", "case_id", "project_id", "client_id", "body_id") REFERENCES "audit"("id", "case_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_audit_id_case_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("audit_id", "case_id", "project_id", "client_id", "body_id") REFERENCES "audit"("id", "case_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_case_id_client_id_body_id_fkey" FOREIGN KEY ("case_id", "client_id", "body_id") REFERENCES "certification_case"("id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grade_change" ADD CONSTRAINT "grade_change_finding_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("finding_id", "project_id", "client_id", "body_id") REFERENCES "finding"("id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "action_plan" ADD CONSTRAINT "action_plan_finding_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("finding_id", "project_id", "client_id", "body_id") REFERENCES "finding"("id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_finding_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("finding_id", "project_id", "client_id", "body_id") REFERENCES "action_plan"("finding_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_submission" ADD CONSTRAINT "plan_submission_finding_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("finding_id", "project_id", "client_id", "body_id") REFERENCES "action_plan"("finding_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_finding_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("finding_id", "project_id", "client_id", "body_id") REFERENCES "finding"("id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_project_id_client_id_fkey" FOREIGN KEY ("file_id", "project_id", "client_id") REFERENCES "stored_file"("id", "project_id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_audit_id_case_id_project_id_client_id_body_id_fkey" FOREIGN KEY ("audit_id", "case_id", "project_id", "client_id", "body_id") REFERENCES "audit"("id", "case_id", "project_id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_case_id_client_id_body_id_fkey" FOREIGN KEY ("case_id", "client_id", "body_id") REFERENCES "certification_case"("id", "client_id", "body_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_decision_id_case_id_project_id_decision_kind_fkey" FOREIGN KEY ("decision_id", "case_id", "project_id", "decision_kind") REFERENCES "decision"("id", "case_id", "project_id", "kind") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_project_id_client_id_fkey" FOREIGN KEY ("project_id", "client_id") REFERENCES "project"("id", "client_id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_moves_as_the_tables_allow" FOREIGN KEY ("machine", "from_state", "to_state") REFERENCES "allowed_move"("machine", "from_state", "to_state") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recorded_act" ADD CONSTRAINT "recorded_act_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counter" ADD CONSTRAINT "counter_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

