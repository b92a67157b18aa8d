/** The whole style of the HTML report: light and dark, narrow and wide, screen and paper. */
export const htmlStyle = `
:root { color-scheme: light dark; --red: #b3261e; --amber: #8a5300; --green: #1b6e3c; --line: #8886; --shade: #8881; }
@media (prefers-color-scheme: dark) { :root { --red: #ff8a80; --amber: #ffc069; --green: #7fd99f; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
pre { overflow-x: auto; overflow-wrap: normal; padding: 0.75rem; background: var(--shade); font-size: 0.85rem; }
section.failure, section.warning { border-left: 0.25rem solid var(--red); padding-left: 1rem; margin: 1.5rem 0; }
section.warning { border-color: var(--amber); }
.verdict { font-size: 1.2rem; border-left: 0.5rem solid var(--amber); padding-left: 1rem; }
.verdict.conforming { border-color: var(--green); }
.verdict.nonconforming { border-color: var(--red); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); }
tr.failed td:nth-child(3), td.failed { color: var(--red); font-weight: bold; }
tr.warned td:nth-child(3), tr.inconclusive td:nth-child(3), td.warned, td.inconclusive { color: var(--amber); }
tr.passed td:nth-child(3), td.passed { color: var(--green); }
tr:target { background: var(--shade); outline: 2px solid var(--amber); }
@media print { pre { white-space: pre-wrap; } section { break-inside: avoid; } }
`;
