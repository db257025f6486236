import { type DutyKey, duties } from "@/lib/lifecycle/duties";
import { compareLetters, type Difference, type LetterWords } from "@/lib/selection/letter-differences";
import { draftLetterText } from "@/lib/selection/letter-draft";
import { findStandard } from "@/lib/standards/editions";
import type { Letter } from "@/lib/store/agreement";
import type { AgreementView } from "./agreement-sections";

/** The letter as it follows from the chosen offer; null where no offer is on record. */
export function draftFromOffer({ record, agreement }: AgreementView) {
  const standardName = findStandard(record.standardId)?.name ?? record.standardId;
  return agreement.proposal && draftLetterText(standardName, agreement.proposal.offer, record.targetOn);
}

/** A version as it is held against another. */
export function wordsOf({ agreement }: AgreementView, letter: Letter): LetterWords {
  const { standardText, daysText, datesText, feesText, confidentiality, terms } = letter;
  return {
    scope: letter.scope,
    sites: agreement.sites.filter(({ id }) => letter.siteIds.includes(id)).map(({ name }) => name),
    ...{ standardText, daysText, datesText, feesText, confidentiality, terms },
    duties: letter.duties.map((key) => duties[key as DutyKey].name),
    file: letter.file?.name ?? null,
  };
}

/** How a version differs from the chosen offer, in what an offer says. */
export function differencesFromOffer(view: AgreementView, letter: Letter): Difference[] {
  const draft = draftFromOffer(view);
  if (!draft) return [];
  const { standardText, daysText, datesText, feesText } = draft;
  const {
    scope,
    standardText: standard,
    daysText: days,
    datesText: dates,
    feesText: fees,
  } = wordsOf(view, letter);
  return compareLetters(
    { scope: view.record.scope, standardText, daysText, datesText, feesText },
    { scope, standardText: standard, daysText: days, datesText: dates, feesText: fees },
  );
}
