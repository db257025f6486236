import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { removeAccreditation, saveAccreditation } from "@/lib/store/accreditations";
import { addBody, editBody, listBodies, readBody } from "@/lib/store/bodies";
import { editPolicy, listPolicyChanges, readPolicy } from "@/lib/store/body-policy";
import { editProfile, readProfile } from "@/lib/store/organisations";
import { addSite, editSite, readSite, retireSite } from "@/lib/store/sites";
import { rows } from "../support/rows";
import { registerBody } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const site = { name: "Berlin", address: "Torstrasse 1", activity: "Development", persons: 60 };
const entry = {
  name: "Alder Assurance",
  legalName: "Alder Ltd",
  country: null,
  languages: ["English"],
  sectors: [],
};

const values = {
  accreditationBody: "UKAS",
  scheme: "ISO/IEC 27001",
  number: "0099",
  validFrom: day("2027-02-01"),
  validTo: day("2029-01-31"),
  recognition: "IAF MLA",
  checkedOn: null,
  checkedBy: null,
  sourceUrl: null,
};

const codesOf = async (attempt: Promise<unknown>): Promise<string[]> => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  return error.refusals.map(({ code }) => code);
};

const kindsOf = async (organisationId: string) =>
  (await rows().organisationEvent.findMany({ where: { organisationId }, orderBy: { at: "asc" } })).map(
    ({ kind }) => kind,
  );

test("the persons under the organisation's control are the sum of its sites in use (IT-1)", async () => {
  const { manager } = await createOrganisation("client", "Sums", ["manager"]);
  await addSite(manager, site, submission());
  const { id } = await addSite(manager, { ...site, name: "Leipzig", persons: 25 }, submission());
  expect(await readProfile(manager)).toMatchObject({ persons: 85 });
  await retireSite(manager, { siteId: id, retired: true }, submission());
  const profile = await readProfile(manager);
  expect(profile.persons).toBe(60);
  expect(profile.retired.map(({ name }) => name)).toEqual(["Leipzig"]);
  expect(await kindsOf(manager.organisationId)).toContain("site.edit");
});

test("what is added side by side is added, each once: nobody had read a version that could be stale", async () => {
  const { manager } = await createOrganisation("client", "Beside", ["manager"]);
  const names = ["Berlin", "Leipzig", "Dresden", "Erfurt"];
  await Promise.all(names.map((name) => addSite(manager, { ...site, name }, submission())));
  expect((await readProfile(manager)).sites.map(({ name }) => name)).toEqual(names.toSorted());
  const bodyId = await registerBody(manager, "Beside Assurance");
  const numbers = ["A-1", "A-2", "A-3", "A-4"];
  await Promise.all(
    numbers.map((number) =>
      saveAccreditation(manager, { ...values, bodyId, accreditationId: null, number }, submission()),
    ),
  );
  const kept = (await readBody(manager, bodyId)).accreditations.map(({ number }) => number);
  expect(kept).toEqual(expect.arrayContaining(numbers));
});

test("a site is changed by its own organisation alone", async () => {
  const { manager, executive } = await createOrganisation("client", "Own", ["manager", "executive"]);
  const stranger = await createOrganisation("client", "Other", ["manager"]);
  const { id: siteId } = await addSite(manager, site, submission());
  const change = { ...site, siteId, persons: 1 };
  await expect(editSite(stranger.manager, change, submission())).rejects.toThrow(NotThere);
  await expect(readSite(stranger.manager, siteId)).rejects.toThrow(NotThere);
  expect(await codesOf(editSite(executive, change, submission()))).toEqual(["not-yours"]);
  expect((await readSite(manager, siteId)).persons).toBe(60);
});

test("the profile is changed once for each version that was seen", async () => {
  const { manager, executive } = await createOrganisation("client", "Versions", ["manager", "executive"]);
  const { version } = (await readProfile(manager)).organisation;
  const profile = {
    legalName: "Versions GmbH",
    country: "Germany",
    timeZone: "Europe/Berlin",
    languages: ["German"],
  };
  await editProfile(manager, { ...profile, version }, submission());
  const later = { ...profile, legalName: "Other GmbH", version };
  await expect(editProfile(manager, later, submission())).rejects.toThrow(Changed);
  expect(await codesOf(editProfile(executive, profile, submission()))).toEqual(["not-yours"]);
  expect((await readProfile(manager)).organisation).toMatchObject(profile);
});

test("an action owner does not see the profile", async () => {
  const { owner } = await createOrganisation("client", "Closed", ["owner"]);
  await expect(readProfile(owner)).rejects.toThrow(NotThere);
  await expect(listBodies(owner)).rejects.toThrow(NotThere);
});

test("a client sees the bodies on CertTrail and its own entries, never another client's", async () => {
  const one = await createOrganisation("client", "Register One", ["manager"]);
  const two = await createOrganisation("client", "Register Two", ["manager"]);
  const body = await createOrganisation("body", "Register Certification", ["planner"]);
  const { id } = await addBody(one.manager, entry, submission());
  const seen = async (actor: typeof one.manager) => (await listBodies(actor)).map((listed) => listed.id);
  expect(await seen(one.manager)).toEqual(expect.arrayContaining([id, body.planner.organisationId]));
  expect(await seen(two.manager)).not.toContain(id);
  await expect(readBody(two.manager, id)).rejects.toThrow(NotThere);
  await expect(editBody(two.manager, { ...entry, bodyId: id }, submission())).rejects.toThrow(NotThere);
  await expect(readBody(body.planner, id)).rejects.toThrow(NotThere);
});

