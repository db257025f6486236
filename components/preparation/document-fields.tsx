import { CheckboxGroup } from "@/components/ui/choice-fields";
import { SelectField, TextField } from "@/components/ui/field";
import { UploadField } from "@/components/ui/upload-field";
import { DateField } from "@/components/ui/value-fields";
import type { Day } from "@/lib/day";
import type { MandatoryDocument } from "@/lib/standards/documents";

type People = readonly { id: string; name: string }[];
const optionsOf = (people: People) => people.map(({ id, name }) => ({ value: id, label: name }));

export interface EntryValues {
  title: string;
  clause: string | null;
  answers: readonly string[];
  ownerId: string | null;
  reviewDueOn: Day | null;
}

/** What is asked about a document, whatever its version. */
export function EntryFields({
  people,
  wanted,
  entry,
}: {
  people: People;
  wanted: readonly MandatoryDocument[];
  entry?: EntryValues;
}) {
  return (
    <>
      <TextField name="title" label="Title" defaultValue={entry?.title} />
      {wanted.length > 0 && (
        <CheckboxGroup
          name="covers"
          label="Answers"
          hint="What the standard asks for and this document holds. One document can answer several."
          optional
          options={wanted.map(({ id, title, clause }) => ({ value: id, label: title, hint: clause }))}
          defaultValues={[...(entry?.answers ?? [])]}
        />
      )}
      <TextField
        name="clause"
        label="Further requirement"
        hint="A clause or control that is not listed above, such as 7.4 or A.5.24."
        optional
        width="short"
        defaultValue={entry?.clause ?? ""}
      />
      <SelectField
        name="ownerId"
        label="Owner"
        hint="Keeps it up to date."
        optional
        placeholder="Nobody yet"
        options={optionsOf(people)}
        defaultValue={entry?.ownerId ?? ""}
      />
      <DateField name="reviewDueOn" label="Review due" optional defaultValue={entry?.reviewDueOn ?? ""} />
    </>
  );
}

/** What is asked about one version: who wrote it, and where it is. */
export function VersionFields({
  people,
  author,
  upload,
}: {
  people: People;
  author: string;
  upload: string;
}) {
  return (
    <>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <TextField name="versionLabel" label="Version" hint="Such as 1.2 or 2027-02." width="medium" />
        <SelectField
          name="authorId"
          label="Author"
          hint="Cannot approve this version."
          options={optionsOf(people)}
          defaultValue={author}
        />
      </div>
      <UploadField name="fileId" label="File" optional url={upload} />
      <TextField
        name="link"
        label="Or a link to it"
        hint="Where the document is kept, if it is not uploaded here."
        optional
        inputMode="url"
      />
    </>
  );
}
