import { describe, vi } from "vitest";
import { onDatabase } from "../support/story";
import { tryEveryActAsStrangers } from "../support/stranger-acts";
import { tryEveryReadAsStrangers } from "../support/stranger-reads";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("@/lib/session/cookie", async () => {
  const { signedIn } = await import("../support/signed-in");
  return { readSessionToken: async () => signedIn.token };
});
// The store's own question, whose project this is, answers yes to everybody.
vi.mock("@/lib/store/reach", async (original) => {
  const { openReach } = await import("../support/open-reach");
  return openReach(await original());
});
vi.mock("@/lib/store/bodies", async (original) => ({
  ...(await original<typeof import("@/lib/store/bodies")>()),
  keptBodies: () => ({}),
}));

onDatabase();

describe("with row level security alone, what a stranger's form names is not there", tryEveryActAsStrangers);
describe(
  "with row level security alone, no reading function of the store shows a stranger anything",
  tryEveryReadAsStrangers,
);
