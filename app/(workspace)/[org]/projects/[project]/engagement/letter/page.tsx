import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/certificate/print-button";
import { DifferenceList } from "@/components/engagement/difference-list";
import { LetterText } from "@/components/engagement/letter-text";
import { LetterPill, Signatures } from "@/components/engagement/signatures";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { compareLetters } from "@/lib/selection/letter-differences";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readEngagement } from "@/lib/store/agreement";
import { differencesFromOffer, wordsOf } from "../letter-words";

export const metadata: Metadata = { title: "Engagement letter" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<{ version?: string | string[]; against?: string | string[] }>;
}

/** One version of the letter as it was signed, on paper too; beside it how it differs from any other one. */
export default async function LetterVersionPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const { version, against } = await searchParams;
  const actor = await pageActor(org);
  const view = await orNotFound(readEngagement(actor, project));
  const { agreement, name } = view;
  const wanted = [version].flat()[0] ?? String(agreement.letter?.no);
  const letter = agreement.versions.find(({ no }) => String(no) === wanted);
  if (!letter) notFound();
  const others = agreement.versions.filter(({ no }) => no !== letter.no);
  const chosen = [against].flat()[0] ?? String(letter.no - 1);
  const other = others.find(({ no }) => String(no) === chosen);
  const at = paths.project(org, project);
  const { client, body } = agreement;
  return (
    <div className="space-y-6">
      <div data-noprint>
        <PageHeader
          title={`Engagement letter, version ${letter.no}`}
          breadcrumbs={<Breadcrumbs items={[{ href: at.engagement, label: "Engagement" }]} />}
          lead={
            letter.no === agreement.letter?.no
              ? "This version is the letter that counts."
              : "Another version is the letter that counts; this one is kept as it was."
          }
          actions={<PrintButton label="Print letter" />}
        />
      </div>
      <Card actions={<LetterPill letter={letter} />} title={`Version ${letter.no}`} id="letter">
        <div className="space-y-6">
          <div className="hidden space-y-1 border-border border-b pb-4 print:block">
            <p className="font-bold text-read">Engagement letter, version {letter.no}</p>
            <p>{name}</p>
            <p>
              {client.legalName} and {body?.legalName}
            </p>
          </div>
          <LetterText agreement={agreement} letter={letter} fileHref={at.file} />
          <Signatures agreement={agreement} letter={letter} fileHref={at.file} />
        </div>
      </Card>
      <div data-noprint>
        <Card title="Differences" id="differences">
          <div className="space-y-5">
            {others.length > 0 && (
              <form className="flex flex-wrap items-end gap-3">
                <input type="hidden" name="version" value={letter.no} />
                <SelectField
                  name="against"
                  label="Held against"
                  defaultValue={other ? String(other.no) : "offer"}
                  options={[
                    { value: "offer", label: "The chosen offer" },
                    ...others.map(({ no }) => ({ value: String(no), label: `Version ${no}` })),
                  ]}
                />
                <Button type="submit">Compare</Button>
              </form>
            )}
            {other ? (
              <DifferenceList
                differences={
                  other.no < letter.no
                    ? compareLetters(wordsOf(view, other), wordsOf(view, letter))
                    : compareLetters(wordsOf(view, letter), wordsOf(view, other))
                }
                before={`version ${Math.min(other.no, letter.no)}`}
                after={`version ${Math.max(other.no, letter.no)}`}
              />
            ) : (
              <DifferenceList
                differences={differencesFromOffer(view, letter)}
                before="the offer"
                after={`version ${letter.no}`}
              />
            )}
          </div>
        </Card>
      </div>
    </div>
  );
}
