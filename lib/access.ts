import { isRecordable } from "./lifecycle/machine";
import { type LifecycleCommand, type MachineName, machines } from "./lifecycle/machines";
import { type Refusal, refuse } from "./lifecycle/refusal";
import { nameOfPowers, type Power, powersOf, type Who } from "./lifecycle/who";

const everyClient: readonly Power[] = [
  "client:manager",
  "client:executive",
  "client:consultant",
  "client:admin",
];
const everyBody: readonly Power[] = [
  "body:planner",
  "body:auditor",
  "body:decider",
  "body:quality",
  "body:admin",
];
const administrators: readonly Power[] = ["client:admin", "body:admin"];

const everybody: readonly Power[] = [...everyClient, "client:owner", ...everyBody];

/** Acts that are no commands of a machine, and who may do them. An action owner reads own actions only. */
const otherPermissions = {
  "project.start": ["client:manager"],
  "project.edit": ["client:manager"],
  "scope.save": ["client:manager"],
  "scope.send": ["client:manager"],
  "project.read": [...everyClient, ...everyBody],
  "action.read": ["client:owner", "client:manager"],
  "organisation.edit": ["client:manager", ...administrators],
  "policy.edit": ["body:planner", "body:quality", "body:admin"],
  "register.read": ["client:manager", "client:executive", "client:consultant", "client:admin"],
  "register.edit": ["client:manager", "client:admin"],
  "register.note": ["client:manager", "client:admin"],
  "accreditation.edit": ["client:manager", "client:admin", "body:planner", "body:admin"],
  "proposal.invite": ["client:manager"],
  "proposal.convert": ["client:manager"],
  "proposal.attach": ["client:manager"],
  "proposal.remind": ["client:manager"],
  "proposal.weigh": ["client:manager"],
  "proposal.note": ["client:manager", "client:executive", "client:consultant"],
  "soa.read": [...everyClient, ...everyBody],
  "soa.edit": ["client:manager"],
  "soa.approve": ["client:manager"],
  "preparation.plan": ["client:manager"],
  "preparation.read": everyClient,
  "document.edit": ["client:manager"],
  "document.approve": ["client:manager", "client:executive"],
  "document.freeze": ["client:manager"],
  "treatment.edit": ["client:manager"],
  "awareness.edit": ["client:manager"],
  "task.add": ["client:manager"],
  "task.edit": ["client:manager"],
  "task.remove": ["client:manager"],
  "task.complete": ["client:owner", "client:manager"],
  "task.reopen": ["client:manager"],
  "proposal.link": ["client:manager"],
  "proposal.ask": ["body:planner"],
  "proposal.answer": ["client:manager"],
  "proposal.tell": ["client:manager"],
  "tie.declare": everyBody,
  "tie.decide": ["body:quality"],
  "competence.read": ["body:planner", "body:quality", "body:admin"],
  "competence.record": ["body:planner", "body:quality"],
  "people.read": [...everyClient, ...everyBody],
  "people.manage": administrators,
  "provider.manage": administrators,
  "file.store": ["client:manager", "client:owner", ...everyBody],
  "file.read": [...everyClient, "client:owner", ...everyBody],
  "trail.read": [...everyClient, ...everyBody],
  "project.export": [
    "client:manager",
    "client:executive",
    "client:admin",
    "body:planner",
    "body:quality",
    "body:admin",
  ],
  "body.connect": ["client:manager", "body:planner", "body:admin"],
  "record.confirm": ["body:planner", "body:auditor", "body:decider"],
  "record.correct": ["body:planner", "body:auditor", "body:decider"],
  "account.edit": everybody,
  "account.prove": everybody,
  "account.addFactor": everybody,
  "account.removeFactor": everybody,
  "message.read": everybody,
  "message.sendAgain": administrators,
  "demo.remove": administrators,
} as const satisfies Record<string, readonly Power[]>;

export type OtherPermission = keyof typeof otherPermissions;
/** "certification.grant", "people.manage" */
export type Permission = LifecycleCommand | OtherPermission;

/**
 * Every permission and the powers that hold it. A body's command is open to the client's manager too, who records it
 * when the body is not connected; the lifecycle tables then decide whether this moment allows it.
 */
export const permissions: Record<Permission, readonly Power[]> = {
  ...permitCommands("sourcing", machines.sourcing.commands),
  ...permitCommands("certification", machines.certification.commands),
  ...permitCommands("audit", machines.audit.commands),
  ...permitCommands("nonconformity", machines.nonconformity.commands),
  ...permitCommands("certificate", machines.certificate.commands),
  ...otherPermissions,
};

/** Whether a role of the person may do this at all; deny by default, also for a text that is no permission. */
export function may(who: Who, permission: Permission): boolean {
  if (!Object.hasOwn(permissions, permission)) return false;
  const held = powersOf(who);
  return permissions[permission].some((power) => held.includes(power));
}

/** Why somebody without the permission cannot do this: who can, and for a command the rule it rests on. */
export function refusePermission(permission: Permission): Refusal {
  const [machine, name] = permission.split(".") as [MachineName, string];
  const commands: Record<string, { rule: string; clause: string; keeper?: string }> | undefined =
    machines[machine]?.commands;
  const command = commands?.[name];
  const cite = command && { rule: command.keeper ?? command.rule, clause: command.clause };
  return refuse("not-yours", { who: nameOfPowers(permissions[permission]) }, cite);
}

function permitCommands<N extends string, C extends Record<string, { by: readonly Power[] }>>(
  name: N,
  commands: C,
) {
  const entries = Object.entries(commands).map(([command, line]) => [`${name}.${command}`, powersFor(line)]);
  // The keys are exactly the names of the table; Object.fromEntries forgets them.
  return Object.fromEntries(entries) as Record<`${N}.${keyof C & string}`, readonly Power[]>;
}

function powersFor(command: { by: readonly Power[] }): readonly Power[] {
  const people = command.by.filter((power) => power !== "system");
  return isRecordable(command) && !people.includes("client:manager") ? [...people, "client:manager"] : people;
}
