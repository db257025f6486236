import type { Actor } from "../../lib/actor";
import { addBodyNote } from "../../lib/store/body-notes";
import { accredit, registerBody } from "./choosing";
import type { Teller } from "./teller";

const HOLDS = 400;

/** A body's planner accredits it; two bodies off CertTrail stand in each client's own register. */
export async function fillRegisters(teller: Teller) {
  const { tomas, ana, giulia, joris } = requireCast(teller);
  await accredit(teller, tomas, tomas.organisationId, {
    accreditationBody: "DAkkS",
    number: "D-ZM-20117-01-00",
    ends: HOLDS,
  });
  const aurora = {
    name: "Aurora Cert",
    country: "Ireland",
    accreditationBody: "INAB",
    number: "8114",
    ends: HOLDS,
  };
  const borealis = {
    name: "Borealis Assurance",
    country: "Sweden",
    accreditationBody: "SWEDAC",
    number: "2231",
    ends: 45,
  };
  const register = async (manager: Actor) => [
    await registerBody(teller, manager, aurora),
    await registerBody(teller, manager, borealis),
  ];
  const northwind = await register(ana);
  const [known] = northwind;
  if (known) await noteReferences(teller, ana, known);
  return { northwind, lumen: await register(giulia), harbour: await register(joris) };
}

/** What other clients of a body answered, and one own check of its accreditation. */
async function noteReferences({ day, on }: Teller, manager: Actor, bodyId: string): Promise<void> {
  const answers = [
    { source: "Jo Berg, Fjord Logistics", words: "Came prepared, and kept every date.", grade: 5 },
    { source: "Mia Sand, Delta Health", words: "Clear findings; the report took six weeks.", grade: 3 },
    { source: "Tim Okoye, Lark Software", words: "Knew cloud platforms well.", grade: 4 },
  ];
  for (const [index, answer] of answers.entries())
    await addBodyNote(
      manager,
      { bodyId, kind: "reference", notedOn: day(-200 + index), ...answer },
      on(-190 + index),
    );
  await addBodyNote(
    manager,
    {
      ...{ bodyId, kind: "check", notedOn: day(-20), grade: null },
      ...{ source: "https://example.com/inab/8114", words: "Listed, with ISO/IEC 27001 in its scope." },
    },
    on(-20),
  );
}

/** The people the chapters call by name. Throws when the cast lacks one. */
export function requireCast({ cast }: Teller) {
  const person = (key: string) => {
    const actor = cast[key];
    if (!actor) throw new Error(`The demo has no person "${key}".`);
    return actor;
  };
  return {
    ana: person("ana"),
    viktor: person("viktor"),
    sam: person("sam"),
    ines: person("ines"),
    giulia: person("giulia"),
    paolo: person("paolo"),
    marta: person("marta"),
    joris: person("joris"),
    femke: person("femke"),
    lena: person("lena"),
    omar: person("omar"),
    wen: person("wen"),
    tomas: person("tomas"),
    ruth: person("ruth"),
  };
}
