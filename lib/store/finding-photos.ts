import "server-only";
import type { Actor } from "../actor";
import { Changed, NotThere, Rejected } from "../outcome";
import { actOnProject, type Submission } from "./act";
import { db } from "./db";
import { findingFacts, findingSubject, ownDraft } from "./finding-act";
import { allow, move } from "./move";
import { knownId, reachProject } from "./reach";

/** The most photos of one finding. */
export const MAX_PHOTOS = 10;

/** A photo of a finding, as pages and downloads list it. */
export interface FindingPhoto {
  fileId: string;
  name: string;
  by: string;
  /** ISO instant. */
  at: string;
}

export interface PhotoPlace {
  projectId: string;
  findingId: string;
  photoId: string;
}

/**
 * Whether a photo that a device sends is there already. Throws NotThere for a finding that is no draft of the actor's
 * organisation in reach: asked before a byte is read.
 */
export async function hasPhoto(
  actor: Actor,
  { projectId, findingId, photoId }: PhotoPlace,
): Promise<boolean> {
  const { record } = await reachProject(actor, projectId);
  const draft = { id: knownId(findingId), projectId: record.id };
  const finding = await db(actor).finding.findFirst({
    where: { ...draft, draftedByOrganisationId: actor.organisationId },
    select: { photos: { where: { id: knownId(photoId) }, select: { id: true } } },
  });
  if (!finding) throw new NotThere();
  return finding.photos.length > 0;
}

/**
 * Adds a kept file as a photo to a draft finding, under the id that its device gave it: what comes again is there once.
 * Throws Changed for a finding that was issued meanwhile, Rejected past MAX_PHOTOS.
 */
export async function addPhoto(
  actor: Actor,
  { projectId, findingId, photoId, fileId }: PhotoPlace & { fileId: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const finding = await ownDraft(act, findingId);
    if (finding.number !== null) throw new Changed(`This draft was issued as ${finding.number} meanwhile.`);
    const allowed = allow("nonconformity", "editDraft", finding.state, findingFacts(act, finding), {});
    const { record } = act.project;
    const keys = { findingId: finding.id, projectId: record.id, clientId: record.clientId };
    const there = await act.tx.findingPhoto.count({ where: { findingId: finding.id } });
    if (there >= MAX_PHOTOS) throw new Rejected({ photo: `Add ${MAX_PHOTOS} photos or fewer to a finding.` });
    const { count } = await act.tx.findingPhoto.createMany({
      skipDuplicates: true,
      data: {
        ...keys,
        id: knownId(photoId),
        bodyId: record.bodyId ?? "",
        fileId: knownId(fileId),
        addedById: act.moment.personId,
        addedAt: submission.now,
      },
    });
    if (count === 1) await move(act, findingSubject(finding), allowed, {}, {}, { audience: "own" });
    return null;
  });
}
