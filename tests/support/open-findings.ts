import type { Actor } from "@/lib/actor";
import { addDays, type Day, day, dayToDate } from "@/lib/day";
import { planDueOn, sixMonthLimit } from "@/lib/lifecycle/deadlines";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import type { FindingAct } from "@/lib/store/finding-act";
import { storeFile } from "../../prisma/demo/teller";
import { rows } from "./rows";
import { createOrganisation, START } from "./story";

/** The last day of Stage 2 in these stories; plans are due 30 days later, majors closed 90 days later. */
export const LAST_DAY = day("2027-01-08");
export const PLAN_DUE = day("2027-02-07");
export const CLOSURE_DUE = day("2027-04-08");

export interface Parties {
  client: Record<"manager" | "owner" | "executive" | "admin", Actor>;
  body: Record<"auditor" | "planner" | "decider" | "admin", Actor>;
}

export interface OpenFindings extends Parties {
  projectId: string;
  caseId: string;
  auditId: string;
  /** One finding each, as an act names it. */
  major: FindingAct;
  minor: FindingAct;
  opportunity: FindingAct;
}

/** A client and its certification body, with a person for each role. */
export async function createParties({ connected = true } = {}): Promise<Parties> {
  const client = await createOrganisation("client", "Northwind", ["manager", "owner", "executive"]);
  const body = await createOrganisation("body", "Certwell", ["auditor", "planner", "decider"]);
  if (connected) return { client, body };
  await rows().organisation.update({
    where: { id: body.admin.organisationId },
    data: { connected: false, managedById: client.admin.organisationId },
  });
  return { client, body };
}

/**
 * A project whose Stage 2 is reported, with one major, one minor and one opportunity. The rows are laid down as the
 * steps before would have left them: these tests are about what comes after.
 */
export async function openFindings({ client, body }: Parties): Promise<OpenFindings> {
  const { newId } = await import("@/lib/store/new-id");
  const [projectId, caseId, auditId] = [newId(), newId(), newId()];
  const clientId = client.admin.organisationId;
  const bodyId = body.admin.organisationId;
  const scope = "Hosting of web shops";
  const signedOn = dayToDate(addDays(LAST_DAY, -90));
  await rows().project.create({
    data: {
      ...{
        id: projectId,
        clientId,
        bodyId,
        name: "ISO 27001 at Northwind",
        standardId: "iso-27001-2022",
        scope,
      },
      ...{ personsInScope: 40, timeZone: "Europe/Berlin", state: "engaged", createdAt: START },
      ...{ answerDueOn: signedOn, chosenProposalId: newId() },
    },
  });
  await rows().letter.create({
    data: {
      ...{ projectId, clientId, bodyId, scope, siteIds: [], standardText: "ISO/IEC 27001:2022" },
      ...{ daysText: "8 days", datesText: "January", feesText: "9,000 EUR", confidentiality: "Agreed." },
      ...{ clientSignedOn: signedOn, clientSignedById: client.executive.personId },
      ...{ bodySignedOn: signedOn, bodySignedById: body.planner.personId },
    },
  });
  await rows().certificationCase.create({
    data: { id: caseId, projectId, clientId, bodyId, state: "findings_open", createdAt: START },
  });
  await rows().audit.create({
    data: {
      ...{ id: auditId, caseId, projectId, clientId, bodyId, kind: "stage2", no: 1, state: "reported" },
      ...{ startsOn: dayToDate(addDays(LAST_DAY, -2)), endsOn: dayToDate(LAST_DAY), createdAt: START },
      ...{ recommendation: "certify_after_plan", reportIssuedOn: dayToDate(LAST_DAY) },
    },
  });
  await rows().teamMember.create({
    data: { auditId, caseId, projectId, clientId, bodyId, personId: body.auditor.personId, role: "lead" },
  });
  const raise = async (number: string, grade: "major" | "minor" | "opportunity"): Promise<FindingAct> => {
    const findingId = newId();
    const due = planDueOn(grade, LAST_DAY, defaultPolicy).on;
    await rows().finding.create({
      data: {
        ...{ id: findingId, auditId, caseId, projectId, clientId, bodyId, number, grade },
        ...{ state: grade === "opportunity" ? "recorded" : "open", requirementRef: "A.8.13" },
        ...{ statement: "Backups are not tested.", evidence: "No restore test since March 2026." },
        ...{ draftedById: body.auditor.personId, draftedByOrganisationId: bodyId, createdAt: START },
        ...{
          issuedOn: dayToDate(LAST_DAY),
          issuedById: body.auditor.personId,
          planDueOn: due && dayToDate(due),
        },
        closureDueOn: grade === "major" ? dayToDate(CLOSURE_DUE) : null,
      },
    });
    return { projectId, findingId };
  };
  return {
    ...{ projectId, caseId, auditId, client, body },
    major: await raise("NC-001", "major"),
    minor: await raise("NC-002", "minor"),
    opportunity: await raise("OFI-001", "opportunity"),
  };
}

/** The last day on which the major of these stories may be verified (DEC-6). */
export const SIX_MONTHS: Day = sixMonthLimit(LAST_DAY).on;

/** A plan that nothing stands against, due in time. */
export function completePlan(ownerId: string, dueOn: Day = day("2027-02-20")) {
  return {
    correction: "The last backup was restored on a test server.",
    extent: "All four servers were looked at; two more were not tested.",
    cause: "No one owns the restore test.",
    causeMethod: "free_text" as const,
    effectivenessCheck: "The next two tests take place on their day.",
    actions: [
      { id: null, what: "Test a restore each quarter", ownerId, dueOn, proof: "Protocol of the first test" },
    ],
  };
}

/** A file that the person has uploaded; what stands in it is of no interest here. */
export async function uploadFile(actor: Actor, projectId: string, name = "protocol.pdf"): Promise<string> {
  return await storeFile(actor, projectId, { name, text: `%PDF-1.7 ${name}` }, START);
}

/** The state of a finding and of its case right now. */
export async function readStates({ findingId }: FindingAct) {
  const finding = await rows().finding.findUniqueOrThrow({
    where: { id: findingId },
    include: { certificationCase: { select: { state: true } } },
  });
  const entries = await rows().event.count({ where: { projectId: finding.projectId } });
  return {
    finding: finding.state,
    case: finding.certificationCase.state,
    version: finding.version,
    returnComment: finding.returnComment,
    entries,
  };
}
