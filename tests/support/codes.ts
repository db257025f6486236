import type { Refused } from "@/lib/outcome";

/** What an act met: the codes of its refusals, or the name of what it threw ("NotThere", "Changed"); null when it passed. */
export async function codesOf(act: Promise<unknown>): Promise<string[] | null> {
  const error = await act.then(
    () => null,
    (thrown: Refused) => thrown,
  );
  if (error === null) return null;
  return error.refusals?.map(({ code }) => code) ?? [error.name];
}
