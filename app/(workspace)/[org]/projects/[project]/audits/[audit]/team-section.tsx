import { AuditAct } from "@/components/audit/audit-act";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import { Fold } from "@/components/audit/fold";
import { ObjectionList } from "@/components/audit/objection-list";
import { TeamCard } from "@/components/audit/team-card";
import { TeamCover } from "@/components/audit/team-cover";
import { TeamFields } from "@/components/audit/team-form";
import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { SelectField, TextArea } from "@/components/ui/field";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { refuseGaps } from "@/lib/lifecycle/team-competence";
import { ruleAgainstMember } from "@/lib/lifecycle/team-rules";
import type { TeamRegister } from "@/lib/store/team-register";
import {
  answerObjection,
  confirmTeam,
  objectToTeam,
  proposeTeam,
  setTeam,
  waiveObjection,
} from "./team-actions";

interface Props {
  room: AuditRoom;
  /** The body's people, where this person composes the team of the own body. */
  candidates: readonly { personId: string; name: string; isAuditor: boolean }[];
  /** What the audit needs and the body has on record; null for a client. */
  needed: TeamRegister | null;
}

/** The team from its first draft to its confirmation, with the acts of whoever moves now (TEAM-1…6). */
export function TeamSection({ room, candidates, needed }: Props) {
  const { details } = room.view;
  const setting = offerAuditAct(room, "setTeam");
  return (
    <>
      <TeamCard view={room.view} />
      {needed?.register && details.team.length > 0 && (
        <TeamCover register={needed.register} team={details.team} />
      )}
      {setting && details.team.length === 0 && (
        <Card title="Set the team">
          <TeamForm room={room} candidates={setting.isRecorded ? null : candidates} needed={needed} />
        </Card>
      )}
      <ProposedTeam room={room} needed={needed} />
      {setting && details.team.length > 0 && (
        <Card>
          <Fold when title="Change the team">
            <TeamForm room={room} candidates={setting.isRecorded ? null : candidates} needed={needed} />
          </Fold>
        </Card>
      )}
      {details.objections.length > 0 && (
        <Card title="Objections">
          <ObjectionList objections={details.objections} />
        </Card>
      )}
      <Answers room={room} />
    </>
  );
}

function TeamForm({
  room,
  candidates,
  needed,
}: {
  room: AuditRoom;
  candidates: Props["candidates"] | null;
  needed: TeamRegister | null;
}) {
  const { team, teamCompetence } = room.view.details;
  const { facts } = room.view;
  const people = candidates?.map((person) => ({
    ...person,
    conflict: ruleAgainstMember(facts, person.personId),
  }));
  return (
    <AuditAct room={room} command="setTeam" action={setTeam} submitLabel="Save team" keepsFields>
      <TeamFields
        team={team}
        competence={teamCompetence}
        candidates={people ?? null}
        needed={candidates && needed}
      />
    </AuditAct>
  );
}

function ProposedTeam({ room, needed }: Pick<Props, "room" | "needed">) {
  const offers = (["proposeTeam", "waiveObjection", "objectToTeam", "confirmTeam"] as const).filter(
    (command) => offerAuditAct(room, command),
  );
  if (offers.length === 0) return null;
  const { team } = room.view.details;
  return (
    <Card title={offers.includes("objectToTeam") ? "Accept the team or object" : "Agree the team"}>
      <div className="space-y-6">
        <AuditAct
          room={room}
          command="proposeTeam"
          action={proposeTeam}
          submitLabel="Propose team"
          reasonsOf={(facts) => [
            ...reasonsAgainst("audit", "proposeTeam", facts.audit.state, facts),
            ...refuseGaps(facts.moment.recorded ? null : (needed?.register ?? null), facts.audit.team),
          ]}
        />
        {room.view.audit.objectionWaivedOn === null && (
          <AuditAct room={room} command="waiveObjection" action={waiveObjection} submitLabel="Accept team" />
        )}
        <AuditAct room={room} command="confirmTeam" action={confirmTeam} submitLabel="Confirm team" />
        <Fold when={offers.includes("objectToTeam")} title="Object to the team instead">
          <AuditAct
            room={room}
            command="objectToTeam"
            action={objectToTeam}
            submitLabel="Object to team"
            submitVariant="secondary"
          >
            <SelectField
              name="personId"
              label="Whom do you object to?"
              optional
              placeholder="The team as a whole"
              options={team.map(({ personId, name }) => ({ value: personId, label: name }))}
            />
            <TextArea
              name="ground"
              label="Ground"
              rows={3}
              hint="A conflict of interest, former work for you, earlier misconduct or a missing clearance. Having audited a competitor is none by itself (TEAM-6)."
            />
          </AuditAct>
        </Fold>
      </div>
    </Card>
  );
}

/** One form for each objection that waits for its answer. */
function Answers({ room }: { room: AuditRoom }) {
  if (!offerAuditAct(room, "answerObjection")) return null;
  const open = room.view.details.objections.filter(({ answer }) => answer === null);
  return open.map((objection) => (
    <Card key={objection.id} title={`Answer the objection to ${objection.about ?? "the team as a whole"}`}>
      <AuditAct
        room={room}
        command="answerObjection"
        action={answerObjection}
        hidden={{ objection: objection.id }}
        submitLabel="Answer objection"
      >
        <RadioCards
          name="upheld"
          label="Is the ground valid?"
          columns={2}
          options={[
            { value: "true", label: "Uphold it", hint: "The team is set again and proposed again." },
            { value: "false", label: "Turn it down", hint: "The team stays." },
          ]}
        />
        <TextArea name="answer" label="Answer with its reason" rows={3} />
      </AuditAct>
    </Card>
  ));
}
