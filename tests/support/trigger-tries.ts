/** A statement that a trigger refuses under a name, tried on the rows of world.sql after what has to stand before it. */
export interface TriggerTry {
  before?: string[];
  sql: string;
  /** Who can reach the trigger at all: on append-only tables the product has no right to change a row. */
  as?: "owner";
}

const copy = (table: string, change: string) =>
  `insert into ${table} select (jsonb_populate_record(t, '${change}'::jsonb)).* from ${table} t limit 1`;
const otherDecision = '{"id": "#new", "kind": "refuse"}';

/** Names of refusals that triggers raise, each with statements that meet them. Append-only tables and moves have tests of their own. */
export const triggerTries: Record<string, readonly TriggerTry[]> = {
  choice_is_of_an_impartial_body: [
    {
      sql: copy(
        "choice",
        '{"no": 2, "work": [{"by": "body", "kind": "internal_audit", "endedOn": "2025-01-17"}]}',
      ),
    },
    { sql: copy("choice", '{"no": 2, "work": [{"by": "related", "kind": "consultancy", "endedOn": null}]}') },
    {
      before: ["update tie set kind = 'internal_audit', ended_on = '2025-06-30'"],
      sql: copy("choice", '{"no": 2}'),
    },
    {
      before: ["update tie set kind = 'consultancy', person_id = null, ended_on = null"],
      sql: copy("choice", '{"no": 2}'),
    },
  ],
  letter_is_never_deleted: [{ sql: "delete from letter", as: "owner" }],
  signed_letter_is_unchangeable: [
    { sql: "update letter set fees_text = 'Less' where no = 1" },
    { sql: "update letter set client_signed_on = null, client_signed_by_id = null where no = 1" },
    {
      before: [
        "update letter set client_signed_on = '2027-02-01', client_signed_by_id = '#manager' where no = 2",
      ],
      sql: "update letter set site_ids = '{}' where no = 2",
    },
    {
      before: ["update letter set withdrawn_on = '2027-02-01', withdrawn_reason = '-' where no = 2"],
      sql: "update letter set withdrawn_reason = 'Other' where no = 2",
    },
  ],
  signature_is_not_taken_back: [
    {
      before: [
        "update letter set client_signed_on = '2027-02-01', client_signed_by_id = '#manager' where no = 2",
      ],
      sql: "update letter set client_signed_on = '2027-03-01' where no = 2",
    },
    {
      before: ["update letter set body_signed_on = '2027-02-01', body_signed_by_id = '#lead' where no = 2"],
      sql: "update letter set body_signed_on = null, body_signed_by_id = null where no = 2",
    },
  ],
  issued_finding_is_never_deleted: [{ before: ["delete from evidence"], sql: "delete from finding" }],
  issued_finding_is_unchangeable: [
    { sql: "update finding set statement = 'Better words'" },
    { sql: "update finding set evidence = 'Less evidence'" },
    { sql: "update finding set requirement_ref = 'A.5.1'" },
    { sql: "update finding set number = 'NC-002'" },
    { sql: "update finding set issued_on = '2027-03-01'" },
    { sql: "update finding set number = null, issued_on = null" },
  ],
  grade_changes_only_with_a_recorded_reason: [
    { sql: "update finding set grade = 'opportunity'" },
    { sql: "update finding set grade = 'major', carried_to = null" },
  ],
  stage_1_has_no_findings: [
    { sql: copy("finding", '{"id": "#new", "number": "NC-002", "audit_id": "#stage1"}') },
  ],
  only_stage_1_has_concerns: [
    { sql: copy("concern", '{"id": "#new", "number": "C-002", "audit_id": "#stage2"}') },
  ],
  plan_is_written_only_while_it_is_open: [
    { sql: "update action_plan set cause = 'A better cause'" },
    { sql: "update action_plan set correction = 'Nothing', version = version + 1" },
  ],
  decider_is_nobody_from_the_audits: [
    { sql: copy("decision", '{"id": "#new", "kind": "refuse", "decided_by_id": "#lead"}') },
    { sql: copy("decision", '{"id": "#new", "kind": "return", "decided_by_id": "#lead"}') },
  ],
  no_grant_while_a_major_is_not_verified: [
    {
      before: [
        "alter table finding disable trigger user",
        "update finding set grade = 'major', carried_to = null, state = 'evidence_submitted'",
      ],
      sql: copy("decision", '{"id": "#new"}'),
    },
  ],
  no_grant_while_a_minor_has_no_accepted_plan: [
    {
      before: ["alter table finding disable trigger user", "update finding set state = 'response_submitted'"],
      sql: copy("decision", '{"id": "#new"}'),
    },
  ],
  team_member_has_not_decided_the_case: [
    { sql: copy("team_member", '{"person_id": "#decider", "role": "auditor"}') },
    { sql: "update team_member set person_id = '#decider'" },
    { sql: copy("team_member", '{"audit_id": "#followUp", "person_id": "#decider", "role": "expert"}') },
  ],
  recorded_act_stands_as_its_entry_says: [
    { sql: "update recorded_act set acted_on = '2027-03-10'" },
    { sql: "update recorded_act set acted_by_id = '#decider'" },
    { sql: "update recorded_act set file_id = '#new'" },
    {
      as: "owner",
      before: ["create temporary table kept as select * from recorded_act", "delete from recorded_act"],
      sql: 'insert into recorded_act select (jsonb_populate_record(k, \'{"acted_on": "2027-03-10"}\')).* from kept k',
    },
  ],
  certificate_carries_the_day_of_its_decision: [
    {
      sql: copy(
        "certificate",
        '{"id": "#new", "number": "2", "public_token": "2", "decided_on": "2027-05-17", "state": "withdrawn"}',
      ),
    },
  ],
  certificate_is_never_deleted: [{ as: "owner", sql: "delete from certificate" }],
  demo_is_part_of_no_other_project: [
    { before: ["update organisation set demo = true where id = '#body'"], sql: "select remove_demo()" },
  ],
  issued_certificate_is_unchangeable: [
    { sql: "update certificate set scope = 'Everything'" },
    { sql: "update certificate set expires_on = '2030-05-01'" },
    { sql: "update certificate set number = '27001-002', version = version + 1" },
  ],
};

/** What the triggers let through, so that the tries above fail for their own reason alone. */
export const passing: readonly TriggerTry[] = [
  { sql: copy("decision", otherDecision) },
  { sql: "update certificate set state = 'suspended', suspended_on = '2028-01-01', version = version + 1" },
  { sql: "update finding set closed_on = '2027-05-01', state = 'closed'" },
  {
    before: ["alter table finding disable trigger user", "update finding set state = 'open'"],
    sql: "update action_plan set cause = 'A better cause'",
  },
  { sql: copy("team_member", '{"person_id": "#manager", "role": "observer"}') },
  { sql: copy("concern", '{"id": "#new", "number": "C-002"}') },
  { sql: "update recorded_act set correction = 'It was the day after.'" },
];
