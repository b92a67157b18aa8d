import type { JsonObject } from '../../traffic/json.ts';
import { jsonAnswer, openCard } from '../scripted/answers.ts';
import type { ClientCase } from '../scripted/client-case.ts';
import type { Draw } from '../scripted/draw.ts';

type LinkOf = (token: string) => string;

/** The library's own pager, over pages with so many cards each. */
function paging(id: string, sizes: readonly number[], control: string, mark: (draw: Draw) => string): ClientCase {
  return {
    id,
    control,
    script(draw) {
      const marks = sizes.map(() => mark(draw));
      const pages = sizes.map((size) => Array.from({ length: size }, () => openCard(draw)));
      return {
        calls: [{ op: 'listAll' }],
        answers: ({ timeCards }) =>
          pages.map((value, index) =>
            page(value, index < sizes.length - 1 ? marks[index] : undefined, (token) => `${timeCards}?${token}`),
          ),
      };
    },
  };
}

function page(value: readonly JsonObject[], token: string | undefined, link: LinkOf) {
  return jsonAnswer(200, { value, ...(token === undefined ? {} : { '@odata.nextLink': link(token) }) });
}

const plainMark = (draw: Draw): string => `$skiptoken=${draw.guid()}`;

/** A link whose query is more than its token, and whose encoding somebody might think to mend. */
const fullMark = (draw: Draw): string =>
  `$top=2&$filter=state%20eq%20'clockedIn'&$skipToken=${draw.integer(10, 99)}%2Ba%2FB%3D%3D&x-custom=${draw.guid()}`;

/** Lists, whole and in pages. */
export const listingCases: readonly ClientCase[] = [
  {
    id: 'list',
    script(draw) {
      return {
        calls: [{ op: 'list' }],
        answers: () => [jsonAnswer(200, { value: [openCard(draw), openCard(draw)] })],
      };
    },
  },
  {
    id: 'list-one-page',
    script: (draw) => ({ calls: [{ op: 'listAll' }], answers: () => [jsonAnswer(200, { value: [openCard(draw)] })] }),
  },
  {
    id: 'list-filtered',
    control: 'list',
    script(draw) {
      const name = draw.pick("O'Neill & Søn", "50 % d'été #1", "d'Ör+Co & more");
      return {
        calls: [{ op: 'list', query: { filter: `userId eq '${name.replaceAll("'", "''")}'` } }],
        answers: () => [jsonAnswer(200, { value: [openCard(draw)] })],
      };
    },
  },
  paging('pages', [2, 2, 1], 'list-one-page', plainMark),
  paging('pages-with-full-links', [1, 1], 'pages', fullMark),
  paging('pages-first-empty', [0, 2], 'pages', plainMark),
  paging('pages-middle-empty', [1, 0, 1], 'pages', plainMark),
  paging('pages-last-empty', [1, 0], 'pages', plainMark),
  {
    id: 'link-elsewhere',
    control: 'pages',
    script: (draw) => ({
      calls: [{ op: 'listAll' }],
      answers: ({ timeCardsElsewhere }) => [
        page([openCard(draw)], plainMark(draw), (token) => `${timeCardsElsewhere}?${token}`),
        jsonAnswer(200, { value: [openCard(draw)] }),
      ],
    }),
  },
];
