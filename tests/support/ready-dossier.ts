import { day as dayOf, dayToDate } from "@/lib/day";
import { newId } from "@/lib/store/new-id";
import { rows } from "./rows";
import { layRunningStage2, type RunningStage2, STAGE_2_ENDS } from "./running-stage2";
import { at, submission } from "./story";

const on = (text: string) => dayToDate(dayOf(text));

/** The day on which the dossiers of these stories are decided. */
export const DECISION_DAY = dayOf("2027-04-05");
export const onDecisionDay = () => submission(at(DECISION_DAY));

/** A project whose file is complete: Stage 2 reported without open points, reviews held, accreditation on record. */
export async function layReadyDossier({
  name = "",
  ...stage2
}: { name?: string } & Parameters<typeof layRunningStage2>[0] = {}): Promise<RunningStage2> {
  const scene = await layRunningStage2(stage2);
  const { caseId, stage2Id, client, body } = scene;
  const clientId = client.admin.organisationId;
  const bodyId = body.admin.organisationId;
  if (name) await rows().organisation.update({ where: { id: clientId }, data: { legalName: name } });
  await rows().audit.update({
    where: { id: stage2Id },
    data: { state: "reported", recommendation: "certify", reportIssuedOn: dayToDate(STAGE_2_ENDS) },
  });
  await rows().systemRecord.createMany({
    data: (["internal_audit", "management_review"] as const).map((kind) => ({
      ...{ id: newId(), caseId, clientId, bodyId, kind, heldOn: on("2027-01-20") },
      ...{ coversScope: true, who: "Ana Ruiz" },
    })),
  });
  await rows().accreditation.create({
    data: {
      ...{ id: newId(), organisationId: bodyId, accreditationBody: "National Accreditation Board" },
      ...{
        scheme: "ISO/IEC 27001",
        number: "NAB-021",
        validFrom: on("2024-01-01"),
        validTo: on("2028-12-31"),
      },
      recognition: "Global ACI",
    },
  });
  await rows().certificationCase.update({ where: { id: caseId }, data: { state: "review_pending" } });
  return scene;
}

/** A finding of the Stage 2 audit, in the state the test needs. */
export async function layFinding(
  { projectId, caseId, stage2Id, client, body }: RunningStage2,
  grade: "major" | "minor",
  state: string,
): Promise<void> {
  await rows().finding.create({
    data: {
      ...{ id: newId(), projectId, caseId, auditId: stage2Id, grade, state, number: `NC-${grade}` },
      ...{ clientId: client.admin.organisationId, bodyId: body.admin.organisationId },
      ...{ requirementRef: "A.8.13", statement: "Backups are not tested.", evidence: "No test since March." },
      ...{ draftedById: body.auditor.personId, draftedByOrganisationId: body.admin.organisationId },
      ...{ createdAt: at("2027-03-12"), issuedOn: on("2027-03-12"), issuedById: body.auditor.personId },
      planDueOn: on("2027-04-11"),
    },
  });
}

/** Switches the body's optional forwarding to the accreditation body on. */
export async function switchForwardingOn({ body }: RunningStage2): Promise<void> {
  const organisationId = body.admin.organisationId;
  await rows().bodyPolicy.create({ data: { organisationId, settings: { forwarding: true } } });
}
