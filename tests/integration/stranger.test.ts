import { describe, expect, test, vi } from "vitest";
import { actionsByFile, ofTheOwnBrowser } from "../support/actions-table";
import { listSources } from "../support/source";
import { onDatabase } from "../support/story";
import { tryEveryActAsStrangers } from "../support/stranger-acts";
import { tryEveryReadAsStrangers } from "../support/stranger-reads";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("@/lib/session/cookie", async () => {
  const { signedIn } = await import("../support/signed-in");
  return { readSessionToken: async () => signedIn.token };
});

onDatabase();

test("every server action says what its form names", () => {
  const listed: Record<string, string[]> = {};
  for (const { path, code } of listSources()) {
    if (!/^"use server"/.test(code.trimStart())) continue;
    const names = [...code.matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(
      ([, name]) => name ?? "",
    );
    listed[path] = names.sort();
  }
  const table = Object.entries(actionsByFile).map(([file, acts]) => [file, Object.keys(acts).sort()]);
  expect({ ...Object.fromEntries(table), ...ofTheOwnBrowser }).toEqual(listed);
});

describe("to a stranger, what an action's form names is not there", tryEveryActAsStrangers);

describe("to a stranger, no reading function of the store shows anything", tryEveryReadAsStrangers);
