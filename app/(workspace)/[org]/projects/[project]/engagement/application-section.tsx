import { RecordedMark } from "@/components/project/recorded-mark";
import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { TextArea, TextField } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import { SummaryList } from "@/components/ui/summary-list";
import { DateField } from "@/components/ui/value-fields";
import type { Actor } from "@/lib/actor";
import { formatDay } from "@/lib/day";
import type { Agreement } from "@/lib/store/agreement";
import { acceptApplication, declineApplication, sendApplication } from "./actions";
import { AgreementAct } from "./agreement-act";
import type { AgreementView } from "./agreement-sections";

type Application = NonNullable<Agreement["application"]>;

/** The application to the chosen body and the body's review of it (APP-1 … APP-5). */
export function ApplicationSection({ actor, view }: { actor: Actor; view: AgreementView }) {
  const { application, body } = view.agreement;
  // A declined application was another body's; this one has none yet.
  const own = application && application.bodyId === body?.id ? application : null;
  const isWaiting = own?.outcome === "waiting" && view.record.sourcing.state === "cb_selected";
  const acts = { actor, view };
  return (
    <Card title="Application" id="application" actions={own && <OutcomePill application={own} />}>
      <div className="space-y-6">
        {own ? <ApplicationFacts application={own} /> : <SendForm {...acts} />}
        {isWaiting && (
          <>
            <AgreementAct
              {...acts}
              ofBody
              command="acceptApplication"
              action={acceptApplication}
              submitLabel="Accept application"
            >
              <TextArea
                name="competence"
                label="Competence that is needed"
                hint="Of the audit team and of who decides: technical area, standard, language (APP-5)."
                rows={3}
              />
            </AgreementAct>
            <details>
              <summary className="w-fit py-0.5 text-link underline underline-offset-3">
                Decline the application
              </summary>
              <div className="pt-3">
                <AgreementAct
                  {...acts}
                  ofBody
                  command="declineApplication"
                  action={declineApplication}
                  submitLabel="Decline application"
                  submitVariant="secondary"
                >
                  <TextArea name="reason" label="Reasons" hint="The client reads them (APP-4)." rows={3} />
                </AgreementAct>
              </div>
            </details>
          </>
        )}
      </div>
    </Card>
  );
}

function OutcomePill({ application }: { application: Application }) {
  const { outcome, recorded } = application;
  return (
    <>
      {outcome === "accepted" && <Pill kind="success">Accepted</Pill>}
      {outcome === "declined" && <Pill kind="danger">Declined</Pill>}
      {outcome === "waiting" && <Pill kind="waiting">Waiting for the body</Pill>}
      {recorded && <RecordedMark {...recorded} />}
    </>
  );
}

function ApplicationFacts({ application }: { application: Application }) {
  const { signatory, consultancy, consultancyBodyRelated, consultancyEndedOn, notes, sentOn } = application;
  const { reviewedOn, competence, reasons } = application;
  return (
    <SummaryList
      items={[
        { term: "Sent on", value: formatDay(sentOn) },
        { term: "Signed by", value: signatory },
        { term: "Consultancy", value: <span className="prose-plain">{consultancy}</span> },
        {
          term: "Related to the body",
          value: consultancyBodyRelated
            ? `Yes, ${consultancyEndedOn ? `ended on ${formatDay(consultancyEndedOn)}` : "still going on"}`
            : "No",
        },
        ...(notes ? [{ term: "Notes", value: <span className="prose-plain">{notes}</span> }] : []),
        ...(reviewedOn ? [{ term: "Reviewed on", value: formatDay(reviewedOn) }] : []),
        ...(competence
          ? [{ term: "Competence needed", value: <span className="prose-plain">{competence}</span> }]
          : []),
        ...(reasons ? [{ term: "Reasons", value: <span className="prose-plain">{reasons}</span> }] : []),
      ]}
    />
  );
}

function SendForm({ actor, view }: { actor: Actor; view: AgreementView }) {
  if (actor.side === "body") return <p className="text-muted">The client has not sent it yet.</p>;
  return (
    <AgreementAct
      actor={actor}
      view={view}
      command="sendApplication"
      action={sendApplication}
      submitLabel="Send application"
    >
      <p className="max-w-read text-muted">
        The body also gets your scope, sites and persons as they stand in the request.
      </p>
      <TextField
        name="signatory"
        label="Signed by"
        hint="Name and function of the authorised person, for example Viktor Lang, Chief executive."
      />
      <TextArea
        name="consultancy"
        label="Consultancy for the management system"
        hint='Who advised you, and on what. Write "None" if nobody did (APP-1).'
        rows={3}
      />
      <RadioCards
        name="consultancyBodyRelated"
        label="Is the certification body related to who advised you?"
        defaultValue="false"
        columns={2}
        options={[
          { value: "false", label: "No, or nobody advised us" },
          { value: "true", label: "Yes", hint: "The body can certify two years after it ended (IMP-3)." },
        ]}
      />
      <DateField name="consultancyEndedOn" label="Last day of that consultancy" optional />
      <TextArea name="notes" label="Notes to the body" optional rows={3} />
    </AgreementAct>
  );
}
