/** A project at the end of its Stage 2 with fifty open findings, laid down as rows: how they came about is not measured. */
import { withClient } from "../../scripts/database.mjs";

const FIFTY_FINDINGS = `
  with client as (
    select o.* from organisation o join membership m on m.organisation_id = o.id join person p on p.id = m.person_id
    where p.email = $1
  ), body as (
    select o.id, p.id as auditor_id
    from organisation o join membership m on m.organisation_id = o.id join person p on p.id = m.person_id
    where o.kind = 'body' and m.roles @> array['auditor'] limit 1
  ), project as (
    insert into project (id, client_id, body_id, name, standard_id, scope, persons_in_scope, time_zone, state, created_at,
      answer_due_on, chosen_proposal_id)
    select gen_random_uuid(), client.id, body.id, 'Benchmark', 'iso-27001-2022', 'Hosting', 40, 'Europe/Berlin', 'engaged',
      now(), current_date, gen_random_uuid() from client, body returning *
  ), opened as (
    insert into certification_case (id, project_id, client_id, body_id, state, created_at)
    select gen_random_uuid(), id, client_id, body_id, 'findings_open', now() from project returning *
  ), stage2 as (
    insert into audit (id, case_id, project_id, client_id, body_id, kind, no, state, starts_on, ends_on, report_issued_on,
      recommendation, created_at)
    select gen_random_uuid(), id, project_id, client_id, body_id, 'stage2', 1, 'reported', current_date - 12,
      current_date - 10, current_date - 9, 'certify_after_plan', now() from opened returning *
  ), raised as (
    insert into finding (id, audit_id, case_id, project_id, client_id, body_id, number, grade, state, requirement_ref,
      statement, evidence, drafted_by_id, drafted_by_organisation_id, issued_on, issued_by_id, plan_due_on, closure_due_on,
      created_at)
    select gen_random_uuid(), stage2.id, case_id, project_id, client_id, body_id, 'NC-' || lpad(n::text, 3, '0'),
      case when n % 5 = 0 then 'major' else 'minor' end, 'open', 'A.8.' || (n % 34 + 1),
      'Restores of backups are not tested as the procedure says (case ' || n || ').',
      'No protocol of a restore since March for server ' || n || '.', body.auditor_id, body.id, current_date - 9,
      body.auditor_id, current_date + 20 + n % 7, case when n % 5 = 0 then current_date + 80 end, now()
    from stage2, body, generate_series(1, 50) n returning 1
  )
  select project.id as project, client.slug as client, (select count(*)::int from raised) as findings from project, client`;

/** Returns the addresses' parts: the organisation's slug and the project's id. */
export async function layFiftyFindings(ownerUrl, email) {
  const { rows } = await withClient(ownerUrl, (client) => client.query(FIFTY_FINDINGS, [email]));
  if (rows[0]?.findings !== 50) throw new Error("The fifty findings could not be laid down.");
  return rows[0];
}
