import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import { every, expectThat, isUser, notApplicable, sameId, unchanged } from './assertions/assertions.ts';
import { check, type Answer, type Check } from './check.ts';
import type { JudgeContext } from './context.ts';
import { across, type Across } from './scopes/across.ts';
import { isSender, userOf } from './user-of.ts';

const replaced = across('replace');

const made = ['/createdDateTime', '/createdBy/user/id'] as const;

/** The request says this property otherwise than the card shows it: whether a service may believe that is TC-REPLACE-028. */
function saysOtherwise({ before, sent }: Across, pointer: string): boolean {
  const said = at(sent, pointer);
  return said !== undefined && !haveSameContent(said, at(before, pointer));
}

/** The request says of itself that somebody else makes it. */
function namesOtherModifier({ sent, write: { exchange } }: Across, context: JudgeContext): boolean {
  const said = at(sent, '/lastModifiedBy/user/id');
  return said !== undefined && !sameId(said, userOf(exchange, context) ?? null);
}

/** The request has an original entry that is neither the one that the card had, nor what becomes the original now. */
function sendsOtherOriginal({ before, sent }: Across): boolean {
  const said = sent['originalEntry'];
  return (
    isJsonObject(said) &&
    sameEntry(before, said).kind === 'violated' &&
    !(isJsonObject(before['originalEntry']) && sameEntry(before['originalEntry'], said).kind === 'holds')
  );
}

/**
 * What the original entry of a created card is stays open (TC-CREATE-009). Of one that was edited before, no page says
 * whether it is the entry as it was clocked in, or as it was before the last edit. Of one that was edited while it was open
 * none says either whether its original goes on with what is clocked after that.
 */
function originalEntryKept(subject: Across): Answer {
  const { before, after, madeBy, write } = subject;
  if (write.before?.madeBy?.operation !== 'clockIn' || write.before.state !== 'clockedOut') return notApplicable;
  if (sendsOtherOriginal(subject)) return notApplicable;
  const original = at(after, '/originalEntry');
  const now = sameEntry(before, original);
  if (madeBy === 'clockIn' || now.kind === 'holds') return now;
  const asBefore = before['originalEntry'];
  return isJsonObject(asBefore) ? sameEntry(asBefore, original) : notApplicable;
}

function sameEntry(entry: JsonObject, original: Json | undefined): Answer {
  const parts = ['clockInEvent', 'clockOutEvent', 'breaks'].map((name) => {
    const [was, shown] = [entry[name] ?? null, at(original, `/${name}`)];
    // No breaks are none, however that is written; TC-SHAPE-006 asks for the key.
    const same = name === 'breaks' ? haveSameContent(was ?? [], shown ?? []) : haveSameContent(was, shown);
    return expectThat(same, `/originalEntry/${name}`, was, shown);
  });
  return every(...parts);
}

/** What is neither the old value nor the one that was sent was made anew, and that is TC-REPLACE-004 for any request. */
function notTaken({ before, after, sent }: Across, pointer: string): Answer {
  const kept = unchanged(before, after, [pointer]);
  return kept.kind === 'violated' && !haveSameContent(at(after, pointer), at(sent, pointer)) ? notApplicable : kept;
}

function originalNotTaken(subject: Across): Answer {
  const { after, sent } = subject;
  if (!sendsOtherOriginal(subject)) return notApplicable;
  const said = sent['originalEntry'] as JsonObject;
  const taken = sameEntry(said, at(after, '/originalEntry')).kind === 'holds';
  return expectThat(!taken, '/originalEntry', 'not the one that was sent', after['originalEntry']);
}

/** What a replace leaves as it was, and whom it names, whatever the request says of it. */
export const keptByServiceChecks: readonly Check[] = [
  check('TC-REPLACE-003', replaced, originalEntryKept),
  check('TC-REPLACE-004', replaced, (subject) =>
    unchanged(subject.before, subject.after, ['/id', ...made.filter((pointer) => !saysOtherwise(subject, pointer))]),
  ),
  check('TC-REPLACE-014', replaced, (subject, context) =>
    namesOtherModifier(subject, context)
      ? notApplicable
      : isSender(subject.after, '/lastModifiedBy/user/id', subject.write.exchange, context),
  ),
  check('TC-REPLACE-028', replaced, (subject, context) => {
    const { after, write } = subject;
    return every(
      ...made.flatMap((pointer) => (saysOtherwise(subject, pointer) ? notTaken(subject, pointer) : [])),
      namesOtherModifier(subject, context)
        ? isSender(after, '/lastModifiedBy/user/id', write.exchange, context)
        : notApplicable,
      originalNotTaken(subject),
    );
  }),
  check('TC-REPLACE-015', replaced, ({ before, after, sent }) =>
    sameId(sent['userId'], before['userId']) ? isUser(after, '/userId', sent['userId'] ?? null) : notApplicable,
  ),
];
