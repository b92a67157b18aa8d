import { clientCases } from '../../clients/cases/index.ts';
import { perform } from '../../clients/perform.ts';
import { ReferenceDriver } from '../../clients/reference-client/reference-driver.ts';
import type { ClientSeams } from '../../clients/reference-client/seams.ts';
import type { Host, Performance } from '../../clients/scene.ts';
import type { ClientCase } from '../../clients/scripted/client-case.ts';
import { Stage } from '../../clients/scripted/stage.ts';
import { worthAnotherLook } from '../../clients/client-outcome.ts';
import { selfSigned } from '../../targets/listening/certificate.ts';
import { listen } from '../../targets/listening/listener.ts';
import { proxyOneName } from '../../targets/listening/one-name-proxy.ts';

export interface InProcessOptions {
  readonly seed?: number;
  readonly host?: Host;
  /** Plain HTTP under the name of the host: the same requests, and far quicker. */
  readonly plain?: boolean;
  readonly seams?: ClientSeams;
  readonly cases?: readonly ClientCase[];
}

/**
 * The reference client put through the cases within this process. It and the service share a clock that only waiting
 * moves, so that nothing waits and no figure depends on the machine.
 */
export async function performInProcess({
  seed = 1,
  host = 'graph',
  plain = false,
  seams = {},
  cases = clientCases,
}: InProcessOptions = {}): Promise<Performance> {
  let now = 0;
  const stage = new Stage();
  const certificate =
    host === 'loopback' || plain ? undefined : selfSigned(['graph.microsoft.com', 'localhost'], ['127.0.0.1']);
  const listener = await listen((request) => stage.answer(request), {
    clock: () => now,
    ...(certificate === undefined ? {} : { certificate }),
  });
  const proxy = await proxyOneName('graph.microsoft.com', listener.port);
  try {
    const scheme = certificate === undefined ? 'http' : 'https';
    const driver = new ReferenceDriver({
      seams,
      proxy: `http://127.0.0.1:${proxy.port}`,
      ...(certificate === undefined ? {} : { ca: certificate.cert }),
      sleep: (seconds) => {
        now += seconds * 1000;
        return Promise.resolve();
      },
    });
    return await perform(driver, stage, {
      cases,
      seed,
      host,
      address: host === 'graph' && !plain ? 'https://graph.microsoft.com' : `${scheme}://127.0.0.1:${listener.port}`,
      elsewhere: `${scheme}://localhost:${listener.port}`,
      again: worthAnotherLook,
    });
  } finally {
    await proxy.close();
    await listener.close();
  }
}
