import { told } from "./event-text";

/** What a certification body keeps about its own people. */
export const bodyEvents = {
  "competence.record": told<{ person: string; what: string }>(
    "Competence recorded",
    ({ person, what }) => `recorded ${what} as a competence of ${person}`,
  ),
  "competence.withdraw": told<{ person: string; what: string }>(
    "Competence withdrawn",
    ({ person, what }) => `withdrew the competence ${what} of ${person}`,
  ),
  "tie.declare": told<{ person: string; client: string }>(
    "Conflict declared",
    ({ person, client }) => `declared what ties ${person} to ${client}`,
  ),
  "tie.end": told<{ person: string }>(
    "Conflict ended",
    ({ person }) => `noted the end of a tie of ${person}`,
  ),
  "tie.decide": told<{ person: string; cleared: boolean }>(
    "Conflict decided",
    ({ person, cleared }) =>
      `decided that ${person} ${cleared ? "may take part in spite of a tie" : "takes no part because of a tie"}`,
  ),
};
