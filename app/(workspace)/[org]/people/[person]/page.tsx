import type { Metadata } from "next";
import { nameRoles } from "@/components/frame/role-names";
import { CompetenceSection } from "@/components/organisation/competence-section";
import { TieSection } from "@/components/organisation/tie-section";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { COMPETENCE_WARNING_DAYS } from "@/lib/store/competences";
import { readPerson } from "@/lib/store/person-page";
import { decideTie, declareTie, endTie, recordCompetence, withdrawCompetence } from "./actions";

export const metadata: Metadata = { title: "Person" };

interface Props {
  params: Promise<{ org: string; person: string }>;
}

/** A person of the body: competences with their proof, and ties to clients with what was decided (TEAM-2, IMP-4, IMP-7). */
export default async function PersonPage({ params }: Props) {
  const { org, person: personId } = await params;
  const actor = await pageActor(org);
  const person = await orNotFound(readPerson(actor, personId));
  const today = currentDay(actor.timeZone);
  const hidden = { org, person: person.personId };
  const records = may(actor, "competence.record");
  const isOwn = actor.personId === person.personId;
  const decides = may(actor, "tie.decide") && !isOwn;
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: paths.people(org), label: "People" }]} />}
        title={person.name}
        pills={!person.active && <Pill kind="locked">Deactivated</Pill>}
        lead={nameRoles(person.roles)}
      />
      <CompetenceSection
        competences={person.competences}
        name={person.name}
        today={today}
        timeZone={actor.timeZone}
        warnDays={COMPETENCE_WARNING_DAYS}
        acts={records ? { record: recordCompetence, withdraw: withdrawCompetence, hidden } : undefined}
      />
      <TieSection
        ties={person.ties}
        clients={person.clients}
        today={today}
        hidden={hidden}
        acts={{
          declare: (records || isOwn) && person.clients.length > 0 ? declareTie : undefined,
          end: records ? endTie : undefined,
          decide: decides ? decideTie : undefined,
        }}
      />
    </div>
  );
}
