import { CheckboxGroup } from "@/components/ui/choice-fields";
import { TextArea } from "@/components/ui/field";
import type { Actor } from "@/lib/actor";
import { type LetterDraft, letterSectionNames } from "@/lib/selection/letter-draft";
import { draftLetter } from "./actions";
import { AgreementAct } from "./agreement-act";
import type { AgreementView } from "./agreement-sections";

const sections = ["standardText", "daysText", "datesText", "feesText", "confidentiality"] as const;

/** The draft of the letter: from the chosen offer at first, then as it was saved; either side may change it. */
export function LetterForm({
  actor,
  view,
  draft,
}: {
  actor: Actor;
  view: AgreementView;
  draft: LetterDraft | null;
}) {
  const { record, agreement } = view;
  const { letter, sites } = agreement;
  const form = (
    <AgreementAct
      actor={actor}
      view={view}
      command="draftLetter"
      action={draftLetter}
      submitLabel={letter ? "Save letter" : "Draft engagement letter"}
      submitVariant={letter ? "secondary" : "primary"}
      keepsFields
    >
      <TextArea name="scope" label="Scope" rows={3} defaultValue={letter?.scope ?? record.scope} />
      <CheckboxGroup
        name="siteIds"
        label="Sites"
        hint="The letter has to name every site of the scope (APP-6)."
        options={sites.map(({ id, name, address }) => ({ value: id, label: name, hint: address }))}
        defaultValues={[...(letter?.siteIds ?? record.siteIds)]}
      />
      {sections.map((section) => (
        <TextArea
          key={section}
          name={section}
          label={letterSectionNames[section]}
          rows={3}
          defaultValue={letter?.[section] ?? draft?.[section]}
        />
      ))}
      <TextArea
        name="terms"
        label={letterSectionNames.terms}
        hint="Duties of the client, cancellation, liability, how either side can end it."
        optional
        rows={3}
        defaultValue={letter ? (letter.terms ?? "") : draft?.terms}
      />
    </AgreementAct>
  );
  if (!letter) return form;
  return (
    <details>
      <summary className="w-fit py-0.5 text-link underline underline-offset-3">Change the letter</summary>
      <div className="pt-4">{form}</div>
    </details>
  );
}
