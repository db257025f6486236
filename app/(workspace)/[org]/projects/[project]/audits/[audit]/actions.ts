"use server";

import { action } from "@/lib/action";
import { optionalTextField } from "@/lib/form-fields";
import * as audits from "@/lib/store/audits";
import * as meetings from "@/lib/store/meetings";
import * as results from "@/lib/store/stage-results";
import { Audit, Reasoned, toAudit } from "./audit-form";

export const startAudit = action("audit.startAudit", Audit, async ({ actor, input, submission, version }) => {
  await audits.startAudit(actor, toAudit(input, version), submission);
  return { message: "Audit started." };
});

export const concludeAudit = action(
  "audit.concludeAudit",
  Audit,
  async ({ actor, input, submission, version }) => {
    await audits.concludeAudit(actor, toAudit(input, version), submission);
    return { message: "Audit concluded." };
  },
);

export const cancelAudit = action(
  "audit.cancelAudit",
  Reasoned,
  async ({ actor, input, submission, version }) => {
    const reason = input.reason ?? "";
    await audits.cancelAudit(actor, { ...toAudit(input, version), reason }, submission);
    return { message: "Audit cancelled." };
  },
);

export const terminateAudit = action(
  "audit.terminateAudit",
  Reasoned,
  async ({ actor, input, submission, version }) => {
    const reason = input.reason ?? "";
    await audits.terminateAudit(actor, { ...toAudit(input, version), reason }, submission);
    return { message: "Audit terminated." };
  },
);

/** One name a line; blank lines are left out. */
const namesField = optionalTextField().transform((text) =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean),
);

const Meeting = Audit.extend({ attendance: namesField });

export const holdOpening = action(
  "audit.holdOpening",
  Meeting,
  async ({ actor, input, submission, version }) => {
    const { attendance } = input;
    await meetings.holdOpening(actor, { ...toAudit(input, version), attendance }, submission);
    return { message: "Opening meeting recorded." };
  },
);

export const holdClosing = action(
  "audit.holdClosing",
  Meeting.extend({ disagreements: optionalTextField() }),
  async ({ actor, input, submission, version }) => {
    const { attendance, disagreements } = input;
    await meetings.holdClosing(actor, { ...toAudit(input, version), attendance, disagreements }, submission);
    return { message: "Closing meeting recorded." };
  },
);

export const confirmReadiness = action(
  "certification.readyForStage2",
  Audit,
  async ({ actor, input, submission, version }) => {
    await results.confirmReadiness(actor, toAudit(input, version), submission);
    return { message: "Stage 1 is concluded. Stage 2 can be planned." };
  },
);

export const sendBack = action(
  "certification.notReady",
  Reasoned,
  async ({ actor, input, submission, version }) => {
    const reason = input.reason ?? "";
    await results.sendBack(actor, { ...toAudit(input, version), reason }, submission);
    return { message: "Stage 1 is concluded. The client prepares for another Stage 1." };
  },
);
