// How report pages look: one column that reads on a phone, light or dark as the reader's system asks. Gains are red and
// losses blue, as Korean screens have them; every coloured number also has its sign.

export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --panel: #ffffff; --ink: #1b1f24; --muted: #5d6673; --line: #e1e5ea; --hover: #f0f3f6;
  --up: #c9302c; --down: #1c5fc4; --alarm: #fff0e0; --alarm-ink: #8a3b00; --accent: #6b4e16;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --panel: #1c2026; --ink: #e7eaee; --muted: #9aa4b0; --line: #2e343c; --hover: #252a31;
    --up: #ff7a72; --down: #78aeff; --alarm: #3a2a17; --alarm-ink: #ffc27d; --accent: #e0bd78;
  }
}
* { box-sizing: border-box; }
[data-lang="ko"] [lang="en"], [data-lang="en"] [lang="ko"] { display: none; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif;
}
header, main, footer { max-width: 1200px; margin: 0 auto; padding: 0 20px; }
header { display: flex; justify-content: space-between; align-items: flex-start; gap: 16px; padding-top: 28px; }
h1 { margin: 0; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0 0 12px; font-size: 17px; }
.kind { margin: 0 0 2px; color: var(--accent); font-size: 13px; font-weight: 600; }
.subtitle { margin: 4px 0 0; color: var(--muted); }
button, select {
  font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 8px;
  padding: 6px 12px; cursor: pointer;
}
#switch-language { flex: none; }
section { margin: 20px 0; padding: 18px 20px; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 12px; margin: 20px 0; }
.card { padding: 12px 16px; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; }
.card dt { color: var(--muted); font-size: 13px; }
.card dd { margin: 0; font-size: 20px; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.card dd.note, .note { font-size: 13px; font-weight: 400; color: var(--muted); }
.up { color: var(--up); }
.down { color: var(--down); }
.scroll { overflow-x: auto; max-height: 620px; overflow-y: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 14px; }
th, td { padding: 7px 8px; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { position: sticky; top: 0; background: var(--panel); color: var(--muted); font-weight: 500; font-size: 13px; }
.number { text-align: right; }
.text { text-align: left; }
tbody tr:hover { background: var(--hover); }
tfoot td { font-weight: 600; border-bottom: 0; border-top: 2px solid var(--line); }
.sortable th button { all: unset; cursor: pointer; }
.sortable th button:focus-visible { outline: 2px solid var(--accent); border-radius: 2px; }
th[aria-sort="ascending"] button::after { content: " ▲"; font-size: 10px; }
th[aria-sort="descending"] button::after { content: " ▼"; font-size: 10px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(290px, 1fr)); gap: 20px; align-items: start; }
.wrap { white-space: normal; overflow-wrap: anywhere; }
.verdict { margin: 0 0 12px; padding: 10px 14px; border-radius: 8px; background: var(--hover); font-weight: 600; }
.verdict.alarm, tr.different td { background: var(--alarm); color: var(--alarm-ink); }
tr.different td { font-weight: 600; }
.remarks { margin: 0; padding-left: 20px; overflow-wrap: anywhere; }
.heat td { text-align: center; padding: 6px 4px; min-width: 58px; }
.heat th { text-align: center; }
.chart { height: 300px; }
.chart.low { height: 160px; }
.chart.tall { height: 380px; }
.chart-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 8px; margin-bottom: 8px; }
.chart-head h2 { margin: 0; }
code { font: 13px/1.5 ui-monospace, SFMono-Regular, Consolas, monospace; overflow-wrap: anywhere; }
footer { padding-top: 4px; padding-bottom: 32px; color: var(--muted); font-size: 13px; }
footer a { color: inherit; }
@media (max-width: 600px) {
  header, main, footer { padding-left: 12px; padding-right: 12px; }
  section { padding: 14px 12px; }
  .cards { grid-template-columns: 1fr 1fr; gap: 8px; }
  .card { padding: 10px 12px; }
  .card dd { font-size: 17px; }
  h1 { font-size: 21px; }
  .chart { height: 240px; }
}
@media print { #switch-language { display: none; } .scroll { max-height: none; } body { background: none; } }
`;
