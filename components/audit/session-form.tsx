import { SelectField, TextField } from "@/components/ui/field";
import { DateField } from "@/components/ui/value-fields";
import { teamRoleNames } from "@/lib/lifecycle/naming";
import type { AuditView, SessionView } from "@/lib/store/audit-view";

/** The fields of one session; a new one starts with the audit's first day and the end of the last session. */
export function SessionFields({ view, session }: { view: AuditView; session: SessionView | null }) {
  const { audit, details } = view;
  const last = details.sessions.at(-1);
  return (
    <>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-3">
        <DateField
          name="on"
          label="Day"
          defaultValue={session?.on ?? last?.on ?? audit.startsOn ?? ""}
          min={audit.startsOn ?? undefined}
          max={audit.endsOn ?? undefined}
        />
        <TextField
          name="startsAt"
          label="From"
          type="time"
          width="short"
          defaultValue={session?.startsAt ?? last?.endsAt ?? "09:00"}
        />
        <TextField name="endsAt" label="To" type="time" width="short" defaultValue={session?.endsAt ?? ""} />
      </div>
      <TextField
        name="topic"
        label="Topic"
        hint="Process, clause or control."
        defaultValue={session?.topic ?? ""}
      />
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <SelectField
          name="auditorId"
          label="Auditor"
          optional
          placeholder="Not stated"
          options={details.team.map(({ personId, name, role }) => ({
            value: personId,
            label:
              role === "lead" || role === "auditor" ? name : `${name} (${teamRoleNames[role].toLowerCase()})`,
          }))}
          defaultValue={session?.auditorId ?? ""}
        />
        <SelectField
          name="siteId"
          label="Site"
          optional
          placeholder="Not stated"
          options={details.sites.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={session?.siteId ?? (details.sites.length === 1 ? details.sites[0]?.id : "") ?? ""}
        />
      </div>
      <TextField
        name="interviewee"
        label="Interviewee"
        optional
        hint="Name or function at the client."
        defaultValue={session?.interviewee ?? ""}
      />
    </>
  );
}
