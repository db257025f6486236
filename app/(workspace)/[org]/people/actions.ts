"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { linkTo } from "@/lib/env";
import { asList } from "@/lib/form-data";
import { MAX_LINE } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as resets from "@/lib/store/password-resets";
import * as people from "@/lib/store/people";
import { isMailSetUp } from "@/lib/store/send-notices";

const roles = z.preprocess(
  (sent) => asList(sent),
  z.array(z.string()).min(1, { error: "Choose one role or more" }),
);

const Invite = z.object({
  email: z.email({ error: "Enter an e-mail address, such as name@example.com" }).max(MAX_LINE),
  roles,
});

export const invitePerson = action("people.manage", Invite, async ({ actor, input, submission }) => {
  const token = await people.invitePerson(actor, input, submission);
  if (isMailSetUp()) return { message: `Invitation sent to ${input.email}.` };
  const label = `Send this link to ${input.email}. It works once, for ${people.INVITATION_DAYS} days.`;
  return { message: "Invitation made.", shownOnce: { label, text: linkTo(paths.invitation(token)) } };
});

export const makeResetLink = action(
  "people.manage",
  z.object({ person: z.string() }),
  async ({ actor, input, submission }) => {
    const { token, personName } = await resets.makeResetLink(actor, { personId: input.person }, submission);
    if (isMailSetUp()) return { message: `Reset link sent to ${personName}.` };
    const label = `Give this link to ${personName} in person. It works once, for ${resets.RESET_MINUTES} minutes.`;
    return { message: "Reset link made.", shownOnce: { label, text: linkTo(paths.reset(token)) } };
  },
);

const Member = z.object({ person: z.string() });

export const changeRoles = action(
  "people.manage",
  Member.extend({ roles }),
  async ({ actor, input, submission, version = 0 }) => {
    await people.changeRoles(actor, { personId: input.person, version, roles: input.roles }, submission);
    return { message: "Roles changed." };
  },
);

export const setActive = action(
  "people.manage",
  Member.extend({ active: z.stringbool() }),
  async ({ actor, input, submission, version = 0 }) => {
    await people.setActive(actor, { personId: input.person, version, active: input.active }, submission);
    return { message: input.active ? "Person reactivated." : "Person deactivated." };
  },
);
