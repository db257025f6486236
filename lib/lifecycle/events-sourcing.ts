import { countOf, onDay, type Reasoned, told } from "./event-text";

type Body = {
  body: string;
};

type Version = { no: number };

/** What happened on the way to a signed engagement letter. */
export const sourcingEvents = {
  "sourcing.issueRfp": told<{ count: number; dueOn: string }>(
    "Request issued",
    ({ count, dueOn }) =>
      `issued a request for proposals to ${countOf(count, "body", "bodies")}, answers due by ${onDay(dueOn)}`,
  ),
  "sourcing.receiveProposal": told<Body>(
    "Proposal received",
    ({ body }) => `entered the proposal of ${body}`,
  ),
  "sourcing.declineToPropose": told<Body & Reasoned>(
    "Proposal declined",
    ({ body, reason }) => `declined to propose for ${body}: ${reason}`,
  ),
  "sourcing.evaluate": told("Comparison started", "started to compare the proposals"),
  // Entries from before people and conflicts were asked for say nothing of them.
  "sourcing.recommendCb": told<Body & Reasoned & { involved?: string; conflicts?: string; work?: string }>(
    "Body recommended",
    ({ body, reason, involved, conflicts, work }) =>
      [
        `recommended ${body}: ${reason.replace(/\.$/, "")}`,
        involved && `Took part: ${involved}`,
        conflicts && `Conflicts of interest: ${conflicts}`,
        work && `Work of the body on the system: ${work}`,
      ]
        .filter(Boolean)
        .join(". "),
  ),
  "sourcing.selectCb": told<Body>("Body chosen", ({ body }) => `confirmed ${body} as certification body`),
  "sourcing.returnRecommendation": told<Body & Reasoned>(
    "Recommendation returned",
    ({ body, reason }) => `returned the recommendation of ${body}: ${reason}`,
  ),
  "sourcing.sendApplication": told<{ signatory: string }>(
    "Application sent",
    ({ signatory }) => `sent the application, signed by ${signatory}`,
  ),
  "sourcing.acceptApplication": told("Application accepted", "accepted the application"),
  "sourcing.declineApplication": told<Reasoned>(
    "Application declined",
    ({ reason }) => `declined the application: ${reason}`,
  ),
  "sourcing.draftLetter": told("Letter drafted", "drafted the engagement letter"),
  "sourcing.signForClient": told<{ signatory: string }>(
    "Letter signed",
    ({ signatory }) => `signed the engagement letter for the client (${signatory})`,
  ),
  "sourcing.signForBody": told<{ signatory: string }>(
    "Letter signed",
    ({ signatory }) => `signed the engagement letter for the certification body (${signatory})`,
  ),
  "sourcing.amendLetter": told<Version & Reasoned>(
    "Amendment drafted",
    ({ no, reason }) => `drafted version ${no} of the engagement letter: ${reason}`,
  ),
  "sourcing.signAmendmentForClient": told<Version & { signatory: string }>(
    "Amendment signed",
    ({ no, signatory }) => `signed version ${no} of the engagement letter for the client (${signatory})`,
  ),
  "sourcing.signAmendmentForBody": told<Version & { signatory: string }>(
    "Amendment signed",
    ({ no, signatory }) =>
      `signed version ${no} of the engagement letter for the certification body (${signatory})`,
  ),
  "sourcing.withdrawAmendment": told<Version & Reasoned>(
    "Amendment withdrawn",
    ({ no, reason }) => `withdrew version ${no} of the engagement letter: ${reason}`,
  ),
  "sourcing.terminateEngagement": told<Reasoned>(
    "Engagement ended",
    ({ reason }) => `ended the engagement: ${reason}`,
  ),
};
