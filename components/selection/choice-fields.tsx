"use client";

import { useState } from "react";
import { CheckboxGroup, RadioCards } from "@/components/ui/choice-fields";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { RowList } from "@/components/ui/row-list";
import { DateField } from "@/components/ui/value-fields";
import { MIN_RECOMMENDATION } from "@/lib/lifecycle/choice-rules";
import { workerNames, workNames } from "@/lib/selection/choice-words";

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({
    value,
    label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
  }));
const blankConflict = { who: "", what: "" };
const blankWork = { kind: "", by: "", who: "", endedOn: "" };

/** What a recommendation says: why, who took part, which interests they have, and what the body did for the client before. */
export function ChoiceFields({
  bodyName,
  members,
  self,
  advisers,
}: {
  bodyName: string;
  members: readonly { id: string; name: string }[];
  self: string;
  /** What the scope profile says about who advised and who audits internally. */
  advisers: string | null;
}) {
  const [declares, setDeclares] = useState("");
  const [conflicts, setConflicts] = useState("");
  const [work, setWork] = useState("");
  return (
    <>
      <TextArea
        name="reason"
        label="Why this body?"
        hint={`At least ${MIN_RECOMMENDATION} characters. Say what decided it; the executive reads it.`}
      />
      <CheckboxGroup
        name="involvedIds"
        label="Who took part in the choice?"
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValues={[self]}
      />
      <TextField
        name="others"
        label="Others who took part"
        hint="Names and what they are to you, for example: Sam Reed, adviser."
        optional
      />
      <RadioCards
        name="declares"
        label="Is there anything to declare?"
        hint={`Conflicts of interest of those who took part, and consultancy or internal audits by ${bodyName}, a firm related to it or one of its people (IMP-2 to IMP-4, IMP-7). ${advisers ? `Your scope profile says: ${advisers}` : "Your scope profile names nobody."}`}
        columns={2}
        onChange={setDeclares}
        options={[
          { value: "nothing", label: "Nothing", hint: "No conflict of interest and no such work." },
          { value: "something", label: "Yes, there is" },
        ]}
      />
      {declares === "nothing" && (
        <>
          <input type="hidden" name="hasConflicts" value="false" />
          <input type="hidden" name="hasWork" value="false" />
        </>
      )}
      {declares === "something" && (
        <>
          <RadioCards
            name="hasConflicts"
            label="Conflicts of interest of those who took part"
            hint="Shares, family, earlier or future employment, gifts: whatever ties a person to one of the bodies (IMP-7)."
            columns={2}
            onChange={setConflicts}
            options={[
              { value: "false", label: "None" },
              { value: "true", label: "There are some" },
            ]}
          />
          {conflicts === "true" && (
            <RowList
              legend="Declared conflicts"
              hint="The executive sees them before the body is confirmed."
              one="conflict"
              rows={[blankConflict]}
              blank={blankConflict}
            >
              {(_, index) => (
                <div className="grid gap-4 sm:grid-cols-2">
                  <TextField name={`conflicts.${index}.who`} label="Whose conflict" />
                  <TextField name={`conflicts.${index}.what`} label="What ties the person" />
                </div>
              )}
            </RowList>
          )}
          <RadioCards
            name="hasWork"
            label={`Did ${bodyName}, a firm related to it or one of its people work on your system?`}
            hint="Consultancy or internal audits."
            columns={2}
            onChange={setWork}
            options={[
              { value: "false", label: "No such work" },
              { value: "true", label: "Yes, listed below" },
            ]}
          />
          {work === "true" && (
            <RowList
              legend="Work on your system"
              hint="A body cannot certify within two years after its own internal audits or a relative's consultancy (IMP-2, IMP-3). A person who worked for you is kept out as long (IMP-4)."
              one="piece of work"
              rows={[blankWork]}
              blank={blankWork}
            >
              {(_, index) => (
                <div className="grid gap-4 sm:grid-cols-2">
                  <SelectField
                    name={`work.${index}.kind`}
                    label="What was done"
                    placeholder="Choose"
                    options={options(workNames)}
                  />
                  <SelectField
                    name={`work.${index}.by`}
                    label="By whom"
                    placeholder="Choose"
                    options={options(workerNames)}
                  />
                  <TextField name={`work.${index}.who`} label="Name of the firm or person" />
                  <DateField
                    name={`work.${index}.endedOn`}
                    label="Last day of the work"
                    hint="Empty: it still goes on."
                    optional
                  />
                </div>
              )}
            </RowList>
          )}
        </>
      )}
    </>
  );
}
