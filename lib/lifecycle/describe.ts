import { type Command, type Commands, type Facts, isRecordable, type Machine } from "./machine";
import { machines } from "./machines";
import { ownRules } from "./own-rules";
import { type RefusalCode, refusalTexts } from "./refusal";
import type { RefusalData } from "./refusal-text";
import { nameOfPowers } from "./who";

type AnyCommand = Command<string, Facts, never>;
type AnyMachine = Machine<string, Facts, Commands<string, Facts>>;

/** Stands in a sentence where the record gives a name, a number or a day. */
const GAP = "…";

/** The document of all rule tables as Markdown: docs/lifecycle.md is exactly this text. */
export function describeLifecycle(): string {
  const all = Object.values(machines) as unknown as AnyMachine[];
  return `${[introduction(), ...all.map(describeMachine)].join("\n\n")}\n`;
}

function introduction(): string {
  return [
    "# The rules of a certification",
    "",
    "Written by `npm run docs:lifecycle` from the tables in `lib/lifecycle`. Do not edit it by hand.",
    "",
    "Each command says from which states it leads where, who may give it, and what stands against it, with the rule of",
    "the rule book and the clause. *Needs a reason* marks a rule that passes when a reason is given and kept. An act of",
    "the certification body can be recorded by the client's manager as long as the body is not connected; every rule",
    "stays on.",
    "",
    "Most rules stand on a clause of a standard; INV marks an invariant of the whole record. These are CertTrail's own:",
    "",
    ...Object.entries(ownRules).map(([id, meaning]) => `- ${id}: ${meaning}`),
  ].join("\n");
}

function describeMachine(machine: AnyMachine): string {
  const commands = Object.entries(machine.commands);
  return [
    `## ${machine.title}`,
    `States: ${machine.states.map(words).join(" · ")}. It begins as *${words(machine.initial)}*; nothing leads out of ${machine.terminal.map((state) => `*${words(state)}*`).join(", ")}.`,
    drawMachine(machine),
    [
      "| Command | From | To | Who |",
      "|---|---|---|---|",
      ...commands.map(([, command]) => describeRow(command)),
    ].join("\n"),
    ...commands.map(([name, command]) => describeCommand(machine.name, name, command)),
  ].join("\n\n");
}

function describeRow({ label, from, to, by }: AnyCommand): string {
  return `| ${label} | ${from.map(words).join(", ")} | ${to.map(words).join(" or ")} | ${nameOfPowers(by)} |`;
}

function describeCommand(machine: string, name: string, command: AnyCommand): string {
  const { label, by, keeper, requires } = command;
  const recordable = isRecordable(command)
    ? "; the client's manager records it when the body is not connected"
    : "";
  const codes = [...new Set(requires.map(({ code }) => code))];
  return [
    `### ${label}`,
    "",
    `\`${machine}.${name}\` stands on ${cite(command)}.`,
    "",
    `Who: ${nameOfPowers(by)}${recordable}.${keeper === undefined ? "" : ` Anybody else is refused by ${keeper}.`}`,
    ...(codes.length === 0
      ? []
      : ["", "Refused with:", "", ...codes.map((code) => describeGuard(code, command))]),
  ].join("\n");
}

function describeGuard(code: RefusalCode, command: AnyCommand): string {
  const text = refusalTexts[code];
  const reason = text.severity === "justify" ? " *Needs a reason.*" : "";
  return `- ${sentenceWithGaps(code)} (${cite(text.rule === "" ? command : text)}; \`${code}\`)${reason}`;
}

/** The sentence of a code with a gap wherever the record would speak. */
function sentenceWithGaps(code: RefusalCode): string {
  const says = refusalTexts[code].says as (data: RefusalData) => string;
  return says(new Proxy<RefusalData>({}, { get: () => GAP }));
}

function cite({ rule, clause }: { rule: string; clause: string }): string {
  return clause === "" ? rule : `${rule}, ${clause}`;
}

/** A Mermaid diagram of the machine; commands that leave the state as it is are left out. */
function drawMachine(machine: AnyMachine): string {
  const labels = new Map<string, string[]>();
  for (const { label, from, to } of Object.values(machine.commands))
    for (const start of from)
      for (const end of to)
        if (end !== "stay")
          labels.set(`${start} --> ${end}`, [...(labels.get(`${start} --> ${end}`) ?? []), label]);
  const moves = [...labels].map(([move, names]) => `  ${move}: ${names.join(" / ")}`);
  const ends = machine.terminal.map((state) => `  ${state} --> [*]`);
  return ["```mermaid", "stateDiagram-v2", `  [*] --> ${machine.initial}`, ...moves, ...ends, "```"].join(
    "\n",
  );
}

function words(state: string): string {
  return state === "stay" ? "same state" : state.replaceAll("_", " ");
}
