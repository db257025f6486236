import { type RecordCompetence, recordCompetence } from "../../lib/store/competences";
import { readPerson } from "../../lib/store/person-page";
import { decideTie, declareTie } from "../../lib/store/ties";
import { requireCast } from "./registers";
import type { Teller } from "./teller";

/** Before the first audit of the demo is planned. */
const RECORDED = -410;
const STANDARD = "ISO/IEC 27001";

/** What Meridian's people are competent in; one competence ends soon, so that the worklists have something to warn of. */
export async function recordCompetences(teller: Teller): Promise<void> {
  const { tomas, lena, omar, ruth, wen } = requireCast(teller);
  const ends = (offset: number) => teller.day(offset);
  const known: [string, Omit<RecordCompetence, "personId">][] = [
    [
      lena.personId,
      { kind: "standard", what: STANDARD, validUntil: ends(410), proof: "Lead auditor course LA-1187" },
    ],
    [
      lena.personId,
      { kind: "area", what: "Software operation", validUntil: null, proof: "Twelve years in hosting" },
    ],
    [lena.personId, { kind: "language", what: "English", validUntil: null, proof: "Level C1, 2019" }],
    [lena.personId, { kind: "language", what: "German", validUntil: null, proof: "First language" }],
    [
      omar.personId,
      { kind: "standard", what: STANDARD, validUntil: ends(38), proof: "Witnessed audit WA-41" },
    ],
    [
      omar.personId,
      { kind: "area", what: "Health care", validUntil: ends(210), proof: "Course on clinical systems" },
    ],
    [omar.personId, { kind: "language", what: "English", validUntil: null, proof: "Level C1, 2021" }],
    [
      ruth.personId,
      { kind: "standard", what: STANDARD, validUntil: ends(300), proof: "Technical reviewer course TR-9" },
    ],
  ];
  for (const [personId, competence] of known)
    await recordCompetence(wen, { personId, ...competence }, teller.on(RECORDED));
  await recordCompetence(
    tomas,
    { personId: wen.personId, kind: "language", what: "English", validUntil: null, proof: "Level C2, 2018" },
    teller.on(RECORDED),
  );
}

/** What ties Meridian's people to its clients: one is cleared with safeguards, one waits for its decision. */
export async function declareTies(teller: Teller): Promise<void> {
  const { tomas, omar, wen, joris } = requireCast(teller);
  const harbour = { clientId: joris.organisationId, endedOn: null };
  await declareTie(
    omar,
    {
      ...{ personId: omar.personId, ...harbour, kind: "financial", threat: "self_interest" },
      ...{
        startedOn: teller.day(-700),
        words: "Holds shares of a fund that owns part of Harbour Logistics.",
      },
    },
    teller.on(-12),
  );
  const [fund] = (await readPerson(wen, omar.personId)).ties;
  if (fund)
    await decideTie(
      wen,
      {
        ...{ personId: omar.personId, tieId: fund.id, decision: "cleared" },
        words:
          "The fund holds less than one per cent. Omar audits with a second auditor and leads no audit there.",
      },
      teller.on(-11),
    );
  await declareTie(
    tomas,
    {
      ...{ personId: tomas.personId, ...harbour, kind: "family", threat: "familiarity" },
      ...{ startedOn: null, words: "A cousin works in the warehouse in Rotterdam." },
    },
    teller.on(-3),
  );
}
