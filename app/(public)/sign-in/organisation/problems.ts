const sentences: Record<string, string> = {
  down: "Your organisation's provider does not answer. Try again in a few minutes. An administrator with a second factor can sign in with the password.",
  cancelled:
    "You turned back at your organisation's provider, so you are not signed in. Try again when you like.",
  "not-trusted":
    "What your organisation's provider sent back cannot be trusted, so nobody was signed in. Try again. If it stays, tell your administrator.",
  ended: "This way through your organisation's provider had ended, or was used before. Begin again here.",
  full: "Too many people of your organisation wait for a role. Ask an administrator to look at People first.",
  "other-person":
    "Your organisation's provider named another person than the one who is signed in here. Nothing was proven.",
  weaker:
    "Your organisation's provider asked for one factor only. Nothing was proven. Sign in there with both.",
};

const REFERENCE = /^[0-9A-F]{8}$/;

/** Why a way through a provider led nowhere, and what to do; empty for what is no problem of ours to tell. */
export function sentenceOfProblem({
  problem = "",
  reference = "",
}: {
  problem?: string;
  reference?: string;
}): string {
  const sentence = Object.hasOwn(sentences, problem) ? (sentences[problem] ?? "") : "";
  return sentence && REFERENCE.test(reference) ? `${sentence} Reference ${reference}.` : sentence;
}
