import { expect, test } from "vitest";
import { proposeAppSecret, setUpApp } from "@/lib/store/second-factors";
import { findSignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { removeLostFactors } from "../../scripts/lost-factor.mjs";
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

const database = onDatabase();

async function layApp() {
  const { admin } = await createOrganisation("client", "Northwind", []);
  const member = await addPerson(admin, "Kim Berg", ["manager"]);
  const email = await emailOf(member);
  const token = await signIn(email, PASSWORD, START, {});
  const session = await findSignedIn(token, START);
  const { secret, sealed } = proposeAppSecret(session);
  await setUpApp(member, session, { sealed, code: await codeAt(secret, START, -1) }, submission());
  return { member, email, token };
}

test("who has lost the second factor signs in with the password again, is out everywhere else, and the organisation can read it", async () => {
  const { member, email, token } = await layApp();
  await expect(signIn(email, PASSWORD, START, {})).rejects.toThrow();
  expect(await removeLostFactors(database.owner(), email.toUpperCase())).toEqual({
    name: "Kim Berg",
    apps: 1,
    passkeys: 0,
  });
  expect(await findSignedIn(token, START)).toBeNull();
  expect(await signIn(email, PASSWORD, START, {})).toEqual(expect.any(String));
  const entries = await rows().organisationEvent.findMany({
    where: { organisationId: member.organisationId, kind: "account.removeFactor" },
  });
  expect(entries.map(({ data }) => data)).toEqual([
    { factor: "every second factor, by whoever runs CertTrail" },
  ]);
});

test.each([
  ["nobody@example.com", "There is no account with the address nobody@example.com."],
  [null, "has no second factor."],
])("%s is refused, and nothing is changed", async (address, says) => {
  const { admin } = await createOrganisation("client", "Contoso", []);
  const email = await emailOf(admin);
  const token = await signIn(email, PASSWORD, START, {});
  await expect(removeLostFactors(database.owner(), address ?? email)).rejects.toThrow(says);
  expect(await findSignedIn(token, START)).not.toBeNull();
});
