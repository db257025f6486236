import type { Actor } from "../../lib/actor";
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
  return { northwind: await register(ana), lumen: await register(giulia), harbour: await register(joris) };
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
    tomas: person("tomas"),
    ruth: person("ruth"),
  };
}
