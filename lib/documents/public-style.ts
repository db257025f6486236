/** The look of the public pages: no script, no font to fetch, light and dark by the reader's system, one sheet in print. */
export const publicStyle = `
:root{color-scheme:light dark;--bg:#f7f8fa;--paper:#fff;--text:#171b22;--muted:#4a5362;--line:#d9dee6;--control:#7b8697;--link:#1b48b0;--primary:#1f4fbf;--on:#fff;--good:#15603f;--good-bg:#e2f5eb;--care:#744600;--care-bg:#fdf1dc;--bad:#7f1524;--bad-bg:#fbe9eb}
@media (prefers-color-scheme:dark){:root{--bg:#0e1116;--paper:#161b22;--text:#e8ecf2;--muted:#b3bcc9;--line:#2c3440;--control:#6d7889;--link:#9cbaff;--primary:#8fb1ff;--on:#0b1733;--good:#aeebcb;--good-bg:#0d2b1d;--care:#ffcb70;--care-bg:#33230a;--bad:#ffa9ae;--bad-bg:#3b1519}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:44rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1rem;color:var(--muted);font-size:.875rem}
header b{color:var(--text)}
main{padding-top:0}
footer{color:var(--muted);font-size:.875rem;padding-bottom:3rem}
a{color:var(--link);text-underline-offset:3px}
header a,footer a{display:inline-block;min-height:24px}
.verdict{border-radius:10px;padding:1.25rem;display:flex;gap:.875rem}
.verdict svg{flex:none;width:28px;height:28px;margin-top:2px}
.valid{background:var(--good-bg);color:var(--good)}
.caution{background:var(--care-bg);color:var(--care)}
.not_valid{background:var(--bad-bg);color:var(--bad)}
.none{background:var(--paper);border:1px solid var(--line)}
h1{margin:0;font-size:1.5rem;line-height:1.25;letter-spacing:-.01em}
.verdict p{margin:.5rem 0 0;color:var(--text)}
h2{margin:1.75rem 0 .25rem;font-size:1.125rem}
dl{margin:1.25rem 0 0;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:.25rem 1.25rem}
dl div{display:grid;gap:0 1rem;padding:.625rem 0;border-bottom:1px solid var(--line)}
dl div:last-child{border-bottom:0}
dt{color:var(--muted);font-size:.875rem;line-height:1.5rem}
dd{margin:0}
dd ul{margin:0;padding-left:1.125rem}
dd small{display:block;color:var(--muted);font-size:.875rem}
form{margin-top:1.25rem;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1.25rem;display:grid;gap:1rem}
label{display:grid;gap:.375rem;font-weight:600}
label small{font-weight:400;color:var(--muted);font-size:.875rem}
input{font:inherit;font-weight:400;color:inherit;background:var(--paper);border:1px solid var(--control);border-radius:6px;padding:.625rem .75rem;width:100%;max-width:26rem}
button{font:inherit;font-weight:600;justify-self:start;min-height:44px;padding:.5rem 1.125rem;border:0;border-radius:6px;background:var(--primary);color:var(--on);cursor:pointer}
:focus-visible{outline:2px solid var(--primary);outline-offset:2px}
.note{margin:1.25rem 0 0;padding:.75rem 1rem;border-left:4px solid var(--care);background:var(--paper)}
@media (min-width:36rem){dl div{grid-template-columns:11rem 1fr}}
@media print{:root{--bg:#fff;--paper:#fff;--text:#000;--muted:#333;--line:#999}body{font-size:11pt}form,.screen{display:none}.verdict{border:2px solid #000;background:none;color:#000}header,main,footer{max-width:none;padding-inline:0}}
`;
