import { type ButtonVariant, LinkButton } from "@/components/ui/button";

/** Both files of a paper, at the address of its route. `query` says which version, or which part of it. */
export function PaperFiles({
  file,
  query = {},
  what,
  variant = "secondary",
}: {
  file: string;
  query?: Record<string, string>;
  /** Which paper, for who hears the link alone; needed where a page offers several. */
  what?: string;
  /** Of the PDF, which most people take. */
  variant?: ButtonVariant;
}) {
  const href = (format: string) => `${file}?${new URLSearchParams({ ...query, format })}`;
  const about = what && <span className="sr-only"> of the {what}</span>;
  return (
    <>
      <LinkButton href={href("pdf")} variant={variant} download>
        Download PDF{about}
      </LinkButton>
      <LinkButton href={href("docx")} download>
        Download Word{about}
      </LinkButton>
    </>
  );
}
