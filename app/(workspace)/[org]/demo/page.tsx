import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { pageActor } from "@/lib/session/page";
import { isInDemo } from "@/lib/store/demo";
import { removeDemo } from "./actions";

export const metadata: Metadata = { title: "Demonstration" };

interface Props {
  params: Promise<{ org: string }>;
}

/** What the demonstration is, and the one act that removes it. */
export default async function DemoPage({ params }: Props) {
  const actor = await pageActor((await params).org);
  if (!isInDemo(actor)) notFound();
  return (
    <>
      <PageHeader
        title="This is a demonstration"
        lead="All organisations, people and projects you see are invented. Try everything; nothing leaves this machine."
      />
      {may(actor, "demo.remove") ? (
        <ServerForm
          action={removeDemo}
          hidden={{ org: actor.organisationSlug }}
          submitLabel="Remove demonstration"
          submitVariant="danger"
          confirm={{
            title: "Remove the demonstration?",
            text: "Its organisations, people, projects and files go for good. Organisations you made yourself stay. Afterwards start CertTrail again: it prints a code to set up your own organisation.",
            label: "Remove demonstration",
          }}
        />
      ) : (
        <p className="max-w-read">An administrator of a demo organisation can remove it here.</p>
      )}
    </>
  );
}
