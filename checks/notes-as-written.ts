import { at } from '../traffic/pointer.ts';
import { expectThat, holds, notApplicable, violated } from './assertions/assertions.ts';
import { check, type Check } from './check.ts';
import { isSimpleHtml, textOfAnyHtml, textOfHtml, withoutBlanks } from './assertions/html-text.ts';
import { isLivelyText, sameLivelyText } from './assertions/lively-text.ts';
import { noted } from './scopes/noted.ts';

/** What people write into notes beyond plain text. */
export const notesAsWrittenChecks: readonly Check[] = [
  check('TC-NOTES-001', noted, ({ sent: { content, contentType }, back, pointer }) => {
    if (contentType !== 'text' || typeof content !== 'string' || !isLivelyText(content)) return notApplicable;
    const shown = at(back, '/content');
    const kept = typeof shown === 'string' && sameLivelyText(content, shown);
    return expectThat(kept, `${pointer}/content`, content, shown);
  }),
  check('TC-NOTES-002', noted, ({ sent: { content, contentType }, back, pointer }) => {
    if (contentType !== 'html' || typeof content !== 'string' || !isSimpleHtml(content)) return notApplicable;
    const [shown, type] = [at(back, '/content'), at(back, '/contentType')];
    if (typeof shown !== 'string') return expectThat(false, `${pointer}/content`, content, shown);
    // As text it may come back as well, if it is what the HTML says.
    const said = type === 'text' ? withoutBlanks(shown) : textOfAnyHtml(shown);
    if (said === textOfHtml(content)) return holds;
    // The same letters mean something else by another type.
    return shown === content
      ? violated(`${pointer}/contentType`, contentType, type)
      : violated(`${pointer}/content`, content, shown);
  }),
];
