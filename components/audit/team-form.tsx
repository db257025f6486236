import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { teamRoleNames } from "@/lib/lifecycle/naming";
import type { TeamMemberView } from "@/lib/store/audit-view";

const LEAST_ROWS = 4;
const FREE_ROWS = 2;
/** The most people one team can have in the form. */
export const MAX_TEAM = 20;

const roles = Object.entries(teamRoleNames).map(([value, label]) => ({ value, label }));

/** A person of the body who can be put on the team, with the rule that stands against it. */
export interface TeamCandidate {
  personId: string;
  name: string;
  isAuditor: boolean;
  conflict: string | null;
}

/** The fields of a team: people of the body to choose from, or, where the client records, their names. */
export function TeamFields({
  team,
  competence,
  candidates,
  needed,
}: {
  team: readonly TeamMemberView[];
  competence: string | null;
  /** Null where names are typed. */
  candidates: readonly TeamCandidate[] | null;
  /** What the audit needs besides its standard; null where the client records. */
  needed: { areas: readonly string[]; languages: readonly string[] } | null;
}) {
  const count = Math.min(MAX_TEAM, Math.max(LEAST_ROWS, team.length + FREE_ROWS));
  const people = candidates?.map(({ personId, name, isAuditor, conflict }) => ({
    value: personId,
    label: [name, !isAuditor && "(not an auditor)", conflict && `(barred by ${conflict})`]
      .filter(Boolean)
      .join(" "),
  }));
  return (
    <>
      <div className="space-y-3">
        {Array.from({ length: count }, (_, row) => row).map((row) => {
          const member = team[row];
          const name = `members.${row}`;
          const label = `Person ${row + 1}`;
          return (
            <div key={row} className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
              {people ? (
                <SelectField
                  name={`${name}.personId`}
                  label={label}
                  optional={row > 0}
                  placeholder="Nobody"
                  options={people}
                  defaultValue={member?.personId ?? ""}
                />
              ) : (
                <TextField
                  name={`${name}.name`}
                  label={label}
                  optional={row > 0}
                  defaultValue={member?.name}
                />
              )}
              <SelectField
                name={`${name}.role`}
                label={`Role of person ${row + 1}`}
                optional={row > 0}
                options={roles}
                defaultValue={member?.role ?? (row === 0 ? "lead" : "")}
              />
            </div>
          );
        })}
      </div>
      {needed && (
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField
            name="areas"
            label="Technical areas the audit needs"
            hint="Separated by commas: Cloud hosting, Payment services."
            optional
            defaultValue={needed.areas.join(", ")}
          />
          <TextField
            name="languages"
            label="Languages the audit needs"
            hint="Separated by commas: German, English."
            optional
            defaultValue={needed.languages.join(", ")}
          />
        </div>
      )}
      <TextArea
        name="competence"
        label="How the team covers the needed competence"
        hint="Standard, technical area, languages. An expert works under an auditor and does not audit (TEAM-2)."
        rows={3}
        defaultValue={competence ?? ""}
      />
    </>
  );
}
