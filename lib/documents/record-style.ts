/** The look of a record that was taken away: readable without CertTrail, on a screen as on paper. */
export const recordStyle = `
:root{color-scheme:light;--text:#171b22;--muted:#4a5362;--line:#d9dee6}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 4rem;color:var(--text);background:#fff;font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
header p,.none{color:var(--muted)}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--text)}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}
a{color:#1b48b0}
dl{margin:0}
dl>div{display:grid;gap:0 1rem;padding:.375rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--muted)}
dd{margin:0;min-width:0;white-space:pre-line}
dd>*{white-space:normal}
dd article{border-left:2px solid var(--line);padding-left:.75rem}
ul{margin:0;padding-left:1.25rem}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th,td{border-bottom:1px solid var(--line);padding:.375rem .75rem .375rem 0;text-align:left;vertical-align:top;overflow-wrap:break-word}
@media (min-width:40rem){dl>div{grid-template-columns:12rem 1fr}}
@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}thead{display:table-header-group}tr,dl>div{break-inside:avoid}h2,h3{break-after:avoid}}
`;
