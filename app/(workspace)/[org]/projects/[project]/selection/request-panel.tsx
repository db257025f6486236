import Link from "next/link";
import { ActPanel } from "@/components/project/act-panel";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice-fields";
import { SelectField, TextArea } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { DateField } from "@/components/ui/value-fields";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { addDays } from "@/lib/day";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { paths } from "@/lib/paths";
import { checkAccreditation } from "@/lib/selection/accreditation-gate";
import { accreditationOf } from "@/lib/store/accreditations";
import { listBodies } from "@/lib/store/bodies";
import { viewingFacts } from "@/lib/store/viewing";
import { inviteBody, issueRfp } from "./actions";
import type { SelectionView } from "./lead";

/** Days a body usually gets for its answer. */
const ANSWER_DAYS = 21;

/** Issues the request to the bodies of the register, or invites one more. */
export async function RequestPanel({ actor, view }: { actor: Actor; view: SelectionView }) {
  const { record, scheme, today } = view;
  const { state, version, invitedBodyIds } = record.sourcing;
  const isOpen = state === "rfp_open" || state === "evaluating";
  if (!may(actor, "sourcing.issueRfp") || !(state === "planning" || isOpen)) return null;
  const org = actor.organisationSlug;
  const form = { hidden: { org, project: record.id }, version };
  const bodies = (await listBodies(actor)).map(({ id, name, connected, accreditations }) => ({
    value: id,
    label: name,
    hint: [
      connected
        ? "On CertTrail, answers online."
        : "Not on CertTrail, answers by a link or you enter its answer.",
      checkAccreditation(accreditations.map(accreditationOf), scheme, today, record.targetOn).sentence,
    ].join(" "),
  }));
  const register = (
    <Link href={paths.bodies(org)} prefetch={false}>
      register of bodies
    </Link>
  );
  if (isOpen) {
    const others = bodies.filter(({ value }) => !invitedBodyIds.includes(value));
    return (
      <Card title="Invite another body">
        {others.length > 0 ? (
          <ServerForm {...form} action={inviteBody} submitLabel="Invite body" submitVariant="secondary">
            <SelectField name="bodyId" label="Body" options={others} />
          </ServerForm>
        ) : (
          <p className="text-muted">Every body of your {register} is invited.</p>
        )}
      </Card>
    );
  }
  return (
    <Card title="Issue the request" id="issue">
      <ActPanel
        {...form}
        reasons={reasonsAgainst("sourcing", "issueRfp", state, viewingFacts(actor, view))}
        action={issueRfp}
        submitLabel="Issue request for proposals"
        confirm={{
          title: "Check your request",
          text: "The bodies you chose see the request above. After this you cannot change the project.",
          label: "Issue request for proposals",
        }}
      >
        {bodies.length > 0 ? (
          <CheckboxGroup
            name="bodyIds"
            label="Bodies to invite"
            hint={<>Three or more give a fair comparison. Missing one? Add it to your {register}.</>}
            options={bodies}
          />
        ) : (
          <p className="text-muted">Your {register} is empty. Add the bodies you want to ask.</p>
        )}
        <DateField
          name="answerDueOn"
          label="Answers due by"
          min={today}
          chips={[
            { label: "+14 days", value: addDays(today, 14) },
            { label: `+${ANSWER_DAYS} days`, value: addDays(today, ANSWER_DAYS) },
          ]}
        />
        <TextArea
          name="note"
          label="Questions to the bodies"
          hint="Every body gets the same ones, for example about sector experience, languages or notice."
          optional
        />
      </ActPanel>
    </Card>
  );
}
