import { type ButtonVariant, LinkButton } from "@/components/ui/button";

/** Both files of a paper, at the address of its route. `query` says which version, or which part of it. */
export function PaperFiles({
  file,
  query = {},
  variant = "secondary",
}: {
  file: string;
  query?: Record<string, string>;
  /** Of the PDF, which most people take. */
  variant?: ButtonVariant;
}) {
  const href = (format: string) => `${file}?${new URLSearchParams({ ...query, format })}`;
  return (
    <>
      <LinkButton href={href("pdf")} variant={variant} download>
        Download PDF
      </LinkButton>
      <LinkButton href={href("docx")} download>
        Download Word
      </LinkButton>
    </>
  );
}
