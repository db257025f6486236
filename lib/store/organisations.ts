import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { Changed, NotThere } from "../outcome";
import type { Submission } from "./act";
import { db, type Tx } from "./db";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { withTx } from "./tx";

export interface ProfileInput {
  version?: number;
  legalName: string;
  country: string | null;
  timeZone: string;
  languages: string[];
  /** Of a body: the sectors it audits in. Left as they are where they are not named. */
  sectors?: string[];
}

const profileNames = {
  legalName: "the legal name",
  country: "the country",
  timeZone: "the time zone",
  languages: "the languages",
  sectors: "the sectors",
};

/** Changes the profile of the actor's own organisation (RFP fields, domain.md 5.3). */
export async function editProfile(
  actor: Actor,
  { version, ...profile }: ProfileInput,
  submission: Submission,
): Promise<null> {
  permit(actor, "organisation.edit");
  return await withTx(actor, submission, async (tx) => {
    const before = await tx.organisation.findUniqueOrThrow({ where: { id: actor.organisationId } });
    await raiseOrganisation(tx, actor.organisationId, version ?? before.version, profile);
    const changed = Object.entries(profileNames)
      .filter(([key]) => {
        const told = profile[key as keyof typeof profile];
        return told !== undefined && String(before[key as keyof typeof profile]) !== String(told);
      })
      .map(([, name]) => name);
    const fields = changed.join(", ") || "nothing";
    await tellOrganisation(tx, actor, "organisation.edit", actor.organisationId, { fields }, submission.now);
    return null;
  });
}

/**
 * Raises the organisation's version with its change; throws Changed when somebody was faster. Without a version, what
 * others wrote meanwhile is no conflict (one more site, one more accreditation): their act only goes first.
 */
export async function raiseOrganisation(
  tx: Tx,
  id: string,
  version?: number,
  change: Partial<Omit<ProfileInput, "version">> & { name?: string } = {},
): Promise<void> {
  const { count } = await tx.organisation.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  });
  if (count !== 1) throw version === undefined ? new NotThere() : new Changed();
}

/** The actor's own organisation with its sites, for everybody who can read its projects. */
export async function readProfile(actor: Actor) {
  if (!may(actor, "project.read")) throw new NotThere();
  const found = await db(actor).organisation.findUnique({
    where: { id: actor.organisationId },
    select: {
      id: true,
      name: true,
      legalName: true,
      country: true,
      timeZone: true,
      languages: true,
      sectors: true,
      version: true,
      sites: { orderBy: [{ retired: "asc" }, { name: "asc" }, { id: "asc" }] },
    },
  });
  if (!found) throw new NotThere();
  const { sites, ...organisation } = found;
  const active = sites.filter(({ retired }) => !retired);
  return {
    organisation,
    sites: active,
    retired: sites.filter(({ retired }) => retired),
    /** Persons under the organisation's control, contractors included (IT-1). */
    persons: active.reduce((sum, { persons }) => sum + persons, 0),
  };
}
