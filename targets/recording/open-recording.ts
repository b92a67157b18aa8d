import { HttpTarget } from '../http-target.ts';
import type { Target } from '../target.ts';
import { Transmission } from '../transmission.ts';
import type { Wire } from '../wire.ts';
import { DirectPlayer } from './direct-player.ts';
import type { Recording } from './format.ts';
import { loadNock } from './load-nock.ts';
import { NockPlayer } from './nock-player.ts';
import { placeholderTokens } from './placeholder-tokens.ts';
import { RecordedTime } from './recorded-time.ts';
import { ReplayedDeadline } from './recorded-deadline.ts';
import { Tape } from './tape.ts';

export const players = ['nock', 'direct'] as const;
export type Player = (typeof players)[number];

export interface OpenRecording {
  readonly target: Target;
  readonly wire: Wire;
  /** @throws RecordingMismatch if the run did not ask for everything that was recorded */
  readonly finish: () => void;
}

/** Opens a recording as the target that it was recorded from. Nothing of it reaches a network. */
export async function openRecording(recording: Recording, player: Player): Promise<OpenRecording> {
  const { header, interactions, end } = recording;
  const { baseUrl, apiVersion, people, actors, capabilities, provenance, startedAt, settings } = header;
  const tape = new Tape(interactions);
  const time = new RecordedTime(Date.parse(startedAt), interactions, () => tape.stalled());
  const { maxRequests, maxTime, rate } = settings;
  const wire = await wireOf(player, tape, time, recording);
  const target = new HttpTarget({
    kind: 'recording',
    recorded: { provenance, startedAt },
    baseUrl,
    apiVersion,
    people,
    capabilities: new Set(capabilities),
    tokens: placeholderTokens(new Set(actors)),
    wire,
    clock: time,
    isApplicationAlone: !actors.includes('caller'),
    looksBeforeRepeats: provenance === 'live',
    deadline: new ReplayedDeadline(end),
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(maxTime === undefined ? {} : { maxTime }),
    ...(rate === undefined ? {} : { rate }),
  });
  return { target, wire, finish: () => tape.finish() };
}

async function wireOf(
  player: Player,
  tape: Tape,
  time: RecordedTime,
  { header: { settings } }: Recording,
): Promise<Wire> {
  if (player === 'direct') return new DirectPlayer(tape, time);
  // Loaded here only: it slows down every connection of a process that has it.
  const nock = await loadNock();
  const { requestTimeout: timeout, maxResponseSize } = settings;
  return new NockPlayer(nock, new Transmission({ timeout, maxResponseSize }), tape, time);
}
