import "server-only";
import type { Actor } from "../actor";
import { dateToDay } from "../day";
import type { ProjectRecord } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { readChoice } from "./choices";
import { db } from "./db";
import { offerOf } from "./proposals";
import { findProject } from "./reach";

const reviewKinds = ["sourcing.acceptApplication", "sourcing.declineApplication"];
const signatureKinds = ["sourcing.signForClient", "sourcing.signForBody"];

/** Application, letter, signatures and the offer they rest on, of the chosen body. The caller has checked the reach. */
export async function readAgreement(actor: Actor, record: ProjectRecord) {
  const kept = await db(actor).project.findUniqueOrThrow({
    where: { id: record.id },
    select: {
      body: { select: { id: true, name: true, legalName: true, connected: true } },
      client: { select: { name: true, legalName: true } },
      application: true,
      letter: true,
      overrideReason: true,
      proposals: { where: { id: record.sourcing.chosenProposalId ?? record.id }, take: 1 },
      events: {
        where: { kind: { in: [...reviewKinds, ...signatureKinds] } },
        select: { kind: true, organisationName: true, data: true, recordedAct: true },
        orderBy: { no: "asc" },
      },
    },
  });
  const { body, client, application, letter, proposals, events } = kept;
  const sites = await db(actor).site.findMany({
    where: { id: { in: [...new Set([...record.siteIds, ...(letter?.siteIds ?? [])])] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const told = (kind: string) => events.findLast((event) => event.kind === kind);
  const mark = (kind: string) => {
    const event = told(kind);
    if (!event?.recordedAct) return null;
    return { by: event.organisationName, ...standingOf(event.recordedAct) };
  };
  const signature = (kind: string, on: Date | null) => {
    const signatory = (told(kind)?.data as { signatory?: string } | undefined)?.signatory;
    return on === null ? null : { on: dateToDay(on), signatory: signatory ?? "", recorded: mark(kind) };
  };
  return {
    body,
    client,
    overrideReason: actor.side === "client" ? kept.overrideReason : null,
    sites,
    proposal: proposals[0] ? offerOf(proposals[0]) : null,
    application: application && {
      ...application,
      sentOn: dateToDay(application.sentOn),
      consultancyEndedOn: application.consultancyEndedOn && dateToDay(application.consultancyEndedOn),
      reviewedOn: application.reviewedOn && dateToDay(application.reviewedOn),
      recorded: mark(
        application.outcome === "declined" ? "sourcing.declineApplication" : "sourcing.acceptApplication",
      ),
    },
    letter: letter && {
      ...letter,
      clientSignature: signature("sourcing.signForClient", letter.clientSignedOn),
      bodySignature: signature("sourcing.signForBody", letter.bodySignedOn),
    },
  };
}

function standingOf({ standing }: { standing: string }) {
  return { standing: standing as "recorded" | "confirmed" | "corrected" };
}

export type Agreement = Awaited<ReturnType<typeof readAgreement>>;

/** The engagement as its page shows it, for the client and for the engaged body. */
export async function readEngagement(actor: Actor, projectId: string) {
  const project = await findProject(db(actor), actor, projectId);
  if (actor.side === "body" && project.record.bodyId !== actor.organisationId) throw new NotThere();
  const agreement = await readAgreement(actor, project.record);
  const choice = await readChoice(actor, project.record.id);
  return { ...project, agreement, choice, overrideReason: choice && agreement.overrideReason };
}
