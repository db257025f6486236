import { holdBack, type Sent } from "../../support/replay";
import type { Site } from "../../support/site";
import { fill, formWith } from "./form";
import { emails } from "./journey";

/** A form that starts a project of this name, as a compliance manager's page sends it. */
export async function formToStart(site: Site, name: string): Promise<Sent> {
  const page = await site.signInAs(emails.ana);
  await page.goto("/northwind/projects/new");
  await fill(formWith(page, "Start project"), {
    "Name of the project": name,
    Scope: "Development and operation of the payment service",
    "Persons in scope": "85",
    "Target day for the certificate": "2027-12-15",
  });
  const sent = await holdBack(page, () => page.getByRole("button", { name: "Start project" }).click());
  // The page complains of the answer that was kept from it.
  site.takeComplaints();
  await page.context().close();
  return sent;
}
