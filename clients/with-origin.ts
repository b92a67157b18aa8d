import type { Json } from '../traffic/json.ts';
import type { Scene } from './scene.ts';

/** Where a scene was played, and what that is called from then on. */
export interface PlayedAt {
  readonly address: string;
  readonly elsewhere: string;
  /** The segment that told the scene's service from others. */
  readonly name: string;
  readonly origin: string;
}

/** What the other host is called. */
export const elsewhereOrigin = 'https://elsewhere.example';

/**
 * The same scene with the port and the service's own segment of the path taken out of every text, so that two runs of one
 * library can be compared, and results name the addresses that a reader knows.
 */
export function withOrigin(scene: Scene, { address, elsewhere, name, origin }: PlayedAt): Scene {
  const replaced = (text: string): string =>
    [
      [`${elsewhere}/${name}`, elsewhereOrigin],
      [`${address}/${name}`, origin],
      [elsewhere, elsewhereOrigin],
      [address, origin],
      [hostOf(elsewhere), hostOf(elsewhereOrigin)],
      [hostOf(address), hostOf(origin)],
      [`/${name}/v1.0`, '/v1.0'],
    ].reduce((rest, [from = '', to = '']) => rest.replaceAll(from, to), text);
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return replaced(value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, clean(member as Json)]));
  };
  return {
    ...scene,
    calls: clean(scene.calls) as Scene['calls'],
    requests: clean(scene.requests) as Scene['requests'],
  };
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\//, '');
}
