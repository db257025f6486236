/** What stands in the archive, for who opens it without CertTrail. */
export const READ_ME = `This archive holds what one side of a certification project may see on CertTrail.

index.html      The whole record, to be read and printed. It needs no script and no connection.
record.json     The same for programs; "version" says which shape it has (docs/export.md of CertTrail).
findings.csv    One finding a row. UTF-8, days as YYYY-MM-DD. A cell that begins with = + - or @ is led by an apostrophe.
files/          The files of the project that this side may open.
trail/          The trail of the project, and how to check it without CertTrail.
manifest.csv    Every entry of this archive with its size and SHA-256, and the files that are not in it, with the reason.
                It is written last: its last line is "End" with the number of entries. Without that line the archive was cut.

Drafts in the record belong to the side that took the archive away; they are named as drafts and were given to nobody.
`;

/** How the trail is checked offline. */
export const TRAIL_READ_ME = `The trail of the project as one chain: each entry carries the hash of the one before it. What the other side alone
may read stands here as its hash.

To check it, with Node.js 20 or later and nothing else:

    node verify-bundle.mjs trail.jsonl

It says how many entries were checked, and names the first one that was changed, taken out or put in. verify-bundle.mjs is
the file scripts/verify-bundle.mjs of CertTrail: whoever doubts the copy in this archive takes it from there. Compare the
anchors that it names with those that you have kept outside CertTrail ("Download our anchors" on the page of the trail).
`;
