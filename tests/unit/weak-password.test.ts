import { expect, test } from "vitest";
import { MAX_PASSWORD, MIN_PASSWORD, newPasswordField } from "@/lib/form-fields";
import { hashPassword, isPasswordRight } from "@/lib/session/password";
import { weaknessOf } from "@/lib/session/weak-password";

const owner = { name: "Ana Ruiz", email: "ana.ruiz@northwind.example", organisation: "Northwind Software" };

test.each([
  ["qwerty123456", /tried first/],
  ["QWERTY123456", /tried first/],
  ["password1234", /tried first/],
  ["!!Password2026!!", /tried first/],
  ["passwordpassword", /tried first/],
  ["leavemealone", /tried first/],
  ["aaaaaaaaaaaaaa", /repeats or counts/],
  ["abcabcabcabcabc", /repeats or counts/],
  ["123456789012", /repeats or counts/],
  ["abcdefghijklmnop", /repeats or counts/],
  ["987654321098", /repeats or counts/],
  ["ana.ruiz.northwind", /your name/],
  ["NorthwindSoftware1!", /your name/],
  ["ana-ruiz-certtrail-26", /your name/],
])("%s is refused, and the sentence says why", (password, reason) => {
  expect(weaknessOf(password, owner)).toMatch(reason);
});

test.each([
  "four grey herons at noon",
  "correct horse battery",
  "ana likes seventeen lanterns",
  "k7#Wq2-zLp9!",
  "пять серых цапель",
])("%s is taken", (password) => {
  expect(weaknessOf(password, owner)).toBeNull();
});

test.each([
  ["a".repeat(MIN_PASSWORD - 1), false],
  ["a".repeat(MIN_PASSWORD), true],
  ["a".repeat(MAX_PASSWORD), true],
  ["a".repeat(MAX_PASSWORD + 1), false],
  ["🦉".repeat(MIN_PASSWORD - 1), false],
  ["🦉".repeat(MIN_PASSWORD), true],
])("a length is counted in characters (%#)", (password, isTaken) => {
  expect(newPasswordField.safeParse(password).success).toBe(isTaken);
});

test("a password is the same however its letters are composed, and hashed with 64 MiB in three passes", async () => {
  const hash = await hashPassword("vier graue Reiher über Köln");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await isPasswordRight(hash, "vier graue Reiher über Köln".normalize("NFD"))).toBe(true);
  expect(await isPasswordRight(hash, "vier graue Reiher uber Koln")).toBe(false);
  expect(await isPasswordRight(null, "vier graue Reiher über Köln")).toBe(false);
});
