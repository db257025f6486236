import type { Metadata } from "next";
import { nameRoles, roleNames } from "@/components/frame/role-names";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice-fields";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { Table } from "@/components/ui/table";
import { may } from "@/lib/access";
import { now } from "@/lib/clock";
import { formatInstant } from "@/lib/day";
import type { Role } from "@/lib/lifecycle/who";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { mayReadPerson } from "@/lib/store/competences";
import { listPeople, rolesOf } from "@/lib/store/people";
import { changeRoles, invitePerson, makeResetLink, setActive } from "./actions";

export const metadata: Metadata = { title: "People" };

interface Props {
  params: Promise<{ org: string }>;
}

/** Who belongs to the organisation, with which roles; administrators invite, change and switch off. */
export default async function PeoplePage({ params }: Props) {
  const actor = await pageActor((await params).org);
  const { members, invitations } = await orNotFound(listPeople(actor, now()));
  const manages = may(actor, "people.manage");
  const org = actor.organisationSlug;
  const nameOf = ({ personId, person }: Listed) =>
    mayReadPerson(actor, personId) ? { text: person.name, href: paths.person(org, personId) } : person.name;
  const roleOptions = rolesOf(actor).map((role) => ({ value: role, label: roleNames[role] }));
  return (
    <>
      <PageHeader
        title="People"
        lead={`Who acts for ${actor.organisationName}. Nobody is deleted: names stay in the record.`}
      />
      <div className="space-y-6">
        <Table
          caption="People"
          rows={members}
          rowKey={({ personId }) => personId}
          columns={[
            { key: "name", label: "Name", isRowHeader: true, cell: nameOf },
            { key: "email", label: "E-mail", cell: addressOf },
            { key: "roles", label: "Roles", cell: ({ roles }) => nameRoles(roles as Role[]) },
            { key: "state", label: "State", cell: stateOf },
            ...(manages
              ? [
                  {
                    key: "change",
                    label: "Change",
                    isLabelHidden: true,
                    cell: (member: (typeof members)[number]) => (
                      <details>
                        <summary className="w-fit py-1 text-link underline underline-offset-3">
                          Change<span className="sr-only"> {member.person.name}</span>
                        </summary>
                        <div className="mt-2 space-y-3">
                          <ServerForm
                            action={changeRoles}
                            hidden={{ org, person: member.personId }}
                            version={member.version}
                            submitLabel="Change roles"
                            submitVariant="secondary"
                            keepsFields
                          >
                            <CheckboxGroup
                              name="roles"
                              label={`Roles of ${member.person.name}`}
                              options={roleOptions}
                              defaultValues={member.roles}
                            />
                          </ServerForm>
                          <ServerForm
                            action={setActive}
                            hidden={{
                              org,
                              person: member.personId,
                              active: member.active ? "false" : "true",
                            }}
                            version={member.version}
                            submitLabel={member.active ? "Deactivate person" : "Reactivate person"}
                            submitVariant={member.active ? "danger" : "secondary"}
                            keepsFields
                          />
                          {member.active && member.person.email && (
                            <ServerForm
                              action={makeResetLink}
                              hidden={{ org, person: member.personId }}
                              submitLabel="Make reset link"
                              submitVariant="secondary"
                              keepsFields
                            />
                          )}
                        </div>
                      </details>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {may(actor, "provider.manage") && (
          <Card title="Sign-in">
            <p>
              Your people can sign in through a provider of your own.{" "}
              <a href={paths.signInProvider(org)}>Sign-in provider</a>
            </p>
          </Card>
        )}
        {invitations.length > 0 && (
          <Card title="Invitations that wait">
            <ul className="space-y-1">
              {invitations.map(({ id, email, roles, endsAt }) => (
                <li key={id}>
                  {email} as {nameRoles(roles as Role[])}, until {formatInstant(endsAt, actor.timeZone)}
                </li>
              ))}
            </ul>
          </Card>
        )}
        {manages && (
          <Card title="Invite a person">
            <ServerForm action={invitePerson} hidden={{ org }} submitLabel="Make invitation link">
              <TextField name="email" label="E-mail address" type="email" autoComplete="off" />
              <CheckboxGroup name="roles" label="Roles" options={roleOptions} />
            </ServerForm>
          </Card>
        )}
      </div>
    </>
  );
}

type Listed = Awaited<ReturnType<typeof listPeople>>["members"][number];

/** The address of the account, or the one that the provider named; who has none comes in through the provider or not at all. */
function addressOf({ person }: Listed): string {
  const [identity] = person.identities;
  return person.email ?? identity?.email ?? (identity ? "Not named by the provider" : "No sign-in");
}

function stateOf({ active, roles, person }: Listed) {
  if (!active) return <Pill kind="locked">Deactivated</Pill>;
  return roles.length === 0 && person.identities.length > 0 ? (
    <Pill kind="waiting">Waits for a role</Pill>
  ) : (
    "Active"
  );
}
