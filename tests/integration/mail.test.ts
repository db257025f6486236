import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { deliverDue, MOST_TRIES } from "@/lib/mail/worker";
import { NotThere } from "@/lib/outcome";
import { listUndelivered, sendAgain } from "@/lib/store/messages";
import { takeMessages } from "@/lib/store/outbox";
import { mailResetLink } from "@/lib/store/password-resets";
import { invitePerson } from "@/lib/store/people";
import { submitPlan } from "@/lib/store/plans";
import { type MailServer, openMailServer } from "../support/mail-server";
import { completePlan, createParties, type OpenFindings, openFindings } from "../support/open-findings";
import { rows } from "../support/rows";
import { at, emailOf, onDatabase, START, submission } from "../support/story";

/** Read once at the start of a process, so the port is chosen before anything of the product is loaded. */
const port = vi.hoisted(() => {
  const chosen = 20_000 + (process.pid % 10_000);
  process.env.CERTTRAIL_SMTP = `smtp://127.0.0.1:${chosen}`;
  process.env.CERTTRAIL_MAIL_FROM = "certtrail@mail.example";
  return chosen;
});
onDatabase();

let server: MailServer;
let story: OpenFindings;

beforeAll(async () => {
  server = await openMailServer(port);
});

beforeEach(async () => {
  server.reply = null;
  story = await openFindings(await createParties());
  // The parties' people were invited by mail.
  while ((await deliverDue(minutesLater(1_000_000))) > 0);
  server.taken.length = 0;
});

afterAll(async () => {
  await server.close();
});

const minutesLater = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

async function submit() {
  const { manager, owner } = story.client;
  await submitPlan(manager, { ...story.minor, plan: completePlan(owner.personId) }, submission());
}

const ofStory = () => ({
  organisationId: { in: [story.client.admin.organisationId, story.body.admin.organisationId] },
});
/** The one message that a test is about; the invitations of its people came before. */
const kept = () =>
  rows().message.findFirstOrThrow({ where: ofStory(), orderBy: [{ nextTryAt: "asc" }, { id: "desc" }] });

test("a message leaves once, with what happened and a link, and nothing of the record", async () => {
  await submit();
  expect(await deliverDue(START)).toBe(1);
  expect(await deliverDue(START)).toBe(0);
  const { id, mail } = await kept();
  expect(mail).toBe("sent");
  const [letter] = server.taken;
  expect(server.taken).toHaveLength(1);
  expect(letter?.to).toBe(await emailOf(story.body.auditor));
  expect(letter?.id).toBe(`<${id}@localhost>`);
  expect(letter?.raw).toContain("Plan of NC-002 submitted");
  expect(letter?.raw.replaceAll("=\r\n", "")).toContain(
    `/${story.body.auditor.organisationSlug}/messages/${id}`,
  );
  expect(letter?.raw).not.toContain("Backups are not tested");
});

test("two workers send each message once", async () => {
  await Promise.all([submit(), mailResetLink(await emailOf(story.client.admin), START)]);
  const counts = await Promise.all([deliverDue(START), deliverDue(START), deliverDue(START)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(server.taken).toHaveLength(2);
});

test("a message whose worker died goes again, under the same id", async () => {
  await submit();
  // This worker takes the message, hands it to the mail server, and dies before it says so.
  const [taken] = await takeMessages(1, START, minutesLater(5));
  expect(await deliverDue(minutesLater(4))).toBe(0);
  expect(await deliverDue(minutesLater(5))).toBe(1);
  expect(server.taken.map(({ id }) => id)).toEqual([`<${taken?.id}@localhost>`]);
});

test("a server that is busy is asked again, each time later, and given up after seven tries", async () => {
  await submit();
  server.reply = 451;
  let minutes = 0;
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    expect(await deliverDue(minutesLater(minutes))).toBe(1);
    expect(await deliverDue(minutesLater(minutes))).toBe(0);
    expect(await kept()).toMatchObject({
      tries,
      failure: "451",
      mail: tries < MOST_TRIES ? "waiting" : "dead",
    });
    minutes += 4 ** (tries - 1);
  }
  expect(await deliverDue(minutesLater(100_000))).toBe(0);
});

test("a letter that is refused for good is given up at once; an administrator sees it and sends it again", async () => {
  const { client, body } = story;
  await submit();
  server.reply = 550;
  await deliverDue(START);
  const [dead] = await listUndelivered(body.admin);
  expect(dead).toMatchObject({ isDead: true, tries: 1, failure: "550", to: await emailOf(body.auditor) });
  expect(await listUndelivered(body.auditor)).toEqual([]);
  expect(await listUndelivered(client.admin)).toEqual([]);
  await expect(sendAgain(client.admin, dead?.id ?? "", submission())).rejects.toThrow(NotThere);
  await sendAgain(body.admin, dead?.id ?? "", submission());
  server.reply = null;
  expect(await deliverDue(START)).toBe(1);
  expect(await listUndelivered(body.admin)).toEqual([]);
  expect(server.taken).toHaveLength(1);
});

test("no mail server at all is a try like any other", async () => {
  await submit();
  await server.close();
  await deliverDue(START);
  expect(await kept()).toMatchObject({
    mail: "waiting",
    tries: 1,
    failure: expect.stringMatching(/^E[A-Z]+$/),
  });
  server = await openMailServer(port);
  expect(await deliverDue(minutesLater(1))).toBe(1);
  expect(server.taken).toHaveLength(1);
});

test("an invitation's link lies encrypted until it is sent, and then nowhere", async () => {
  const { client } = story;
  const email = "new.colleague@northwind.example";
  const token = await invitePerson(client.admin, { email, roles: ["owner"] }, submission());
  const waiting = await kept();
  expect(waiting).toMatchObject({ address: email, personId: null, kind: "invitation" });
  expect(waiting.sealed).not.toBeNull();
  expect(JSON.stringify(waiting)).not.toContain(token);
  await deliverDue(START);
  expect(server.taken[0]?.to).toBe(email);
  expect(server.taken[0]?.raw.replaceAll("=\r\n", "")).toContain(`/invitation/${token}`);
  expect(await kept()).toMatchObject({ mail: "sent", sealed: null });
});

test("a forgotten password is answered by mail to the address alone, and an unknown address by nothing", async () => {
  const { client } = story;
  await mailResetLink("nobody@northwind.example", START);
  expect(await rows().message.count({ where: { ...ofStory(), kind: "reset" } })).toBe(0);
  await mailResetLink((await emailOf(client.manager)).toUpperCase(), START);
  await deliverDue(START);
  expect(server.taken.map(({ to }) => to)).toEqual([await emailOf(client.manager)]);
  const link = /\/reset\/([\w-]+)/.exec(server.taken[0]?.raw.replaceAll("=\r\n", "") ?? "")?.[1] ?? "";
  const { findReset } = await import("@/lib/store/password-resets");
  expect(await findReset(link, START)).toMatchObject({ email: await emailOf(client.manager) });
  await expect(findReset(link, at("2027-01-12"))).rejects.toThrow(NotThere);
});
