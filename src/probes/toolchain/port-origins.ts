import { GO_RELEASES, PORT_ORIGINS } from '../../evidence/toolchain/go-releases.ts';
import { portOrigins } from '../../evidence/toolchain/port-origins.ts';
import { known } from '../../model/fact.ts';
import { probe } from '../probe.ts';

export const portOriginsProbe = probe({
  gathers: portOrigins,
  cost: { time: 'instant' },
  gather: () =>
    Promise.resolve(
      known({
        origins: PORT_ORIGINS.map(({ port, minor, source }) => {
          const release = `go1.${minor}`;
          const date = GO_RELEASES.find(({ version }) => version === release)?.date;
          return { port, release, ...(date !== undefined && { date }), source };
        }),
      }),
    ),
});
