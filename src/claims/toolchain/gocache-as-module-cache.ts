import { cacheContents, type CacheContents } from '../../evidence/toolchain/cache-contents.ts';
import { complaint } from '../../evidence/toolchain/recorded-run.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const gocacheAsModuleCache = claim({
  id: 'gocache-as-module-cache',
  subject: 'toolchain',
  answers: ['W1.25'],
  statement: {
    en: 'GOCACHE is the module cache.',
    zh: 'GOCACHE 就是模块缓存。',
  },
  method: {
    en: 'One build with a fresh GOCACHE and a fresh GOMODCACHE of a module that needs another, which Go downloads from a proxy made of files; then the files of both directories are read.',
    zh: '以全新的 GOCACHE 与 GOMODCACHE 构建一个依赖其他模块的模块（由文件构成的代理供 Go 下载），随后读取两个目录中的文件。',
  },
  wouldChange: {
    en: 'Source files of the module in GOCACHE.',
    zh: 'GOCACHE 中出现该模块的源文件。',
  },
  needs: { caches: cacheContents },

  judge({ caches: { build, goCache, goModCache } }) {
    const row = (name: string, { files, moduleSources, compiledPackages }: CacheContents['goCache']) => [
      name,
      files,
      moduleSources,
      compiledPackages,
    ];
    const figures = [
      table(
        { en: 'What one build wrote', zh: '一次构建所写入的内容' },
        [
          { en: 'directory', zh: '目录' },
          { en: 'files', zh: '文件' },
          { en: 'module sources', zh: '模块源文件' },
          { en: 'compiled packages', zh: '编译产物' },
        ],
        [row('GOCACHE', goCache), row('GOMODCACHE', goModCache)],
      ),
    ];
    if (build.exit !== 0 || goCache.compiledPackages + goModCache.compiledPackages === 0) {
      return inconclusive(
        {
          en: `The build wrote no compiled package: ${complaint(build)}`,
          zh: `构建没有写入编译产物：${complaint(build)}`,
        },
        { figures },
      );
    }
    const told = {
      en: `GOCACHE received ${goCache.compiledPackages} compiled packages and ${goCache.moduleSources} module sources, GOMODCACHE ${goModCache.compiledPackages} and ${goModCache.moduleSources}`,
      zh: `GOCACHE 收到 ${goCache.compiledPackages} 个编译产物、${goCache.moduleSources} 个模块源文件；GOMODCACHE 分别为 ${goModCache.compiledPackages} 个和 ${goModCache.moduleSources} 个`,
    };
    return goCache.moduleSources > 0 ? confirmed(told, { figures }) : refuted(told, { figures });
  },
});
