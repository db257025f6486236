"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { parseAuditDays } from "@/lib/audit-time/days";
import { dayField, MAX_LINE, optionalTextField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as plans from "@/lib/store/audit-plans";
import { Audit, toAudit } from "../audit-form";

const DAYS_MESSAGE = "Enter auditor days as a number, such as 3 or 4.5";

const daysField = z.string({ error: DAYS_MESSAGE }).transform((text, context): number => {
  const centidays = parseAuditDays(text);
  if (centidays !== null) return centidays;
  context.addIssue({ code: "custom", message: DAYS_MESSAGE });
  return z.NEVER;
});

const Dates = Audit.extend({
  startsOn: dayField("Enter the first day of the audit"),
  endsOn: dayField("Enter the last day of the audit"),
  requiredDays: z.union([z.literal("").transform(() => null), daysField]),
  plannedDays: daysField,
  objectives: optionalTextField(),
  remoteNote: optionalTextField(),
});

export const setDates = action("audit.setDates", Dates, async ({ actor, input, submission, version }) => {
  const { startsOn, endsOn, objectives, remoteNote } = input;
  const time = { requiredCentidays: input.requiredDays, plannedCentidays: input.plannedDays };
  const dates = { ...toAudit(input, version), startsOn, endsOn, ...time, objectives, remoteNote };
  await plans.setDates(actor, dates, submission);
  return { message: "Dates and time saved." };
});

const clockField = (message: string) => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: message });

const Session = Audit.extend({
  session: optionalTextField(MAX_LINE),
  on: dayField("Enter the day of the session"),
  startsAt: clockField("Enter when the session starts, such as 09:00"),
  endsAt: clockField("Enter when the session ends, such as 10:30"),
  topic: optionalTextField(MAX_LINE),
  siteId: optionalTextField(MAX_LINE),
  auditorId: optionalTextField(MAX_LINE),
  interviewee: optionalTextField(MAX_LINE),
});

export const saveSession = action(
  "audit.editSession",
  Session,
  async ({ actor, input, submission, version }) => {
    const { session, on, startsAt, endsAt, topic, siteId, auditorId, interviewee } = input;
    const saved = {
      sessionId: session,
      on,
      startsAt,
      endsAt,
      topic: topic ?? "",
      siteId,
      auditorId,
      interviewee,
    };
    await plans.saveSession(actor, { ...toAudit(input, version), ...saved }, submission);
    if (session === null) return { message: "Session added." };
    const redirectTo = paths.project(actor.organisationSlug, input.project).auditPlan(input.audit);
    return { message: "Session changed.", redirectTo };
  },
);

export const removeSession = action(
  "audit.editSession",
  Audit.extend({ session: z.string() }),
  async ({ actor, input, submission, version }) => {
    await plans.removeSession(actor, { ...toAudit(input, version), sessionId: input.session }, submission);
    const redirectTo = paths.project(actor.organisationSlug, input.project).auditPlan(input.audit);
    return { message: "Session removed.", redirectTo };
  },
);

export const sendPlan = action("audit.sendPlan", Audit, async ({ actor, input, submission, version }) => {
  await plans.sendPlan(actor, toAudit(input, version), submission);
  return { message: "Plan sent to the client." };
});

export const confirmPlan = action(
  "audit.confirmPlan",
  Audit,
  async ({ actor, input, submission, version }) => {
    await plans.confirmPlan(actor, toAudit(input, version), submission);
    return { message: "Plan confirmed." };
  },
);

export const planAudit = action("audit.planAudit", Audit, async ({ actor, input, submission, version }) => {
  await plans.planAudit(actor, toAudit(input, version), submission);
  return { message: "Dates and plan are agreed." };
});
