import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { NotThere, Refused, Rejected } from "@/lib/outcome";
import type { BodyNote } from "@/lib/selection/body-notes";
import { readBody } from "@/lib/store/bodies";
import { addBodyNote, listBodyNotes, MAX_BODY_NOTES, removeBodyNote } from "@/lib/store/body-notes";
import { newId } from "@/lib/store/new-id";
import { listPlannedDecisions } from "@/lib/store/planned-decisions";
import { rows } from "../support/rows";
import { openRequest, planProject, registerBody } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const reference: BodyNote = {
  kind: "reference",
  notedOn: day("2027-01-04"),
  source: "Jo Berg, Harbour Ltd",
  words: "Came prepared and kept its dates.",
  grade: 4,
};

test("a client notes what it knows of a body on CertTrail and of one that it keeps, for itself alone", async () => {
  const { manager, executive } = await createOrganisation("client", "Notes", ["manager", "executive"]);
  const other = await createOrganisation("client", "Other notes", ["manager"]);
  const { planner } = await createOrganisation("body", "Noted Certification", ["planner"]);
  const kept = await registerBody(manager, "Noted Assurance");
  const bodyIds = [planner.organisationId, kept];
  for (const bodyId of bodyIds) await addBodyNote(manager, { bodyId, ...reference }, submission());
  expect((await listBodyNotes(executive, bodyIds)).map(({ by, words }) => [by, words])).toEqual([
    [manager.personName, reference.words],
    [manager.personName, reference.words],
  ]);
  for (const stranger of [other.manager, planner]) expect(await listBodyNotes(stranger, bodyIds)).toEqual([]);
  expect(JSON.stringify(await readBody(planner, planner.organisationId))).not.toContain(reference.words);
  const told = await rows().organisationEvent.findMany({ where: { kind: "register.addNote" } });
  expect(told.map(({ organisationId }) => organisationId)).toEqual([
    manager.organisationId,
    manager.organisationId,
  ]);
});

test("a note is taken away by its own client alone", async () => {
  const { manager, executive } = await createOrganisation("client", "Takers", ["manager", "executive"]);
  const other = await createOrganisation("client", "Other takers", ["manager"]);
  const { planner } = await createOrganisation("body", "Taken Certification", ["planner"]);
  const bodyId = planner.organisationId;
  await addBodyNote(manager, { bodyId, ...reference }, submission());
  const [note] = await listBodyNotes(manager, [bodyId]);
  const target = { bodyId, noteId: note?.id ?? "" };
  await expect(removeBodyNote(other.manager, target, submission())).rejects.toThrow(NotThere);
  for (const actor of [executive, planner])
    await expect(removeBodyNote(actor, target, submission())).rejects.toThrow(Refused);
  expect(await listBodyNotes(manager, [bodyId])).toHaveLength(1);
  await removeBodyNote(manager, target, submission());
  expect(await listBodyNotes(manager, [bodyId])).toEqual([]);
});

test("a judgement has a grade, a reference a name, a day has passed, and a body is in sight", async () => {
  const { manager } = await createOrganisation("client", "Asked", ["manager"]);
  const foreign = await createOrganisation("client", "Foreign", ["manager"]);
  const bodyId = await registerBody(manager, "Asked Assurance");
  const tries: Partial<BodyNote>[] = [{ grade: null }, { source: null }, { notedOn: day("2199-01-01") }];
  for (const wrong of tries)
    await expect(addBodyNote(manager, { bodyId, ...reference, ...wrong }, submission())).rejects.toThrow(
      Rejected,
    );
  for (const elsewhere of [newId(), await registerBody(foreign.manager, "Foreign Assurance")])
    await expect(addBodyNote(manager, { bodyId: elsewhere, ...reference }, submission())).rejects.toThrow(
      NotThere,
    );
  expect(await listBodyNotes(manager, [bodyId])).toEqual([]);
});

test(`a body has ${MAX_BODY_NOTES} notes at most`, async () => {
  const { manager } = await createOrganisation("client", "Many", ["manager"]);
  const bodyId = await registerBody(manager, "Many Assurance");
  const { notedOn: _on, ...rest } = reference;
  await rows().bodyNote.createMany({
    data: Array.from({ length: MAX_BODY_NOTES }, () => ({
      ...{ id: newId(), clientId: manager.organisationId, bodyId, notedById: manager.personId },
      ...{ ...rest, notedOn: START, notedAt: START },
    })),
  });
  await expect(addBodyNote(manager, { bodyId, ...reference }, submission())).rejects.toThrow(Rejected);
});

test("the decisions planned with a body are those of the projects that ask it", async () => {
  const scene = await planProject("Planned");
  expect(await listPlannedDecisions(scene.manager)).toEqual(new Map());
  await openRequest(scene, [scene.planner.organisationId]);
  const planned = await listPlannedDecisions(scene.manager);
  expect(planned.get(scene.planner.organisationId)).toMatchObject([{ scheme: "ISO/IEC 27001" }]);
  expect(await listPlannedDecisions(scene.planner)).toEqual(new Map());
});
