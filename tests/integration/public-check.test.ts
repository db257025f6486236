import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as verify } from "@/app/(public)/verify/route";
import { GET as open } from "@/app/v/[token]/route";
import { day, dayToDate } from "@/lib/day";
import { issueCertificate } from "@/lib/store/certificates";
import { grantCertification } from "@/lib/store/decisions";
import { sent } from "@/lib/store/pool";
import { findByNumber, findByToken } from "@/lib/store/public-certificates";
import { uploadFile } from "../support/open-findings";
import { DECISION_DAY, layReadyDossier, onDecisionDay } from "../support/ready-dossier";
import { rows } from "../support/rows";
import type { RunningStage2 } from "../support/running-stage2";
import { at, onDatabase, submission } from "../support/story";

vi.hoisted(() => {
  process.env.CERTTRAIL_NOW = "2027-06-01T14:05:00Z";
});
onDatabase();

let scene: RunningStage2;
let recordedScene: RunningStage2;
let token: string;

async function certify(of: RunningStage2, number: string | null): Promise<string> {
  const { projectId, client, body } = of;
  const by = number === null ? body.decider : client.manager;
  const moment = async () => {
    if (number === null) return onDecisionDay();
    const proofId = await uploadFile(client.manager, projectId);
    return submission(at(DECISION_DAY), { recorded: { on: day("2027-04-02"), by: "Ines Falk", proofId } });
  };
  const grounds = "The file is complete and the team recommends certification.";
  await grantCertification(by, { projectId, grounds, conditions: null }, await moment());
  await issueCertificate(by, { projectId, number, effectiveFrom: null, expiresOn: null }, await moment());
  const { publicToken } = await rows().certificate.findFirstOrThrow({ where: { projectId } });
  return publicToken;
}

beforeAll(async () => {
  scene = await layReadyDossier({ name: "Northwind Traders GmbH" });
  token = await certify(scene, null);
  recordedScene = await layReadyDossier({ connected: false, name: "Contoso Ltd" });
});

const ask = async (query: Record<string, string>) => {
  const response = await verify(new Request(`http://localhost/verify?${new URLSearchParams(query)}`));
  return { response, text: await response.text() };
};
const openToken = async (asked: string) => {
  const params = Promise.resolve({ token: asked });
  const response = await open(new Request(`http://localhost/v/${asked}`), { params });
  return { response, text: await response.text() };
};
const KNOWN = { number: "ISMS-2027-0001", organisation: "northwind traders gmbh" };

describe("the public link", () => {
  test("says in words that the certificate is valid, for whom, and nothing internal (CRT-3)", async () => {
    const { response, text } = await openToken(token);
    expect(response.status).toBe(200);
    expect(text).toContain("Valid on 1 Jun 2027, 14:05 UTC");
    for (const shown of ["Northwind Traders GmbH", "ISO/IEC 27001:2022", "ISMS-2027-0001", "4 Apr 2030"])
      expect(text).toContain(shown);
    expect(text).toContain(`http://localhost:3000/v/${token}`);
    const people = Object.values({ ...scene.client, ...scene.body });
    for (const { personName, personId } of people) {
      expect(text).not.toContain(personName);
      expect(text).not.toContain(personId);
    }
    expect(text).not.toContain(scene.projectId);
  });

  test("lets nothing run, load, be kept or be framed", async () => {
    const { response, text } = await openToken(token);
    const policy = response.headers.get("content-security-policy") ?? "";
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'; img-src 'self';/);
    expect(text).toContain(`<style nonce="${nonce}">`);
    expect(text).not.toContain("style=");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const again = await openToken(token);
    expect(again.response.headers.get("content-security-policy")).not.toBe(policy);
  });

  test("tells a token that is none with 404, in the same layout and after the same work", async () => {
    const before = sent.statements;
    await findByToken(token);
    expect(sent.statements - before).toBe(1);
    await openToken(token);
    const forHit = sent.statements - before - 1;
    const { response, text } = await openToken("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    expect(sent.statements - before - 1 - forHit).toBe(forHit);
    expect(response.status).toBe(404);
    expect(text).toContain("We have no certificate at this address");
    expect(text).toContain("CertTrail</b> certificate check");
    for (const odd of ["\0", "%00", "a".repeat(4000), "' OR 1=1 --"])
      expect((await openToken(odd)).response.status).toBe(404);
  });
});

describe("the check by number and organisation", () => {
  test("finds a certificate by both, without case and punctuation", async () => {
    const { response, text } = await ask(KNOWN);
    expect(response.status).toBe(200);
    expect(text).toContain("Valid on 1 Jun 2027, 14:05 UTC");
    expect(text).toContain(`/v/${token}`);
  });

  test("answers hit and miss alike: same status, same headers, same number of statements", async () => {
    const asked = [
      KNOWN,
      { ...KNOWN, organisation: "Contoso Ltd" },
      { ...KNOWN, number: "ISMS-2027-9999" },
      { number: "x", organisation: "y" },
    ];
    const answers = [];
    for (const query of asked) {
      const before = sent.statements;
      await findByNumber(query.number, query.organisation);
      const statements = sent.statements - before;
      const { response, text } = await ask(query);
      const headers = [...response.headers.keys()].join();
      answers.push({ statements, status: response.status, headers, found: text.includes("Valid on") });
    }
    const [hit, ...misses] = answers;
    expect(hit?.found).toBe(true);
    for (const miss of misses) expect(miss).toEqual({ ...hit, found: false });
  });

  test("asks for both, and keeps what was typed", async () => {
    const { response, text } = await ask({ number: "ISMS-2027-0001", organisation: " " });
    expect(response.status).toBe(200);
    expect(text).toContain("Enter both the certificate number and the organisation.");
    expect(text).toContain(`value="ISMS-2027-0001"`);
    expect(text).not.toContain("Northwind");
    expect((await ask({})).text).not.toContain("There is a problem");
  });
});

test("a certificate that the client recorded is never called valid before its body has confirmed it", async () => {
  const recordedToken = await certify(recordedScene, "AC-77");
  const { text } = await openToken(recordedToken);
  expect(text).not.toContain("Valid on");
  expect(text).toContain("Recorded by Northwind, not confirmed by Alder Cert Ltd");
  await rows().recordedAct.updateMany({
    where: { projectId: recordedScene.projectId },
    data: { standing: "confirmed", answeredAt: at("2027-05-01") },
  });
  expect((await openToken(recordedToken)).text).toContain("Valid on");
});

test("every end of a certificate shows at once", async () => {
  const where = { publicToken: token };
  const headline = async () => /<h1>(.*?)<\/h1>/.exec((await openToken(token)).text)?.[1];
  await rows().certificate.update({
    where,
    data: {
      state: "suspended",
      suspendedOn: dayToDate(day("2027-05-03")),
      suspendedUntil: dayToDate(day("2027-11-03")),
    },
  });
  expect(await headline()).toBe("Suspended since 3 May 2027");
  await rows().certificate.update({
    where,
    data: {
      state: "withdrawn",
      suspendedOn: null,
      suspendedUntil: null,
      endedOn: dayToDate(day("2027-05-20")),
    },
  });
  expect(await headline()).toBe("Withdrawn on 20 May 2027");
});
