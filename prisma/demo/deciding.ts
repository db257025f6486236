import type { Actor } from "../../lib/actor";
import { issueCertificate } from "../../lib/store/certificates";
import { grantCertification } from "../../lib/store/decisions";
import type { Stage } from "./auditing";

/** The decider grants, and the body issues the certificate a day later. */
export async function certify({ teller, plan, projectId }: Stage, decider: Actor, on: number): Promise<void> {
  const grounds =
    "The file is complete. Both majors are verified, the plans for the minors are accepted, and the team recommends certification.";
  await grantCertification(decider, { projectId, grounds, conditions: null }, teller.on(on));
  const dates = { effectiveFrom: null, expiresOn: null, number: null };
  await issueCertificate(plan.planner, { projectId, ...dates }, teller.on(on + 1));
}
