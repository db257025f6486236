import { beforeEach, describe, expect, test } from "vitest";
import { TooMany } from "@/lib/outcome";
import { pool } from "@/lib/store/pool";
import { countTry, forgetTry, secondsToWait } from "@/lib/store/throttles";
import { limits } from "@/lib/throttle-limits";
import { onDatabase, START } from "../support/story";

onDatabase();

const inSeconds = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const { seconds, account: perAccount, address: perBlock } = limits.signIn;
const ana = { account: "ana@example.com", address: "203.0.113.0/24" };

beforeEach(async () => {
  await pool().throttle.deleteMany();
});

async function tryTimes(times: number, subjects: Parameters<typeof countTry>[1], at = START): Promise<void> {
  for (let time = 0; time < times; time += 1) await countTry("signIn", subjects, at);
}

describe("tries of one account", () => {
  test("pass up to the limit, and the next one is told when to try again", async () => {
    await tryTimes(perAccount - 1, ana);
    await countTry("signIn", ana, inSeconds(60));
    const refusal = countTry("signIn", ana, inSeconds(60));
    await expect(refusal).rejects.toBeInstanceOf(TooMany);
    await expect(refusal).rejects.toThrow("Try again in 14 minutes.");
  });

  test("are refused until the window ends, and a refused try does not lengthen it", async () => {
    await tryTimes(perAccount, ana);
    await expect(countTry("signIn", ana, inSeconds(seconds - 1))).rejects.toThrow("Try again in a minute.");
    await countTry("signIn", ana, inSeconds(seconds));
    await expect(tryTimes(perAccount, ana, inSeconds(seconds + 1))).rejects.toBeInstanceOf(TooMany);
  });

  test("are foreseen to the second, and looking ahead counts nothing", async () => {
    await tryTimes(perAccount - 1, ana);
    expect(await secondsToWait("signIn", ana, inSeconds(60))).toBe(0);
    await countTry("signIn", ana, inSeconds(60));
    expect(await secondsToWait("signIn", ana, inSeconds(60))).toBe(seconds - 60);
    expect(await secondsToWait("signIn", { account: "ben@example.com" }, inSeconds(60))).toBe(0);
    expect(await secondsToWait("signIn", ana, inSeconds(seconds))).toBe(0);
  });

  test("do not count against another account at the same place, nor in another matter", async () => {
    await tryTimes(perAccount, ana);
    await countTry("signIn", { ...ana, account: "ben@example.com" }, START);
    await countTry("reset", { address: ana.address }, START);
  });

  test("do not count when they succeed", async () => {
    for (let time = 0; time < 3 * perAccount; time += 1) {
      await countTry("signIn", ana, START);
      await forgetTry("signIn", ana);
    }
    await countTry("signIn", ana, START);
  });

  test("count once each when many come at once: exactly the limit passes", async () => {
    const all = Array.from({ length: 3 * perAccount }, () => countTry("signIn", ana, START));
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(perAccount);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(TooMany);
  });

  test("at once from the same place with accounts in any order never wait for each other", async () => {
    const all = Array.from({ length: 40 }, (_, index) =>
      countTry("signIn", { address: ana.address, account: `p${index % 5}@example.com` }, START),
    );
    expect((await Promise.allSettled(all)).filter(({ status }) => status === "rejected")).toEqual([]);
  });
});

test("tries of many accounts from one block of addresses end at its limit", async () => {
  for (let index = 0; index < perBlock; index += 1)
    await countTry("signIn", { ...ana, account: `p${index}@example.com` }, START);
  await expect(countTry("signIn", { ...ana, account: "one@example.com" }, START)).rejects.toBeInstanceOf(
    TooMany,
  );
  await countTry("signIn", { account: "one@example.com", address: "198.51.100.0/24" }, START);
});

test("no address and no e-mail address is kept, and what is over goes with the next window", async () => {
  await tryTimes(2, ana);
  const rows = await pool().throttle.findMany();
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/ana|example|203\.0/);
  await countTry("upload", { account: "a person" }, inSeconds(seconds));
  expect((await pool().throttle.findMany()).map(({ name }) => name)).toEqual(["upload account"]);
});
