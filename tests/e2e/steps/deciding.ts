import { expect } from "vitest";
import { act, cannotYet, refused } from "./form";
import { changesNothing, type Story } from "./journey";

/** The lead cannot decide; the decider grants on the complete file. */
export async function decide(story: Story): Promise<void> {
  const { isConnected } = story.body;
  const grant = isConnected ? "Grant certification" : "Record grant";
  const grounds = {
    "What does the decision rest on?": "Complete file; both majors verified; plans of the minors accepted.",
  };
  const clause = "ISO/IEC 17021-1 9.5";
  const lena = await story.open("lena", "{p}/decision");
  await changesNothing(story, () =>
    isConnected
      ? cannotYet(lena, grant, { says: /decider/i, clause })
      : refused(lena, grant, grounds, { says: /audit/i, clause, confirm: grant }),
  );
  const ruth = await story.open("ruth", "{p}/decision");
  await act(ruth, grant, grounds, { confirm: grant });
}

/** The certificate is issued; anybody can check it by its link and by number and organisation. */
export async function certify(story: Story): Promise<void> {
  const tomas = await story.open("tomas", "{p}/certificate");
  if (story.body.isConnected) await act(tomas, "Issue certificate", {}, { confirm: "Issue certificate" });
  else await act(tomas, "Record certificate", { "Certificate number": "AC-2027-118" });
  const [certificate] = await story.site.query<{
    number: string;
    public_token: string;
    organisation_name: string;
  }>(
    "SELECT number, public_token, organisation_name FROM certificate WHERE project_id = $1",
    story.projectId,
  );
  if (!certificate) throw new Error("There is no certificate.");
  // What only the client has written down is never shown as the word of the body.
  const verdict = story.body.isConnected ? /^Valid on/ : /^Recorded by Northwind, not confirmed/;
  const visitor = await story.site.visit(`/v/${certificate.public_token}`);
  await visitor.getByText(verdict).first().waitFor();
  const page = await visitor.content();
  expect(page).not.toContain("<script");
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(15_000);
  expect(page).toContain("Development and operation of the payment service");
  expect(page).not.toContain("Lena Vogt");
  await visitor.goto("/verify");
  await visitor.getByLabel(/number/i).fill(certificate.number);
  await visitor.getByLabel(/organisation/i).fill(certificate.organisation_name);
  await visitor.getByRole("button").first().click();
  await visitor.getByText(verdict).first().waitFor();
}
