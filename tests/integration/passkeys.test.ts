import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { NotThere, Rejected } from "@/lib/outcome";
import {
  addPasskey,
  beginNewPasskey,
  beginPasskey,
  checkPasskey,
  listPasskeys,
  removePasskey,
} from "@/lib/store/passkeys";
import { findSignedIn, type SignedIn } from "@/lib/store/sessions";
import { signIn, signInWithPasskey } from "@/lib/store/sign-in";
import { rows } from "../support/rows";
import { type Answering, makeSoftPasskey } from "../support/soft-passkey";
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

async function open(actor: Actor): Promise<{ token: string; session: SignedIn }> {
  const token = (await signIn(await emailOf(actor), PASSWORD, START)) ?? "";
  const session = await findSignedIn(token, START);
  if (!session) throw new Error(`${actor.personName} could not sign in.`);
  return { token, session };
}

async function layMember() {
  const { admin } = await createOrganisation("client", "Northwind", []);
  const member = await addPerson(admin, "Kim Berg", ["manager"]);
  return { admin, member, ...(await open(member)) };
}

/** Lets an authenticator make a passkey for the member; the answer may be changed. */
async function add(member: Actor, session: SignedIn, change: Partial<Answering> = {}, now = START) {
  const key = makeSoftPasskey();
  const { challenge } = await beginNewPasskey(session, START);
  const answer = key.make({ challenge, ...change });
  await addPasskey(member, session, { name: "Laptop", answer }, submission(now));
  return { key, answer };
}

async function layPasskey() {
  const laid = await layMember();
  return { ...laid, ...(await add(laid.member, laid.session)) };
}

describe("A passkey", () => {
  test("is made once for its person, and raises the session", async () => {
    const { member, session, token, key, answer } = await layPasskey();
    expect(await listPasskeys(member.personId)).toMatchObject([{ name: "Laptop", usedAt: null }]);
    expect((await findSignedIn(token, START))?.level).toBe("second_factor");
    await expect(addPasskey(member, session, { name: "Again", answer }, submission())).rejects.toThrow(
      Rejected,
    );
    const { excludeCredentials } = await beginNewPasskey(session, START);
    expect(excludeCredentials?.map(({ id }) => id)).toEqual([key.id]);
    const told = await rows().organisationEvent.findMany({ where: { subjectId: member.personId } });
    expect(told.at(-1)).toMatchObject({ kind: "account.addFactor", data: { factor: "a passkey" } });
  });

  test.each<[string, Partial<Answering>]>([
    ["for another address", { origin: "https://certtrail.example.org" }],
    ["for another party", { rpId: "example.org" }],
    ["without finger, face or PIN", { flags: 0x41 }],
    ["for a challenge nobody made", { challenge: "AAAA" }],
  ])("is not taken when it was made %s", async (_, change) => {
    const { member, session } = await layMember();
    await expect(add(member, session, change)).rejects.toThrow(Rejected);
    expect(await listPasskeys(member.personId)).toEqual([]);
  });

  test("is not taken after five minutes, or for the challenge of somebody else", async () => {
    const { admin, member, session } = await layMember();
    await expect(add(member, session, {}, later(5))).rejects.toThrow(Rejected);
    const { challenge } = await beginNewPasskey((await open(admin)).session, START);
    await expect(add(member, session, { challenge })).rejects.toThrow(Rejected);
    expect(await listPasskeys(member.personId)).toEqual([]);
  });

  test("signs its person in, with each challenge once", async () => {
    const { member, key } = await layPasskey();
    const { challenge, allowCredentials } = await beginPasskey(null, START);
    expect(allowCredentials ?? []).toEqual([]);
    const answer = key.use({ challenge });
    const token = await signInWithPasskey(answer, START);
    expect(await findSignedIn(token ?? "", START)).toMatchObject({
      personId: member.personId,
      level: "second_factor",
    });
    expect(await signInWithPasskey(answer, START)).toBeNull();
  });

  test.each<[string, Partial<Answering>]>([
    ["another address", { origin: "https://certtrail.example.org" }],
    ["another party", { rpId: "example.org" }],
    ["nobody's finger, face or PIN", { flags: 0x01 }],
    ["a challenge nobody made", { challenge: "AAAA" }],
  ])("signs nobody in with %s", async (_, change) => {
    const { key } = await layPasskey();
    const { challenge } = await beginPasskey(null, START);
    expect(await signInWithPasskey(key.use({ challenge, ...change }), START)).toBeNull();
  });

  test("signs nobody in when it is unknown, signed by another key, late, or no answer at all", async () => {
    const { key } = await layPasskey();
    const ask = async () => (await beginPasskey(null, START)).challenge;
    expect(await signInWithPasskey(makeSoftPasskey().use({ challenge: await ask() }), START)).toBeNull();
    const forged = makeSoftPasskey()
      .use({ challenge: await ask() })
      .replace(/"(id|rawId)":"[^"]+"/g, `"$1":"${key.id}"`);
    expect(await signInWithPasskey(forged, START)).toBeNull();
    expect(await signInWithPasskey(key.use({ challenge: await ask() }), later(5))).toBeNull();
    for (const text of ["", "{}", "[]", '{"id":1,"response":{"clientDataJSON":"AA"}}'])
      expect(await signInWithPasskey(text, START)).toBeNull();
  });

  test("whose counter goes back is a copy, and opens nothing", async () => {
    const { member, key } = await layPasskey();
    const use = async (counter: number) => {
      const { challenge } = await beginPasskey(member.personId, START);
      return await checkPasskey(member.personId, key.use({ challenge, counter }), START);
    };
    expect(await use(7)).toBe(member.personId);
    expect(await use(7)).toBeNull();
    expect(await use(6)).toBeNull();
    expect(await use(8)).toBe(member.personId);
  });

  test("proves its own person alone, and a sign-in's challenge proves nothing", async () => {
    const { admin, member, key } = await layPasskey();
    const proof = await beginPasskey(member.personId, START);
    expect(proof.allowCredentials?.map(({ id }) => id)).toEqual([key.id]);
    const answer = key.use({ challenge: proof.challenge });
    expect(await checkPasskey(admin.personId, answer, START)).toBeNull();
    expect(await signInWithPasskey(answer, START)).toBeNull();
    expect(await checkPasskey(member.personId, answer, START)).toBe(member.personId);
    const signing = await beginPasskey(null, START);
    expect(await checkPasskey(member.personId, key.use({ challenge: signing.challenge }), START)).toBeNull();
  });

  test("can be removed by its person alone; without any the sessions are those of a password", async () => {
    const { admin, member, token, key } = await layPasskey();
    const [passkey] = await listPasskeys(member.personId);
    const id = passkey?.id ?? "";
    await expect(removePasskey(admin, id, submission())).rejects.toThrow(NotThere);
    await removePasskey(member, id, submission());
    expect((await findSignedIn(token, START))?.level).toBe("password");
    const { challenge } = await beginPasskey(null, START);
    expect(await signInWithPasskey(key.use({ challenge }), START)).toBeNull();
  });
});
