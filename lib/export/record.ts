import "server-only";
import type { Actor } from "../actor";
import { findStandard } from "../standards/editions";
import { readCertificate } from "../store/certificates";
import { readDossier } from "../store/dossiers";
import { readJourney } from "../store/journey";
import { readProfile } from "../store/organisations";
import { listRecordedActs } from "../store/recorded-acts";
import { composeAudits } from "./audits";
import { composeChoice, composeEngagement, composePreparation, composeScope } from "./before-the-audit";
import { composeFindings } from "./findings";
import { composeTrail } from "./trail";

/** Raised when a member of the record goes or means something else; docs/export.md says what each one is. */
export const RECORD_VERSION = 1;

/**
 * Everything the actor's side may see of a project, read through the readers of its pages: what a page hides is not in
 * it. Throws NotThere for somebody else's project.
 */
export async function composeRecord(actor: Actor, projectId: string, now: Date) {
  const project = await readJourney(actor, projectId);
  return {
    certtrail: "project export",
    version: RECORD_VERSION,
    madeFor: actor.organisationName,
    madeForSide: actor.side,
    madeBy: actor.personName,
    madeAt: now,
    project: projectOf(project),
    ownProfile: await composeProfile(actor),
    scopeProfile: await composeScope(actor, projectId),
    choice: await composeChoice(actor, projectId, now),
    engagement: await composeEngagement(actor, projectId),
    preparation: await composePreparation(actor, projectId),
    audits: await composeAudits(actor, project.record),
    findings: await composeFindings(actor, project),
    decisions: await composeDecisions(actor, projectId),
    certificates: await composeCertificates(actor, projectId),
    recordedActs: (await listRecordedActs(actor, projectId)).map(({ scan, ...act }) => act),
    trail: await composeTrail(actor, projectId),
  };
}

export type ExportedRecord = Awaited<ReturnType<typeof composeRecord>>;

function projectOf(view: Awaited<ReturnType<typeof readJourney>>) {
  const { record, id, name, demo, clientName, bodyName, bodyConnected, siteNames } = view;
  const { standardId, scope, personsInScope, targetOn, timeZone, sourcing, certificationCase } = record;
  return {
    ...{ id, name, demo, standardId, standard: findStandard(standardId)?.name ?? standardId },
    ...{ client: clientName, body: bodyName, bodyConnected, scope, sites: siteNames, personsInScope },
    ...{ targetOn, timeZone, choiceState: sourcing.state, caseState: certificationCase?.state ?? null },
  };
}

async function composeProfile(actor: Actor) {
  const { organisation, sites } = await readProfile(actor);
  const { version, ...profile } = organisation;
  return {
    ...profile,
    sites: sites.map(({ id, name, address, activity, persons }) => ({
      id,
      name,
      address,
      activity,
      persons,
    })),
  };
}

/** The decisions that were taken (DEC-3, DEC-5); how one is being prepared stays with the body. */
async function composeDecisions(actor: Actor, projectId: string) {
  const { decisions } = await readDossier(actor, projectId);
  return decisions.map(({ kept, recorded, ...decision }) => ({
    ...decision,
    dossier: kept.dossier,
    dossierSha256: kept.sha256,
    recordedBy: recorded?.by ?? null,
  }));
}

async function composeCertificates(actor: Actor, projectId: string) {
  const view = await readCertificate(actor, projectId);
  return view.certificate ? [view.certificate, ...view.earlier] : [];
}
