import { describe, expect, it } from 'vitest';
import { liveSettings } from '../../cli/live-keys.ts';
import type { GivenSettings } from '../../cli/settings.ts';
import { tenant } from './tenant-people.ts';

const file = { path: 'timecard-conformance.config.mjs', values: {} };

function fault(given: GivenSettings, liveTenant: unknown = tenant): string {
  try {
    liveSettings(given, { ...file, liveTenant });
    return 'none';
  } catch (error) {
    return error instanceof Error && 'exitCode' in error
      ? `${String(error.exitCode)}: ${error.message}`
      : String(error);
  }
}

describe('the two keys', () => {
  it('open exactly what the configuration file names, at a rate that leaves room for others', () => {
    const { given } = liveSettings({ live: true }, { ...file, liveTenant: tenant }) ?? {};
    expect(given).toMatchObject({
      baseUrl: 'https://graph.microsoft.com',
      teamId: tenant.teamId,
      userId: tenant.userIds[0],
      onBehalfOfUserId: tenant.userIds[1],
      rate: 3,
      maxRequests: 430,
    });
    expect(given?.suite).not.toContain('races');
  });

  it('leave races to those who ask for them', () => {
    expect(liveSettings({ live: true, suite: ['races'] }, { ...file, liveTenant: tenant })?.given.suite).toEqual([
      'races',
    ]);
  });

  it.each<[name: string, given: GivenSettings, liveTenant: unknown, sentence: RegExp]>([
    [
      'no --live',
      { baseUrl: 'https://graph.microsoft.com' },
      tenant,
      /^5: graph.microsoft.com is a live service .* --live and liveTenant/,
    ],
    [
      'a name below it',
      { baseUrl: 'https://canary.graph.microsoft.com' },
      tenant,
      /^5: canary.graph.microsoft.com is a live/,
    ],
    ['a dot behind it', { baseUrl: 'https://graph.microsoft.com./' }, tenant, /^5: graph.microsoft.com. is a live/],
    ['no liveTenant', { live: true }, null, /^5: --live is one of two keys, and the other is missing/],
    ['no tenant id', { live: true }, { ...tenant, tenantId: undefined }, /^5: liveTenant.tenantId in .* is missing/],
    [
      'a team by its name',
      { live: true },
      { ...tenant, teamId: 'Kitchen' },
      /^5: liveTenant.teamId in .* has "Kitchen", which is not a GUID/,
    ],
    ['no users', { live: true }, { ...tenant, userIds: [] }, /^5: liveTenant.userIds in .* one or two users/],
    [
      'one user twice',
      { live: true },
      { ...tenant, userIds: [tenant.teamId, tenant.teamId.toUpperCase()] },
      /^5: liveTenant.userIds in .* names one user twice/,
    ],
    [
      'three users',
      { live: true },
      { ...tenant, userIds: [1, 2, 3].map(() => tenant.teamId) },
      /^5: .* one or two users/,
    ],
    [
      'a key with a slip',
      { live: true },
      { ...tenant, teamID: tenant.teamId },
      /^5: liveTenant in .* unknown key teamID/,
    ],
    ['another team', { live: true, teamId: tenant.tenantId }, tenant, /^5: --team-id .* is not liveTenant.teamId/],
    ['another user', { live: true, userId: tenant.tenantId }, tenant, /^5: --user-id .* is not the first/],
    [
      'a second team',
      { live: true, otherTeamId: tenant.tenantId },
      tenant,
      /^5: --other-team-id is not for a live tenant/,
    ],
    ['too fast', { live: true, rate: 4 }, tenant, /^5: --rate 4 is more than 3/],
    [
      'another server',
      { live: true, baseUrl: 'http://127.0.0.1:4010' },
      tenant,
      /^5: --live judges https:\/\/graph.microsoft.com/,
    ],
    ['plain http', { live: true, baseUrl: 'http://graph.microsoft.com' }, tenant, /^5: --live judges https:/],
    ['another port', { live: true, baseUrl: 'https://graph.microsoft.com:8443' }, tenant, /^5: --live judges https:/],
    ['a path', { live: true, baseUrl: 'https://graph.microsoft.com/proxy' }, tenant, /^5: --live judges https:/],
    [
      'a national cloud',
      { live: true, baseUrl: 'https://graph.microsoft.us' },
      tenant,
      /^5: .* national cloud, which does not offer time cards/,
    ],
    ['China', { baseUrl: 'https://microsoftgraph.chinacloudapi.cn' }, tenant, /^5: .* national cloud/],
    [
      '--auth alone',
      { auth: 'device-code', baseUrl: 'http://127.0.0.1:4010' },
      tenant,
      /^5: --auth signs in to a live tenant/,
    ],
    ['the embedded server', { live: true, reference: true }, tenant, /^2: --live and --reference/],
  ])('do not fit: %s', (_name, given, liveTenant, sentence) => {
    expect(fault(given, liveTenant)).toMatch(sentence);
  });
});

describe('a live service', () => {
  it.each([
    'https://graph.microsoft.com',
    'https://graph.microsoft.com:443/mock',
    'https://GRAPH.microsoft.COM',
    'https://graph.microsoft.com.',
    'http://graph.microsoft.com',
    'https://canary.graph.microsoft.com',
    'https://graph.microsoft.us',
    'https://dod-graph.microsoft.us',
    'https://microsoftgraph.chinacloudapi.cn',
  ])('%s is refused with the exit code of the safety rules', (baseUrl) => {
    expect(fault({ baseUrl })).toMatch(/^5: .* (live service whose time cards are payroll data|national cloud)/);
  });

  it.each(['http://127.0.0.1:4010', 'https://graph.microsoft.com.example.test', 'https://notgraph.microsoft.com'])(
    '%s is none',
    (baseUrl) => {
      expect(fault({ baseUrl })).toBe('none');
    },
  );
});
