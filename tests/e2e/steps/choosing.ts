import type { Page } from "playwright-core";
import { act, refused } from "./form";
import { changesNothing, type Story } from "./journey";

/** The compliance manager starts the project and asks three bodies for proposals. */
export async function startAndAsk(story: Story): Promise<void> {
  const ana = await story.open("ana", "/projects/new");
  await act(ana, "Start project", {
    "Name of the project": "Payments ISMS",
    Scope: "Development and operation of the payment service and its customer support",
    "Persons in scope": "85",
    "Target day for the certificate": "2027-12-15",
  });
  await ana.waitForURL(/\/projects\/[0-9a-f-]{36}/);
  story.projectId = /projects\/([0-9a-f-]{36})/.exec(ana.url())?.[1] ?? "";
  await story.open("ana", "{p}/selection");
  await changesNothing(story, () =>
    refused(
      ana,
      "Issue request for proposals",
      { [story.body.name]: true, "Answers due by": "2027-02-01" },
      { says: /on or after 9 Feb 2027/, clause: "Rule SRC-1", confirm: "Issue request for proposals" },
    ),
  );
  await act(
    ana,
    "Issue request for proposals",
    { "Meridian Certification": true, "Aurora Cert": true, "Answers due by": "2027-02-16" },
    { confirm: "Issue request for proposals" },
  );
}

const offer = {
  "Stage 1": "3",
  "Stage 2": "8",
  "Surveillance 1": "3.5",
  "Surveillance 2": "3.5",
  Recertification: "7.5",
  Currency: "EUR",
  "Day rate": "1420",
  "Offer valid until": "2027-06-30",
};

/** The body on CertTrail answers online; the other offer is entered by hand with its document. */
export async function answer(story: Story): Promise<void> {
  // The body on CertTrail answers for itself in either story.
  const tomas = await story.as("tomas");
  await tomas.goto(`/meridian-certification/requests/${story.projectId}`);
  await act(tomas, "Send proposal", offer);
  const { projectId } = story;
  const [aurora] = await story.site.query<{ id: string }>(
    `SELECT o.id FROM organisation o JOIN body_request r ON r.body_id = o.id WHERE r.project_id = $1 AND o.name = 'Aurora Cert'`,
    projectId,
  );
  const ana = await story.open("ana", `{p}/selection/proposals/${aurora?.id}`);
  await act(ana, "Save proposal", {
    ...offer,
    "Stage 2": "6",
    "Day rate": "1310",
    "Document of the offer": { file: "aurora-offer.txt" },
  });
}

/** Two offers need a reason to be compared; the manager recommends with a reason, the executive confirms. */
export async function choose(story: Story): Promise<void> {
  const ana = await story.open("ana", "{p}/selection");
  await changesNothing(story, () =>
    refused(ana, "Go on with a reason", {}, { says: /2 valid proposals/, clause: "Rule SRC-2" }),
  );
  await act(ana, "Go on with a reason", {
    "Why do you go on?": "The third body declined on the phone; two offers can be compared.",
  });
  await openCheck(story, ana, story.body.name);
  const button = `Recommend ${story.body.name}`;
  await changesNothing(story, () =>
    refused(
      ana,
      button,
      { "Why this body?": "Cheaper.", Nothing: true },
      { says: /30 characters/, clause: "Rule SRC-" },
    ),
  );
  await act(ana, button, { ...noInterests, "Viktor Lang": true });
  await confirm(story);
}

/** What a choice says where nobody has a conflict of interest and the body did no earlier work. */
export const noInterests = {
  "Why this body?": "Offers the days that the table expects and knows payment services.",
  Nothing: true,
} as const;

/** From the comparison to the check page of one body. */
export async function openCheck(story: Story, page: Page, body: string): Promise<void> {
  await story.open("ana", "{p}/selection/compare");
  await page.getByRole("link", { name: `Choose ${body}`, exact: true }).click();
  await page.getByRole("heading", { name: `Check your choice of ${body}` }).waitFor();
}

/** The executive opens the recommendation from the selection and confirms it. */
export async function confirm(story: Story): Promise<void> {
  const viktor = await story.open("viktor", "{p}/selection");
  await viktor.getByRole("link", { name: "Check and confirm" }).click();
  await viktor.getByRole("heading", { name: `Check the choice of ${story.body.name}` }).waitFor();
  await act(viktor, `Confirm ${story.body.name}`);
}

/** Where application and letter stand for the body: its own page, or the client's, which records for it. */
const engagementOf = ({ body, projectId }: Story) =>
  body.isConnected ? `/requests/${projectId}` : "{p}/engagement";

/** The client applies, the body reviews and accepts (APP-1…5). */
export async function apply(story: Story): Promise<void> {
  const ana = await story.open("ana", "{p}/engagement");
  await act(ana, "Send application", {
    "Signed by": "Viktor Lang, Managing director",
    "Consultancy for the management system": "None",
  });
  const tomas = await story.open("tomas", engagementOf(story));
  await act(tomas, "Accept application", {
    "Competence that is needed": "Lead auditor for ISMS with payment services; decider qualified for ISMS.",
  });
}

/** Both sides sign the engagement letter; before that no audit can be planned (invariant 13). */
export async function sign(story: Story): Promise<void> {
  const ana = await story.open("ana", "{p}/audits");
  await ana.getByText(/once both sides have signed the engagement letter/).waitFor();
  const tomas = await story.open("tomas", engagementOf(story));
  await act(tomas, "Draft engagement letter");
  const viktor = await story.open("viktor", "{p}/engagement");
  const signing = { confirm: "Sign engagement letter" };
  await act(viktor, "Sign for Northwind", { "Your function": "Managing director" }, signing);
  await story.open("tomas", engagementOf(story));
  const { name, isConnected } = story.body;
  if (isConnected)
    return await act(tomas, `Sign for ${name}`, { "Your function": "Programme planner" }, signing);
  await act(tomas, "Record the body's signature", { Function: "Programme planner" }, signing);
}
