import type { Metadata } from "next";
import { AccreditationList } from "@/components/organisation/accreditation-list";
import { BodyFields } from "@/components/organisation/body-fields";
import { BodyNotes } from "@/components/organisation/body-notes";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { SummaryList } from "@/components/ui/summary-list";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { warnOfLapses } from "@/lib/selection/lapse";
import { orNotFound, pageActor } from "@/lib/session/page";
import { accreditationOf } from "@/lib/store/accreditations";
import { readBody } from "@/lib/store/bodies";
import { listBodyNotes } from "@/lib/store/body-notes";
import { listPlannedDecisions } from "@/lib/store/planned-decisions";
import {
  addBodyNote,
  editBody,
  inviteToConnect,
  removeAccreditation,
  removeBodyNote,
  saveAccreditation,
} from "../actions";

interface Props {
  params: Promise<{ org: string; body: string }>;
}

export const metadata: Metadata = { title: "Certification body" };

/** One body of the register: its accreditations, what the client knows of it, and its entry where the client keeps it. */
export default async function BodyPage({ params }: Props) {
  const { org, body: bodyId } = await params;
  const actor = await pageActor(org);
  const body = await orNotFound(readBody(actor, bodyId));
  const mayEdit = body.isKept && may(actor, "register.edit");
  const hidden = { org, body: body.id };
  const held = body.accreditations.map(accreditationOf);
  const today = currentDay(actor.timeZone);
  const planned = (await listPlannedDecisions(actor)).get(body.id) ?? [];
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: paths.bodies(org), label: "Certification bodies" }]} />}
        title={body.name}
        pills={
          body.connected ? (
            <Pill kind="success">On CertTrail</Pill>
          ) : (
            <Pill kind="neutral">Not on CertTrail</Pill>
          )
        }
        lead={body.connected ? "The body keeps this entry itself." : "You keep this entry."}
      />
      <section aria-labelledby="accreditations" className="space-y-3">
        <h2 id="accreditations">Accreditations</h2>
        <AccreditationList
          held={held}
          today={today}
          warnings={warnOfLapses(held, today, planned)}
          acts={mayEdit ? { save: saveAccreditation, remove: removeAccreditation, hidden } : undefined}
        />
      </section>
      {actor.side === "client" && (
        <BodyNotes
          notes={await listBodyNotes(actor, [body.id])}
          today={today}
          acts={
            may(actor, "register.note") ? { add: addBodyNote, remove: removeBodyNote, hidden } : undefined
          }
        />
      )}
      <Card title="Entry">
        {mayEdit ? (
          <ServerForm
            action={editBody}
            hidden={hidden}
            version={body.version}
            submitLabel="Save entry"
            keepsFields
          >
            <BodyFields body={body} />
          </ServerForm>
        ) : (
          <SummaryList
            items={[
              { term: "Legal name", value: body.legalName },
              { term: "Country", value: body.country },
              { term: "Languages", value: body.languages.join(", ") },
              { term: "Sectors", value: body.sectors.join(", ") },
            ]}
          />
        )}
      </Card>
      {mayEdit && may(actor, "body.connect") && (
        <Card title="Bring the body to CertTrail" id="connect">
          <p className="max-w-read pb-4 text-muted">
            From then on it keeps its entry and acts itself. It confirms or corrects what you recorded for it.
          </p>
          <ServerForm
            action={inviteToConnect}
            hidden={hidden}
            submitLabel="Invite body"
            submitVariant="secondary"
          >
            <TextField
              name="email"
              label="E-mail address of a person there"
              hint="That person becomes the administrator and planner of the body."
              type="email"
              width="medium"
            />
          </ServerForm>
        </Card>
      )}
    </div>
  );
}
