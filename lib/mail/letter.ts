/** What a mail says, before it has a sender. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same for every try, so that a mail sent twice is known for one. */
  messageId: string;
  attachments: { filename: string; content: string; contentType: string }[];
}

interface Source {
  id: string;
  organisationName: string;
  subject: string;
  about: string;
  attachment: string | null;
}

const ATTACHED = [
  "Keep the attached file where CertTrail cannot reach it. It proves what these trails held when it was made:",
  "each trail's page tells how to check a download of it against this file.",
  "",
];

/**
 * The mail of a message: what happened, where, and the link. Nothing that was written in the record stands in it
 * (ISO/IEC 17021-1 8.4: mail passes through hands that are party to nothing).
 */
export function letterOf(
  { id, organisationName, subject, about, attachment }: Source,
  to: string,
  link: string,
): Letter {
  const { host } = new URL(link);
  const text = [
    `${subject}.`,
    `${about}, ${organisationName}`,
    "",
    link,
    "",
    ...(attachment ? ATTACHED : []),
    "CertTrail sent this because you take part there. Do not answer it: nobody reads the answers.",
    "",
  ].join("\n");
  return {
    to,
    subject: oneLine(`${about}: ${subject}`),
    text,
    attachments: attachment
      ? [{ filename: "trail-anchors.json", content: attachment, contentType: "application/json" }]
      : [],
    messageId: `<${id}@${host.replace(/:\d+$/, "")}>`,
  };
}

/** Names are typed by people; a line break in one must not begin a header of its own. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ").trim();
}
