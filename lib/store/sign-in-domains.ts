import "server-only";
import type { Actor } from "../actor";
import { checkProof, type LookUpText, lookUpText, proofRecord, readDomain } from "../oidc/domain-proof";
import { NotThere, Rejected } from "../outcome";
import { db, FRONT_DOOR } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { knownId } from "./reach";
import { type ActRequest, withTx } from "./tx";

/** So many domains can be named for one organisation. */
export const MAX_DOMAINS = 20;

const TAKEN = "Another organisation here has verified this domain. Ask whoever runs this installation.";

/** Names a domain of the organisation. It counts for nothing until it is verified. */
export async function addDomain(actor: Actor, input: { domain: string }, request: ActRequest): Promise<null> {
  permit(actor, "provider.manage");
  const { organisationId } = actor;
  const domain = readDomain(input.domain);
  if (!domain) throw new Rejected({ domain: "Enter a domain, such as example.com" });
  return await withTx(actor, request, async (tx) => {
    const known = await tx.signInDomain.findMany({ where: { organisationId }, select: { domain: true } });
    if (known.some((one) => one.domain === domain))
      throw new Rejected({ domain: "This domain is in the list." });
    if (known.length >= MAX_DOMAINS) {
      throw new Rejected({ domain: `There are ${MAX_DOMAINS} domains. Remove one first.` });
    }
    const id = newId();
    await tx.signInDomain.create({ data: { id, organisationId, domain, createdAt: request.now } });
    await tellOrganisation(tx, actor, "provider.addDomain", id, { domain }, request.now);
    return null;
  });
}

/** Asks the DNS whether the organisation holds the domain, and keeps a yes. Throws Rejected with what to do for a no. */
export async function verifyDomain(
  actor: Actor,
  input: { domainId: string },
  request: ActRequest,
  lookUp: LookUpText = lookUpText,
): Promise<null> {
  permit(actor, "provider.manage");
  const { organisationId } = actor;
  const id = knownId(input.domainId);
  const found = await db(actor).signInDomain.findFirst({ where: { id, organisationId } });
  if (!found) throw new NotThere();
  const { domain } = found;
  const record = proofRecord(organisationId, domain);
  const answer = await checkProof(record, lookUp);
  if (answer === "unknown") {
    throw new Rejected({ domain: "The DNS gave no answer. Try again in a few minutes." });
  }
  if (answer === "missing") {
    throw new Rejected({
      domain: `The DNS does not show this record at ${record.name} yet. A new record can take an hour; then check again.`,
    });
  }
  // Told only to who holds the domain, as the DNS just said.
  const other = await db(FRONT_DOOR).signInDomain.findFirst({
    where: { domain, verifiedAt: { not: null }, organisationId: { not: organisationId } },
  });
  if (other) throw new Rejected({ domain: TAKEN });
  return await withTx(actor, request, async (tx) => {
    const { count } = await tx.signInDomain.updateMany({
      where: { id, organisationId, verifiedAt: null },
      data: { verifiedAt: request.now },
    });
    if (count === 1) await tellOrganisation(tx, actor, "provider.verifyDomain", id, { domain }, request.now);
    return null;
  });
}

/** Takes a domain away: its addresses lead to the provider no more. */
export async function removeDomain(
  actor: Actor,
  input: { domainId: string },
  request: ActRequest,
): Promise<null> {
  permit(actor, "provider.manage");
  const where = { id: knownId(input.domainId), organisationId: actor.organisationId };
  return await withTx(actor, request, async (tx) => {
    const found = await tx.signInDomain.findFirst({ where });
    if (!found) throw new NotThere();
    await tx.signInDomain.delete({ where: { id: found.id } });
    await tellOrganisation(
      tx,
      actor,
      "provider.removeDomain",
      found.id,
      { domain: found.domain },
      request.now,
    );
    return null;
  });
}
