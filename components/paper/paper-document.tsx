import { keyOfBlock, PaperBlock } from "@/components/paper/paper-block";
import type { Paper } from "@/lib/papers/paper";

/** A paper as it is read on a page and printed from there; its files say the same. */
export function PaperDocument({ paper }: { paper: Paper }) {
  return (
    <article className="space-y-6" aria-labelledby="paper-title">
      <header className="space-y-1">
        <p className="text-muted">{paper.issuer}</p>
        <h2 id="paper-title">{paper.title}</h2>
        <p>{paper.subject}</p>
        <p className="text-muted">{paper.standing}</p>
      </header>
      {paper.sections.map(({ title, blocks }, at) => (
        <section key={title} className="space-y-3 border-border border-t pt-5">
          <h3>
            {at + 1}. {title}
          </h3>
          {blocks.map((block) => (
            <PaperBlock key={keyOfBlock(block)} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}
