import { Refused } from "@/lib/outcome";

/** The codes with which an attempt is refused; any other outcome is thrown on. */
export async function codesOf(attempt: Promise<unknown>): Promise<string[]> {
  const error = await attempt.then(
    () => new Error("The act was carried out."),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw error;
  return error.refusals.map(({ code }) => code);
}
