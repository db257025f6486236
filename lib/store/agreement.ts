import "server-only";
import type { Actor } from "../actor";
import { dateToDay } from "../day";
import type { ProjectRecord } from "../lifecycle/record";
import type { Side } from "../lifecycle/who";
import { readChoice } from "./choices";
import { db } from "./db";
import { offerOf } from "./proposals";
import { reachProject } from "./reach";

const reviewKinds = ["sourcing.acceptApplication", "sourcing.declineApplication"];
const signatureKinds = {
  client: ["sourcing.signForClient", "sourcing.signAmendmentForClient"],
  body: ["sourcing.signForBody", "sourcing.signAmendmentForBody"],
};

interface Told {
  kind: string;
  organisationName: string;
  data: unknown;
  recordedAct: { standing: string; fileId: string } | null;
}

/** Application, letter with its versions and signatures, and the offer it rests on, of the chosen body. The caller has checked the reach. */
export async function readAgreement(actor: Actor, record: ProjectRecord) {
  const kept = await db(actor).project.findUniqueOrThrow({
    where: { id: record.id },
    select: {
      body: { select: { id: true, name: true, legalName: true, connected: true } },
      client: { select: { name: true, legalName: true } },
      application: true,
      letters: {
        orderBy: { no: "asc" },
        include: { file: { select: { id: true, name: true, sha256: true } } },
      },
      overrideReason: true,
      proposals: { where: { id: record.sourcing.chosenProposalId ?? record.id }, take: 1 },
      events: {
        where: { kind: { in: [...reviewKinds, ...signatureKinds.client, ...signatureKinds.body] } },
        select: { kind: true, organisationName: true, data: true, recordedAct: true },
        orderBy: { no: "asc" },
      },
    },
  });
  const { body, client, application, letters, proposals, events } = kept;
  const named = [...record.siteIds, ...letters.flatMap(({ siteIds }) => siteIds)];
  const sites = await db(actor).site.findMany({
    where: { id: { in: [...new Set(named)] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const versions = letters.map(({ projectId: _, clientId: _client, withdrawnOn, ...letter }) => ({
    ...letter,
    withdrawnOn: withdrawnOn && dateToDay(withdrawnOn),
    clientSignature: signatureOf(events, "client", letter.no, letter.clientSignedOn),
    bodySignature: signatureOf(events, "body", letter.no, letter.bodySignedOn),
  }));
  const letter = versions.findLast((one) => one.no === 1 || isSignedByBoth(one)) ?? null;
  const review =
    application?.outcome === "declined" ? "sourcing.declineApplication" : "sourcing.acceptApplication";
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
      recorded: markOf(events.findLast(({ kind }) => kind === review)),
    },
    /** The letter in force; before both sides have signed the first one, that one. */
    letter,
    /** A later version that waits for signatures. */
    amendment: versions.find((one) => one.no > 1 && !isSignedByBoth(one) && one.withdrawnOn === null) ?? null,
    versions,
  };
}

interface Signed {
  clientSignature: unknown;
  bodySignature: unknown;
}

/** Whether a version binds: both sides have signed it. */
export function isSignedByBoth({ clientSignature, bodySignature }: Signed): boolean {
  return clientSignature !== null && bodySignature !== null;
}

/** A version of the letter as pages show it. */
export type Letter = Awaited<ReturnType<typeof readAgreement>>["versions"][number];

/** Who signed a version for a side and when; the name stands in the trail. The first version's entries name no number. */
function signatureOf(events: readonly Told[], side: Side, no: number, on: Date | null) {
  if (on === null) return null;
  const event = events.findLast(({ kind, data }) => {
    const told = (data as { no?: number }).no ?? 1;
    return signatureKinds[side].includes(kind) && told === no;
  });
  const signatory = (event?.data as { signatory?: string } | undefined)?.signatory ?? "";
  const proof = event?.recordedAct?.fileId ?? null;
  return { on: dateToDay(on), signatory, recorded: markOf(event), proof };
}

function markOf(event: Told | undefined) {
  if (!event?.recordedAct) return null;
  return { by: event.organisationName, ...standingOf(event.recordedAct) };
}

function standingOf({ standing }: { standing: string }) {
  return { standing: standing as "recorded" | "confirmed" | "corrected" };
}

export type Agreement = Awaited<ReturnType<typeof readAgreement>>;

/** The engagement as its page shows it, for the client and for the engaged body. */
export async function readEngagement(actor: Actor, projectId: string) {
  const project = await reachProject(actor, projectId);
  const agreement = await readAgreement(actor, project.record);
  const choice = await readChoice(actor, project.record.id);
  return { ...project, agreement, choice, overrideReason: choice && agreement.overrideReason };
}
