import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** What a person puts into a field: text, a day, a choice by its words, a tick, a file, or a pick from suggestions. */
export type Entry = string | boolean | { pick: string } | { file: string };

/** The form whose button has exactly this name. */
export function formWith(page: Page, button: string): Locator {
  const named = page.getByRole("button", { name: button, exact: true, includeHidden: true });
  return page.locator("form").filter({ has: named }).first();
}

/** Fills the fields by their labels. Radio cards are chosen by their own words: { Major: true }. */
export async function fill(form: Locator, entries: Record<string, Entry>): Promise<void> {
  for (const [label, entry] of Object.entries(entries)) await fillOne(form, label, entry);
}

async function fillOne(form: Locator, label: string, entry: Entry): Promise<void> {
  if (entry === true) {
    const choice = form.getByRole("radio", { name: label }).or(form.getByRole("checkbox", { name: label }));
    return await choice.first().check({ force: true });
  }
  const field = form.getByLabel(label, { exact: false }).first();
  if (typeof entry === "string") {
    const isList = (await field.evaluate((element) => element.tagName)) === "SELECT";
    return isList ? void (await field.selectOption({ label: entry })) : await field.fill(entry);
  }
  if (entry === false) return await field.uncheck();
  if ("pick" in entry) {
    await field.fill(entry.pick);
    await form.page().getByRole("option").first().waitFor();
    await field.press("ArrowDown");
    return await field.press("Enter");
  }
  const buffer = Buffer.from(`Proof: ${entry.file}`);
  await field.setInputFiles({ name: entry.file, mimeType: "text/plain", buffer });
  await form
    .getByText(/, added$/)
    .first()
    .waitFor();
}

interface Sending {
  /** The button of the check that stands before an act that cannot be undone. */
  confirm?: string;
}

/** Whose act a page records, where the client writes it down for a body that is not on CertTrail. */
export const recordings = new WeakMap<Page, { on: string; by: string }>();

/** Where the form asks whose act it records, says so and adds the proof. */
async function fillRecording(page: Page, form: Locator): Promise<void> {
  const recording = recordings.get(page);
  if (!recording || (await form.getByLabel("Day of the act").count()) === 0) return;
  await fill(form, { "Day of the act": recording.on, "Person of": recording.by });
  const known = form.locator("select[name=knownProof]");
  // Several acts of one meeting stand in one document: what was uploaded once is offered again.
  if ((await known.count()) > 0) await known.selectOption({ index: 1 });
  else await fill(form, { "Document that proves it": { file: "letter of the body.txt" } });
}

/** Fills and sends a form and waits for the server's answer. */
async function send(
  page: Page,
  button: string,
  entries: Record<string, Entry>,
  { confirm }: Sending,
): Promise<void> {
  const form = formWith(page, button);
  await fill(form, entries);
  await fillRecording(page, form);
  const answered = page.waitForResponse(
    (response) => response.request().method() === "POST" && "next-action" in response.request().headers(),
  );
  await form.getByRole("button", { name: button, exact: true }).click();
  if (confirm) await form.getByRole("button", { name: confirm, exact: true }).click();
  await answered;
}

const NOTICE = "section.notice:visible";

/** An act that the product carries out. Fails with what the form says when it does not. */
export async function act(
  page: Page,
  button: string,
  entries: Record<string, Entry> = {},
  sending: Sending = {},
): Promise<void> {
  await send(page, button, entries, sending);
  // The answer is on the page when the button no longer says that it is saving.
  await page.getByRole("button", { name: /…$/ }).first().waitFor({ state: "detached" });
  const notices = await page.locator(NOTICE).allInnerTexts();
  expect(notices, `${button}: ${notices.join(" / ")}`).toEqual([]);
}

/** An act that is sent and refused: the form shows the sentence and the clause, and keeps what was typed. */
export async function refused(
  page: Page,
  button: string,
  entries: Record<string, Entry>,
  reason: { says: RegExp; clause: string } & Sending,
): Promise<void> {
  await send(page, button, entries, reason);
  const notice = page.locator(NOTICE).first();
  await notice.getByText(reason.says).first().waitFor();
  await notice.getByText(reason.clause).first().waitFor();
}

/** An act that cannot be started: its button stays in sight, and opens the reasons with their clauses. */
export async function cannotYet(
  page: Page,
  button: string,
  reason: { says: RegExp; clause: string },
): Promise<void> {
  const closed = page
    .locator("div")
    .filter({ has: page.locator(`button[aria-disabled=true]:text-is("${button}")`) })
    .last();
  await closed.locator("summary").click();
  await closed.getByText(reason.says).first().waitFor();
  await closed.getByText(reason.clause).first().waitFor();
}
