import type { ReactNode } from "react";
import { LetterFields } from "@/components/engagement/letter-fields";
import { TextArea } from "@/components/ui/field";
import type { Actor } from "@/lib/actor";
import { dutyKeys } from "@/lib/lifecycle/duties";
import { paths } from "@/lib/paths";
import type { Letter } from "@/lib/store/agreement";
import type { LetterInput } from "@/lib/store/letters";
import { amendLetter, draftLetter } from "./actions";
import { AgreementAct } from "./agreement-act";
import type { AgreementView } from "./agreement-sections";
import { draftFromOffer } from "./letter-words";

/** The draft of the letter: from the chosen offer at first, then as it was saved; either side may change it. */
export function LetterForm({ actor, view }: { actor: Actor; view: AgreementView }) {
  const { letter } = view.agreement;
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
      <Fields actor={actor} view={view} letter={letter} start={letter ? startOf(letter) : offered(view)} />
    </AgreementAct>
  );
  return letter ? <Folded title="Change the letter">{form}</Folded> : form;
}

/** The draft of the next version: it begins as the letter in force, or as it was saved. */
export function AmendmentForm({ actor, view }: { actor: Actor; view: AgreementView }) {
  const { letter, amendment } = view.agreement;
  const begun = amendment ?? letter;
  if (!begun) return null;
  return (
    <Folded title={amendment ? "Change the amendment" : "Draft an amendment"}>
      <AgreementAct
        actor={actor}
        view={view}
        command="amendLetter"
        action={amendLetter}
        submitLabel={amendment ? "Save amendment" : "Draft amendment"}
        submitVariant="secondary"
        keepsFields
      >
        <TextArea
          name="reason"
          label="Why is the letter amended?"
          hint="Both sides read it, now and later."
          rows={2}
          defaultValue={amendment?.reason ?? undefined}
        />
        <Fields actor={actor} view={view} letter={amendment} start={startOf(begun)} />
      </AgreementAct>
    </Folded>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="w-fit py-0.5 text-link underline underline-offset-3">{title}</summary>
      <div className="pt-4">{children}</div>
    </details>
  );
}

function Fields({
  actor,
  view,
  letter,
  start,
}: {
  actor: Actor;
  view: AgreementView;
  letter: Letter | null;
  start: Partial<LetterInput>;
}) {
  return (
    <LetterFields
      start={start}
      sites={view.agreement.sites}
      fileName={letter?.file?.name ?? null}
      upload={paths.project(actor.organisationSlug, view.record.id).upload}
    />
  );
}

function startOf({ scope, siteIds, duties, file, ...letter }: Letter): Partial<LetterInput> {
  const { standardText, daysText, datesText, feesText, confidentiality, terms } = letter;
  return {
    ...{ scope, siteIds, duties, form: file ? "file" : "written" },
    ...{ standardText, daysText, datesText, feesText, confidentiality, terms },
  };
}

function offered(view: AgreementView): Partial<LetterInput> {
  const { scope, siteIds } = view.record;
  return { ...draftFromOffer(view), scope, siteIds: [...siteIds], duties: dutyKeys };
}
