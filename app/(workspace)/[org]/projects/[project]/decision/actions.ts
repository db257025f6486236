"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { dayField, MAX_LINE, optionalTextField, textField } from "@/lib/form-fields";
import * as store from "@/lib/store/decisions";

const Case = z.object({ project: z.string() });
/** `seen` is the hash of the dossier that was read. */
const Decide = Case.extend({ seen: z.string().optional() });

const Grant = Decide.extend({ grounds: optionalTextField(), conditions: optionalTextField() });

export const grantCertification = action(
  "certification.grant",
  Grant,
  async ({ actor, input, submission, version }) => {
    const { project, seen, grounds, conditions } = input;
    await store.grantCertification(
      actor,
      { projectId: project, version, seen, grounds: grounds ?? "", conditions },
      submission,
    );
    return { message: "Certification granted. Now the certificate can be issued." };
  },
);

const Reasoned = Decide.extend({ reason: optionalTextField() });

export const askForMore = action(
  "certification.returnForMore",
  Reasoned,
  async ({ actor, input, submission, version }) => {
    const { project, seen, reason } = input;
    await store.askForMore(actor, { projectId: project, version, seen, reason: reason ?? "" }, submission);
    return { message: "The audit team has the case again and reads what is missing." };
  },
);

export const refuseCertification = action(
  "certification.refuse",
  Reasoned,
  async ({ actor, input, submission, version }) => {
    const { project, seen, reason } = input;
    await store.refuseCertification(
      actor,
      { projectId: project, version, seen, reason: reason ?? "" },
      submission,
    );
    return { message: "Certification refused. The client reads the reasons and can appeal." };
  },
);

const Appeal = Case.extend({ reason: optionalTextField() });

export const upholdAppeal = action(
  "certification.upholdAppeal",
  Appeal,
  async ({ actor, input, submission, version }) => {
    const { project, reason } = input;
    await store.upholdAppeal(actor, { projectId: project, version, reason: reason ?? "" }, submission);
    return { message: "Appeal upheld. The case waits for a new decision by somebody else." };
  },
);

const Forward = Case.extend({ to: textField("Enter the name of the accreditation body", MAX_LINE) });

export const forwardFile = action(
  "certification.forwardToAccreditationBody",
  Forward,
  async ({ actor, input, submission, version }) => {
    await store.forwardFile(actor, { projectId: input.project, version, to: input.to }, submission);
    return { message: "File forwarded. The body still decides alone." };
  },
);

const Answer = Case.extend({
  answeredOn: dayField("Enter the day of the answer"),
  answer: optionalTextField(),
});

export const recordAnswer = action(
  "certification.recordAccreditationAnswer",
  Answer,
  async ({ actor, input, submission, version }) => {
    const { project, answeredOn, answer } = input;
    await store.recordAnswer(
      actor,
      { projectId: project, version, answeredOn, answer: answer ?? "" },
      submission,
    );
    return { message: "Answer recorded." };
  },
);
