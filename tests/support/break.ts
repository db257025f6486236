import { type Day, day } from "@/lib/day";
import type { Policy } from "@/lib/lifecycle/policy";
import type {
  AuditRecord,
  CaseRecord,
  CertificateRecord,
  FindingRecord,
  ProjectRecord,
  SourcingRecord,
} from "@/lib/lifecycle/record";
import { aMoment, people } from "./people";
import { aTie } from "./record";
import type { Scene } from "./scene";

/** One change to a passing moment. */
export type Break = (scene: Scene) => Scene;

export const withInput =
  (patch: Record<string, unknown>): Break =>
  (scene) => ({ ...scene, input: { ...scene.input, ...patch } });

export const withRecord =
  (patch: Partial<ProjectRecord>): Break =>
  (scene) => ({ ...scene, facts: { ...scene.facts, record: { ...scene.facts.record, ...patch } } });

export const withSourcing =
  (patch: Partial<SourcingRecord>): Break =>
  (scene) =>
    withRecord({ sourcing: { ...scene.facts.record.sourcing, ...patch } })(scene);

export const withCase =
  (patch: Partial<CaseRecord>): Break =>
  (scene) => {
    const { certificationCase } = scene.facts.record;
    return withRecord({ certificationCase: certificationCase && { ...certificationCase, ...patch } })(scene);
  };

/** Changes the audit of the facts, in the record too. */
export const withAudit =
  (patch: Partial<AuditRecord>): Break =>
  (scene) => {
    const audit = { ...scene.facts.audit, ...patch };
    const audits = scene.facts.record.audits.map((one) => (one.id === audit.id ? audit : one));
    const changed = withRecord({ audits })(scene);
    return { ...changed, facts: { ...changed.facts, audit } };
  };

export const withStage =
  (kind: AuditRecord["kind"], patch: Partial<AuditRecord>): Break =>
  (scene) =>
    withRecord({
      audits: scene.facts.record.audits.map((one) => (one.kind === kind ? { ...one, ...patch } : one)),
    })(scene);

/** Changes the finding of the facts, in the record too. */
export const withFinding =
  (patch: Partial<FindingRecord>): Break =>
  (scene) => {
    const finding = { ...scene.facts.finding, ...patch };
    const findings = scene.facts.record.findings.map((one) => (one.id === finding.id ? finding : one));
    const changed = withRecord({ findings })(scene);
    return { ...changed, facts: { ...changed.facts, finding } };
  };

export const withCertificate =
  (patch: Partial<CertificateRecord>): Break =>
  (scene) => {
    const { certificate } = scene.facts;
    return { ...scene, facts: { ...scene.facts, certificate: certificate && { ...certificate, ...patch } } };
  };

export const withPolicy =
  (patch: Partial<Policy>): Break =>
  (scene) => {
    const { moment } = scene.facts;
    return {
      ...scene,
      facts: { ...scene.facts, moment: { ...moment, policy: { ...moment.policy, ...patch } } },
    };
  };

export const onDay =
  (text: string): Break =>
  (scene) => {
    const on: Day = day(text);
    return { ...scene, facts: { ...scene.facts, moment: { ...scene.facts.moment, on, today: on } } };
  };

/** Another person acts, with the same power. */
export const byPerson =
  (personId: string): Break =>
  (scene) => {
    const { moment } = scene.facts;
    const who = { ...moment.who, personId };
    return { ...scene, facts: { ...scene.facts, moment: { ...moment, who, personId } } };
  };

/** The client's manager acts instead. */
export const byManager: Break = (scene) => {
  const { on, today, policy } = scene.facts.moment;
  const moment = aMoment("client:manager", people.manager, { on, today, policy });
  return { ...scene, power: "client:manager", facts: { ...scene.facts, moment } };
};

/** The person who acts worked for the client and still does (IMP-4). */
export const tiePerson: Break = (scene) =>
  withRecord({ ties: [{ ...aTie(scene.facts.moment.personId), endedOn: null }] })(scene);

/** The person who acts has declared a conflict, and nobody has decided on it (IMP-7). */
export const conflictPerson: Break = (scene) =>
  withRecord({ ties: [{ ...aTie(scene.facts.moment.personId), kind: "family", endedOn: null }] })(scene);

export const inOrder =
  (...breaks: Break[]): Break =>
  (scene) =>
    breaks.reduce((done, change) => change(done), scene);
