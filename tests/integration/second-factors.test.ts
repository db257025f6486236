import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { CodeAsked, NotThere, Rejected } from "@/lib/outcome";
import {
  checkCode,
  LOCK_MINUTES,
  MAX_WRONG_CODES,
  makeRecoveryCodes,
  proposeAppSecret,
  readFactors,
  removeApp,
  setUpApp,
} from "@/lib/store/second-factors";
import { findSignedIn, type SignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { codeAt } from "../support/app-codes";
import { rows } from "../support/rows";
import {
  addPerson,
  createOrganisation,
  emailOf,
  onDatabase,
  PASSWORD,
  START,
  submission,
} from "../support/story";

onDatabase();

const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

async function open(actor: Actor, now = START, code?: string): Promise<{ token: string; session: SignedIn }> {
  const token = (await signIn(await emailOf(actor), PASSWORD, now, { code })) ?? "";
  const session = await findSignedIn(token, now);
  if (!session) throw new Error(`${actor.personName} could not sign in.`);
  return { token, session };
}

async function layMember() {
  const { admin } = await createOrganisation("client", "Northwind", []);
  const member = await addPerson(admin, "Kim Berg", ["manager"]);
  return { admin, member, ...(await open(member)) };
}

async function layApp() {
  const laid = await layMember();
  const { secret, sealed } = proposeAppSecret(laid.session);
  const input = { sealed, code: await codeAt(secret, START, -1) };
  const codes = await setUpApp(laid.member, laid.session, input, submission());
  return { ...laid, secret, codes };
}

describe("An authenticator app", () => {
  test("is set up by its code, which raises this session and ends the others", async () => {
    const { member, session, token } = await layMember();
    const other = await open(member);
    const { secret, sealed } = proposeAppSecret(session);
    const request = submission();
    const input = { sealed, code: await codeAt(secret, START) };
    const codes = await setUpApp(member, session, input, request);
    expect(new Set(codes).size).toBe(10);
    expect((await findSignedIn(token, START))?.level).toBe("second_factor");
    expect(await findSignedIn(other.token, START)).toBeNull();
    expect(await setUpApp(member, session, input, request)).toEqual(codes);
    await expect(setUpApp(member, session, input, submission())).rejects.toThrow(Rejected);
  });

  test("is not set up by a wrong code, or by a secret that was proposed to somebody else", async () => {
    const { admin, member, session } = await layMember();
    const { secret, sealed } = proposeAppSecret(session);
    const wrong = { sealed, code: await codeAt(secret, START, 5) };
    await expect(setUpApp(member, session, wrong, submission())).rejects.toThrow(Rejected);
    const right = { sealed, code: await codeAt(secret, START) };
    await expect(setUpApp(admin, (await open(admin)).session, right, submission())).rejects.toThrow(NotThere);
    expect((await readFactors(member.personId)).appSince).toBeNull();
  });

  test("is asked for at sign-in once the password is right, and never before", async () => {
    const { member, secret } = await layApp();
    const email = await emailOf(member);
    expect(await signIn(email, "not the password", START)).toBeNull();
    await expect(signIn(email, PASSWORD, START)).rejects.toThrow(new CodeAsked("code-needed"));
    await expect(signIn(email, PASSWORD, START, { code: "000000" })).rejects.toThrow(
      new CodeAsked("code-wrong"),
    );
    expect((await open(member, START, await codeAt(secret, START))).session.level).toBe("second_factor");
  });

  test("gives no code twice, and none of an earlier step", async () => {
    const { member, secret } = await layApp();
    const now = await codeAt(secret, START);
    expect(await checkCode(member.personId, now, START)).toBe("right");
    expect(await checkCode(member.personId, now, START)).toBe("wrong");
    expect(await checkCode(member.personId, await codeAt(secret, START, -1), START)).toBe("wrong");
    expect(await checkCode(member.personId, await codeAt(secret, START, 1), START)).toBe("right");
  });

  test("counts one code once, also for two who send it together", async () => {
    const { member, secret } = await layApp();
    const code = await codeAt(secret, START);
    const verdicts = await Promise.all([1, 2, 3].map(() => checkCode(member.personId, code, START)));
    expect(verdicts.sort()).toEqual(["right", "wrong", "wrong"]);
  });

  test(`takes no code for a while after ${MAX_WRONG_CODES} wrong ones in a row`, async () => {
    const { member, secret } = await layApp();
    const tryAt = async (code: string, minutes: number) =>
      await checkCode(member.personId, code, later(minutes));
    for (let n = 1; n < MAX_WRONG_CODES; n += 1) expect(await tryAt("000000", 0)).toBe("wrong");
    expect(await tryAt("000000", 0)).toBe("locked");
    expect(await tryAt(await codeAt(secret, START), 0)).toBe("locked");
    expect(await tryAt(await codeAt(secret, later(LOCK_MINUTES - 1)), LOCK_MINUTES - 1)).toBe("locked");
    expect(await tryAt(await codeAt(secret, later(LOCK_MINUTES)), LOCK_MINUTES)).toBe("right");
    expect(await tryAt("000000", LOCK_MINUTES)).toBe("wrong");
  });

  test("opens with each recovery code once, and with none of an earlier set", async () => {
    const { member, codes } = await layApp();
    const [first = "", second = ""] = codes;
    expect((await open(member, START, first)).session.level).toBe("second_factor");
    expect(await checkCode(member.personId, first, START)).toBe("wrong");
    expect((await readFactors(member.personId)).codesLeft).toBe(9);
    const [fresh = ""] = await makeRecoveryCodes(member, submission());
    expect(await checkCode(member.personId, second, START)).toBe("wrong");
    expect(await checkCode(member.personId, fresh, START)).toBe("right");
  });

  test("leaves neither secret nor code in a table or in the trail", async () => {
    const { member, secret, codes } = await layApp();
    const { personId } = member;
    const kept = JSON.stringify([
      await rows().secondFactor.findMany({ where: { personId } }),
      await rows().recoveryCode.findMany({ where: { personId } }),
      await rows().actRequest.findMany({ where: { personId } }),
      await rows().organisationEvent.findMany({ where: { subjectId: personId } }),
    ]);
    for (const text of [secret, ...codes]) expect(kept).not.toContain(text);
    expect(kept).toContain("account.addFactor");
  });

  test("can be removed; the sessions then are those of a password", async () => {
    const { member, token } = await layApp();
    await removeApp(member, submission());
    expect((await findSignedIn(token, START))?.level).toBe("password");
    expect((await open(member)).session.level).toBe("password");
    await expect(removeApp(member, submission())).rejects.toThrow(NotThere);
  });
});
