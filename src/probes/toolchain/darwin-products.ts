import { darwinProducts } from '../../evidence/toolchain/darwin-products.ts';
import { goUnderTest } from '../../evidence/toolchain/go-under-test.ts';
import { containerOf } from '../../formats/container.ts';
import { absent, known } from '../../model/fact.ts';
import { runGo } from '../go-command.ts';
import { probe } from '../probe.ts';

export const darwinProductsProbe = probe({
  gathers: darwinProducts,
  needs: { go: goUnderTest },
  cost: { time: 'seconds', turn: 'build darwin/arm64', writes: ['the Go build cache'] },
  async gather(host, { go }) {
    const directory = await host.scratch('darwin-products');
    await host.writeScratch(`${directory}/main.go`, await host.specimen('hello/main.go'));
    const listed = await runGo(host, {
      go: go.path,
      args: ['tool', 'dist', 'list'],
      directory,
      timeLimitMs: 30_000,
    });
    const offered = [...listed.stdout.matchAll(/^darwin\/(\w+)$/gm)].map(([, goarch = '']) => goarch);
    if (offered.length === 0)
      return absent({ en: 'This Go has no darwin port', zh: '此 Go 不提供 darwin 移植' });
    const products = [];
    for (const goarch of offered) {
      const output = `hello-${goarch}`;
      const environment = { GOOS: 'darwin', GOARCH: goarch };
      const { exit, stderr } = await runGo(host, {
        go: go.path,
        args: ['build', '-o', output, 'main.go'],
        directory,
        environment,
      });
      const head = await host.withFile(`${directory}/${output}`, (file) => file.read(0, 4096));
      const container = head && containerOf(head);
      products.push({
        goarch,
        exit,
        stderr: stderr.slice(0, 4000),
        ...(container && { format: container.format }),
        architectures: [...(container?.architectures ?? [])],
      });
    }
    return known({ products });
  },
});
