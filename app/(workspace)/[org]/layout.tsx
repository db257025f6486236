import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppFrame } from "@/components/frame/app-frame";
import { DemoBanner } from "@/components/frame/demo-banner";
import { navigationOf } from "@/components/frame/navigation";
import { nameRoles } from "@/components/frame/role-names";
import { UploadLimitProvider } from "@/components/ui/upload-limit";
import { largestFile } from "@/lib/files/folder";
import { paths } from "@/lib/paths";
import { pageMember } from "@/lib/session/page";
import { isInDemo } from "@/lib/store/demo";
import { countUnread } from "@/lib/store/messages";
import { saveKeys, saveTheme, signOut } from "./frame-actions";

interface Props {
  params: Promise<{ org: string }>;
  children: ReactNode;
}

export default async function WorkspaceLayout({ params, children }: Props) {
  const { actor, session } = await pageMember((await params).org);
  const kept = await cookies();
  const theme = kept.get("theme")?.value;
  return (
    <AppFrame
      org={{ name: actor.organisationName, href: paths.org(actor.organisationSlug) }}
      person={{ id: actor.personId, name: actor.personName, role: nameRoles(actor.roles) }}
      nav={navigationOf(actor, await countUnread(actor))}
      elsewhere={session.actors
        .filter((other) => other.organisationId !== actor.organisationId)
        .map((other) => ({ href: paths.org(other.organisationSlug), label: other.organisationName }))}
      accountHref={paths.account(actor.organisationSlug)}
      theme={theme === "light" || theme === "dark" ? theme : "system"}
      setTheme={saveTheme}
      signOut={signOut}
      keysOn={kept.get("keys")?.value !== "off"}
      setKeys={saveKeys}
      banner={isInDemo(actor) && <DemoBanner org={actor.organisationSlug} />}
    >
      <UploadLimitProvider value={largestFile()}>{children}</UploadLimitProvider>
    </AppFrame>
  );
}
