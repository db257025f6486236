import type { Day } from "@/lib/day";
import { issueCertificate } from "@/lib/store/certificates";
import {
  askForMore,
  forwardFile,
  grantCertification,
  recordAnswer,
  refuseCertification,
  upholdAppeal,
} from "@/lib/store/decisions";
import { newId } from "@/lib/store/new-id";
import type { ProductAct } from "./runs-act";
import type { DecisionCommand } from "./runs-acts-case";
import { text } from "./runs-acts-sourcing";

export const decisionRunActs: Record<DecisionCommand | "certificate.issue", ProductAct> = {
  "certification.returnForMore": {
    call: ({ actor, submission, projectId, ...call }) =>
      askForMore(actor, { projectId, reason: text(call, "reason") }, submission),
  },
  "certification.forwardToAccreditationBody": {
    call: ({ actor, submission, projectId }) => forwardFile(actor, { projectId, to: "DAkkS" }, submission),
  },
  "certification.recordAccreditationAnswer": {
    call: ({ actor, submission, projectId, ...call }) => {
      const answered = { answeredOn: call.input.answeredOn as Day, answer: text(call, "answer") };
      return recordAnswer(actor, { projectId, ...answered }, submission);
    },
  },
  "certification.grant": {
    call: ({ actor, submission, projectId, ...call }) =>
      grantCertification(actor, { projectId, grounds: text(call, "grounds"), conditions: null }, submission),
  },
  "certification.refuse": {
    call: ({ actor, submission, projectId, ...call }) =>
      refuseCertification(actor, { projectId, reason: text(call, "reason") }, submission),
  },
  "certification.upholdAppeal": {
    call: ({ actor, submission, projectId, ...call }) =>
      upholdAppeal(actor, { projectId, reason: text(call, "reason") }, submission),
  },
  "certificate.issue": {
    // What it would say names the body, so before one is chosen there is none to issue.
    early: ({ record }) => (record.bodyId === null ? "not-there" : null),
    call: ({ actor, submission, projectId, ...call }) => {
      const { effectiveFrom, expiresOn } = call.input as { effectiveFrom: Day; expiresOn: Day };
      // The number of the body's own certificate is its own; many runs have the same body.
      const number = text(call, "number") && `${text(call, "number")}-${newId()}`;
      return issueCertificate(actor, { projectId, number, effectiveFrom, expiresOn }, submission);
    },
  },
};
