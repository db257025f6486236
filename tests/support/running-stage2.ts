import type { Actor } from "@/lib/actor";
import { type Day, day, dayToDate } from "@/lib/day";
import { readinessItems } from "@/lib/standards/readiness";
import { newId } from "@/lib/store/new-id";
import { rows } from "./rows";
import { addPerson, at, createOrganisation, submission } from "./story";

/** The days of the laid project: Stage 2 runs from 8 to 12 March 2027. */
export const STAGE_2_ENDS = day("2027-03-12");
export const DURING_STAGE_2 = at("2027-03-09");
export const AFTER_STAGE_2 = at("2027-03-15");

const SITE = "Head office";
const on = (text: string) => dayToDate(day(text) as Day);

/** A submission on a day while Stage 2 runs. */
export const duringStage2 = () => submission(DURING_STAGE_2);

export interface RunningStage2 {
  client: Record<"admin" | "manager" | "executive" | "owner", Actor>;
  body: Record<"admin" | "planner" | "auditor" | "decider" | "quality", Actor>;
  /** A second auditor of the team. */
  second: Actor;
  projectId: string;
  caseId: string;
  stage1Id: string;
  stage2Id: string;
  siteId: string;
}

/**
 * A signed project whose Stage 1 is concluded and whose Stage 2 runs, laid straight into the database: tests of findings
 * and reports start here without walking the whole way. `body.auditor` leads; `connected: false` makes it one-sided.
 */
export async function layRunningStage2({
  connected = true,
  parties: known,
}: {
  connected?: boolean;
  /** The client and, for one more project between the same two, the body of an earlier project. */
  parties?: Pick<RunningStage2, "client"> & Partial<Pick<RunningStage2, "body">>;
} = {}): Promise<RunningStage2> {
  const client =
    known?.client ?? (await createOrganisation("client", "Northwind", ["manager", "executive", "owner"]));
  const body =
    known?.body ??
    (await createOrganisation("body", "Alder Cert", ["planner", "auditor", "decider", "quality"]));
  const second = await addPerson(body.admin, "Rosa Lind", ["auditor"]);
  const ids = { projectId: newId(), caseId: newId(), stage1Id: newId(), stage2Id: newId(), siteId: newId() };
  const clientId = client.admin.organisationId;
  const bodyId = body.admin.organisationId;
  const proposalId = newId();
  const parties = { clientId, bodyId };
  const own = { projectId: ids.projectId, ...parties };
  await rows().organisation.update({
    where: { id: bodyId },
    data: { connected, managedById: connected ? null : clientId },
  });
  await rows().site.create({
    data: {
      id: ids.siteId,
      organisationId: clientId,
      name: SITE,
      address: "1 Quay Street, Bremen",
      activity: "Development",
      persons: 85,
    },
  });
  await rows().project.create({
    data: {
      id: ids.projectId,
      ...parties,
      name: "ISO 27001 certification",
      standardId: "iso-27001-2022",
      scope: "Development and operation of the booking platform",
      personsInScope: 85,
      timeZone: "Europe/Berlin",
      state: "engaged",
      answerDueOn: on("2027-01-20"),
      chosenProposalId: proposalId,
      createdAt: at("2027-01-11"),
    },
  });
  await rows().projectSite.create({ data: { projectId: ids.projectId, clientId, siteId: ids.siteId } });
  await rows().proposal.create({
    data: {
      ...own,
      id: proposalId,
      stage1Centidays: 200,
      stage2Centidays: 500,
      enteredById: body.planner.personId,
      enteredByOrganisationId: bodyId,
      receivedOn: on("2027-01-15"),
    },
  });
  await rows().letter.create({
    data: {
      ...own,
      scope: "Development and operation of the booking platform",
      siteIds: [ids.siteId],
      standardText: "ISO/IEC 27001:2022",
      daysText: "7",
      datesText: "As agreed",
      feesText: "As offered",
      confidentiality: "Both sides keep what they learn to themselves",
      clientSignedOn: on("2027-01-25"),
      clientSignedById: client.executive.personId,
      bodySignedOn: on("2027-01-26"),
      bodySignedById: body.planner.personId,
    },
  });
  await rows().certificationCase.create({
    data: {
      id: ids.caseId,
      ...own,
      state: "stage2_running",
      soaVersion: "3.1",
      soaApprovedOn: on("2027-01-28"),
      createdAt: at("2027-01-26"),
    },
  });
  await layAudits(ids, parties, [body.auditor, second]);
  return { client, body, second, ...ids };
}

async function layAudits(
  { projectId, caseId, stage1Id, stage2Id, siteId }: Record<string, string> & Record<"stage1Id", string>,
  parties: { clientId: string; bodyId: string },
  [lead, second]: [Actor, Actor],
): Promise<void> {
  const own = { projectId: projectId ?? "", caseId: caseId ?? "", ...parties };
  await rows().audit.create({
    data: {
      ...own,
      id: stage1Id,
      kind: "stage1",
      no: 1,
      state: "concluded",
      startsOn: on("2027-02-08"),
      endsOn: on("2027-02-09"),
      conclusion: "ready",
      reportIssuedOn: on("2027-02-11"),
      createdAt: at("2027-01-27"),
    },
  });
  await rows().audit.create({
    data: {
      ...own,
      id: stage2Id ?? "",
      kind: "stage2",
      no: 1,
      state: "running",
      startsOn: on("2027-03-08"),
      endsOn: dayToDate(STAGE_2_ENDS),
      objectives: "Whether the management system conforms and works",
      requiredCentidays: 500,
      plannedCentidays: 500,
      planSentOn: on("2027-02-15"),
      planConfirmedOn: on("2027-02-18"),
      openingHeldOn: on("2027-03-08"),
      openingAttendance: "Paul Adler, Ana Ruiz",
      createdAt: at("2027-02-10"),
    },
  });
  for (const auditId of [stage1Id, stage2Id ?? ""]) {
    await rows().teamMember.createMany({
      data: [
        { ...own, auditId, personId: lead.personId, role: "lead" },
        { ...own, auditId, personId: second.personId, role: "auditor" },
      ],
    });
  }
  await rows().readinessItem.createMany({
    data: readinessItems("iso-27001-2022").map(({ key }) => ({
      ...own,
      auditId: stage1Id,
      key,
      verdict: "seen",
    })),
  });
  await rows().planSession.create({
    data: {
      ...own,
      id: newId(),
      auditId: stage2Id ?? "",
      heldOn: on("2027-03-08"),
      startsAt: "09:00",
      endsAt: "10:00",
      topic: "Leadership",
      siteId,
    },
  });
}
