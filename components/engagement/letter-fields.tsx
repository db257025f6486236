"use client";

import { useState } from "react";
import { CheckboxGroup, RadioCards } from "@/components/ui/choice-fields";
import { TextArea } from "@/components/ui/field";
import { UploadField } from "@/components/ui/upload-field";
import { duties, dutyKeys } from "@/lib/lifecycle/duties";
import { letterSectionNames } from "@/lib/selection/letter-draft";
import type { LetterInput } from "@/lib/store/letters";

const written = ["standardText", "daysText", "datesText", "feesText", "confidentiality"] as const;
const inFile = ["daysText", "feesText"] as const;

/** What a version of the letter says: written section by section, or in a file of which the key facts are entered. */
export function LetterFields({
  start,
  sites,
  fileName,
  upload,
}: {
  start: Partial<LetterInput>;
  sites: readonly { id: string; name: string; address: string }[];
  /** The file that the draft has; it stays where no other is added. */
  fileName: string | null;
  upload: string;
}) {
  const [form, setForm] = useState(start.form ?? "written");
  const isFile = form === "file";
  return (
    <>
      <RadioCards
        name="form"
        label="How is the letter written?"
        defaultValue={form}
        columns={2}
        onChange={(chosen) => setForm(chosen === "file" ? "file" : "written")}
        options={[
          { value: "written", label: "Here", hint: "Section by section; it can be printed." },
          { value: "file", label: "In a file", hint: "A letter of the body; you enter its key facts." },
        ]}
      />
      {isFile && (
        <UploadField
          name="fileId"
          label={fileName ? `Another file than ${fileName}` : "File of the letter"}
          optional={fileName !== null}
          url={upload}
        />
      )}
      <TextArea name="scope" label="Scope" rows={3} defaultValue={start.scope} />
      <CheckboxGroup
        name="siteIds"
        label="Sites"
        hint="The letter has to name every site of the scope (APP-6)."
        options={sites.map(({ id, name, address }) => ({ value: id, label: name, hint: address }))}
        defaultValues={start.siteIds}
      />
      {(isFile ? inFile : written).map((section) => (
        <TextArea
          key={section}
          name={section}
          label={letterSectionNames[section]}
          rows={3}
          defaultValue={start[section] ?? undefined}
        />
      ))}
      <CheckboxGroup
        name="duties"
        label="Duties of the client that the letter names"
        hint="All of them belong into the letter."
        columns={1}
        options={dutyKeys.map((key) => ({
          value: key,
          label: `${duties[key].name} (${duties[key].rule})`,
          hint: duties[key].says,
        }))}
        defaultValues={start.duties}
      />
      <TextArea
        name="terms"
        label={letterSectionNames.terms}
        hint="Cancellation, liability, how either side can end it."
        optional
        rows={3}
        defaultValue={start.terms ?? undefined}
      />
    </>
  );
}
