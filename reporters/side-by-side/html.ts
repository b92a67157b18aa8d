import { htmlElement as element, htmlPage, htmlText as text } from '../markup/html-page.ts';
import type { Row, SideBySide } from './side-by-side.ts';
import { alikeText, cellWords, columnFacts } from './words.ts';

/** Several runs beside each other as one page without scripts and without network. */
export function renderSideBySideHtml(runs: SideBySide): string {
  return htmlPage('timeCard conformance: runs side by side', [
    element('section', { class: 'wide', tabindex: '0', 'aria-label': 'Runs' }, [factsTable(runs)]),
    element('h2', { id: 'failing' }, ['What fails in at least one of them']),
    ...(runs.failing.length === 0
      ? [element('p', {}, ['Nothing that was exercised.'])]
      : [rowsTable(runs, runs.failing, 'What fails')]),
    ...(runs.uneven.length === 0
      ? []
      : [
          element('h2', { id: 'uneven' }, ['What holds and was not judged in all of them']),
          rowsTable(runs, runs.uneven, 'What was not judged in all runs'),
        ]),
    element('p', {}, [text(alikeText(runs.alike))]),
  ]);
}

function header(cells: readonly string[]): string {
  const shown = cells.map((cell) => element('th', { scope: 'col' }, [text(cell)]));
  return element('thead', {}, [element('tr', {}, shown)]);
}

const runNames = ({ columns }: SideBySide): readonly string[] => columns.map((_, index) => `Run ${index + 1}`);

function factsTable(runs: SideBySide): string {
  const facts = runs.columns.map((column) => new Map(columnFacts(column)));
  const names = [...new Set(facts.flatMap((of) => [...of.keys()]))];
  const rows = names.map((name) =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [text(name)]),
      ...facts.map((of) => element('td', {}, [text(of.get(name) ?? '')])),
    ]),
  );
  return element('table', {}, [header(['', ...runNames(runs)]), element('tbody', {}, rows)]);
}

function rowsTable(runs: SideBySide, rows: readonly Row[], label: string): string {
  const body = rows.map(({ requirement: { id, level, statement }, cells }) =>
    element('tr', { id }, [
      element('td', {}, [element('a', { href: `#${id}` }, [text(id)])]),
      element('td', {}, [text(level)]),
      ...cells.map((cell) => element('td', { class: cell }, [text(cellWords[cell])])),
      element('td', {}, [text(statement)]),
    ]),
  );
  const table = element('table', {}, [
    header(['Requirement', 'Level', ...runNames(runs), 'Statement']),
    element('tbody', {}, body),
  ]);
  return element('section', { class: 'wide', tabindex: '0', 'aria-label': label }, [table]);
}