test("a client keeps the entries of its own bodies only; a body on CertTrail keeps its own", async () => {
  const { manager, executive } = await createOrganisation("client", "Keepers", ["manager", "executive"]);
  const body = await createOrganisation("body", "Keepers Certification", ["planner", "auditor"]);
  const bodyId = body.planner.organisationId;
  const taken = { ...entry, bodyId, name: "Taken over" };
  await expect(editBody(manager, taken, submission())).rejects.toThrow(NotThere);
  expect(await codesOf(addBody(executive, entry, submission()))).toEqual(["not-yours"]);
  const accreditation = {
    bodyId,
    accreditationId: null,
    accreditationBody: "DAkkS",
    scheme: "ISO/IEC 27001",
    number: "1",
    validFrom: null,
    validTo: null,
    recognition: null,
    checkedOn: null,
    checkedBy: null,
    sourceUrl: null,
  };
  await expect(saveAccreditation(manager, accreditation, submission())).rejects.toThrow(NotThere);
  expect(await codesOf(saveAccreditation(body.auditor, accreditation, submission()))).toEqual(["not-yours"]);
  await saveAccreditation(body.planner, accreditation, submission());
  expect((await readBody(manager, bodyId)).accreditations).toHaveLength(1);
});

test("an accreditation ends after it starts, and is changed and removed under its own body", async () => {
  const { manager } = await createOrganisation("client", "Dates", ["manager"]);
  const bodyId = await registerBody(manager, "Dates Assurance");
  const other = await registerBody(manager, "Dates Other");
  const [held] = (await readBody(manager, bodyId)).accreditations;
  const target = { bodyId, accreditationId: held?.id ?? "" };
  const backwards = { ...target, ...values, validTo: day("2027-01-31") };
  await expect(saveAccreditation(manager, backwards, submission())).rejects.toThrow(Rejected);
  await saveAccreditation(manager, { ...target, ...values }, submission());
  expect((await readBody(manager, bodyId)).accreditations).toMatchObject([{ number: "0099" }]);
  await expect(removeAccreditation(manager, { ...target, bodyId: other }, submission())).rejects.toThrow(
    NotThere,
  );
  await removeAccreditation(manager, target, submission());
  expect((await readBody(manager, bodyId)).accreditations).toEqual([]);
});

test("a scheme has a policy of its own over the body's, and each change is kept with its values", async () => {
  const { quality } = await createOrganisation("body", "Schemes", ["quality"]);
  const other = await createOrganisation("body", "No policy", ["planner"]);
  const { remindAtPercent: _, ...policy } = defaultPolicy;
  await editPolicy(quality, { policy: { ...policy, planDays: 20 } }, submission());
  const own = { ...policy, planDays: 10, dayCount: "business", holidays: [day("2027-12-24")] } as const;
  await editPolicy(quality, { policy: own, scheme: "ISO/IEC 27001" }, submission());
  expect((await readPolicy(quality)).policy).toMatchObject({ planDays: 20, dayCount: "calendar" });
  expect(await readPolicy(quality, "ISO/IEC 27001")).toMatchObject({ policy: own, own: ["ISO/IEC 27001"] });
  expect((await readPolicy(quality, "ISO 9001")).policy.planDays).toBe(20);
  expect((await listPolicyChanges(quality)).map(({ by, fields }) => [by, fields])).toEqual([
    [
      "Schemes quality",
      "Days for the plan: 20 to 10, Days are counted in: calendar to business, Holidays: none to 2027-12-24 (ISO/IEC 27001)",
    ],
    ["Schemes quality", "Days for the plan: 30 to 20"],
  ]);
  await expect(editPolicy(quality, { policy, scheme: "ISO 1" }, submission())).rejects.toThrow(Rejected);
  expect(await listPolicyChanges(other.planner)).toEqual([]);
  expect((await readPolicy(other.planner, "ISO/IEC 27001")).policy).toEqual(defaultPolicy);
});

test("a body sets its policy within the bounds of the standards, each bound named", async () => {
  const { planner, auditor } = await createOrganisation("body", "Policies", ["planner", "auditor"]);
  const { remindAtPercent: _, ...policy } = defaultPolicy;
  const { version } = await readPolicy(planner);
  await editPolicy(planner, { version, policy: { ...policy, planDays: 20, forwarding: true } }, submission());
  expect((await readPolicy(planner)).policy).toMatchObject({ planDays: 20, forwarding: true });
  const wrong = { ...policy, majorEvidenceDays: 200, suspensionMonths: 7 };
  expect(await codesOf(editPolicy(planner, { policy: wrong }, submission()))).toEqual([
    "policy-out-of-bounds",
    "policy-out-of-bounds",
  ]);
  expect(await codesOf(editPolicy(auditor, { policy }, submission()))).toEqual(["not-yours"]);
  await expect(editPolicy(planner, { version, policy }, submission())).rejects.toThrow(Changed);
  expect((await readPolicy(planner)).policy).toMatchObject({ planDays: 20, majorEvidenceDays: 90 });
});

test("a client has no policy", async () => {
  const { manager } = await createOrganisation("client", "No policy", ["manager"]);
  await expect(readPolicy(manager)).rejects.toThrow(NotThere);
});
