import { addAwareness } from "../../lib/store/awareness-acts";
import { addEvidence } from "../../lib/store/soa-evidence";
import type { Stage } from "./auditing";

const GIVEN = ["Alma", "Bruno", "Chiara", "Dylan", "Elif", "Finn", "Greta", "Hugo"];
const FAMILY = ["Adler", "Brand", "Costa", "Dorn", "Ekman", "Falk"];
/** Those who were on leave are trained when they are back. */
const ON_LEAVE = 3;

/** Where what shows a control is kept, in an organisation that keeps it elsewhere. */
const shown: readonly [ref: string, link: string, words: string][] = [
  ["A.5.15", "https://wiki.example/access", "Rules of access, and who asked for what since January"],
  ["A.6.3", "https://wiki.example/awareness", "Slides of the training and the questions after it"],
  ["A.8.8", "https://tickets.example/patches", "Patches of the last 90 days with their dates"],
  ["A.8.13", "https://wiki.example/restores", "Protocols of the restore tests"],
];

/** What the client can show before Stage 1: who was trained, and where the proof of some controls lies. */
export async function showPractice({ teller, plan, projectId }: Stage): Promise<void> {
  const { manager, site, stage2Ends: end } = plan;
  const names = FAMILY.flatMap((family) => GIVEN.map((given) => `${given} ${family}`));
  const entries = names.slice(0, Math.max(0, site.persons - ON_LEAVE)).map((person) => ({
    ...{ person, topic: "Information security at work", heldOn: teller.day(end - 94) },
    words: "List of who was there",
  }));
  await addAwareness(manager, { projectId, entries, fileId: null }, teller.on(end - 93));
  for (const [ref, link, words] of shown) {
    const input = { projectId, ref, link, words, documentId: null, fileId: null };
    await addEvidence(manager, input, teller.on(end - 92));
  }
}
