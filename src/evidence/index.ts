/** Every kind of fact that can be known, by subject; the order is that of a report's header. */

import type { Kind } from '../model/kind.ts';
import { system } from './machine/system.ts';
import { commandComparison } from './machine/command-comparison.ts';
import { noiseFloor } from './machine/noise-floor.ts';
import { goUnderTest } from './toolchain/go-under-test.ts';
import { goInstalls } from './toolchain/go-installs.ts';
import { observationDay } from './toolchain/observation-day.ts';
import { configurationTrials } from './modules/configuration-trials.ts';
import { egressTrials } from './modules/egress-trials.ts';
import { markedGraphs } from './modules/marked-graphs.ts';
import { meteredBuilds } from './modules/metered-builds.ts';
import { vendorTrials } from './modules/vendor-trials.ts';
import { damagedVendorLists } from './modules/damaged-vendor-lists.ts';
import { goPorts } from './toolchain/go-ports.ts';
import { archCheck } from './toolchain/arch-check.ts';
import { exportedCgoEnabled } from './toolchain/exported-cgo-enabled.ts';
import { gocacheOff } from './toolchain/gocache-off.ts';
import { cacheContents } from './toolchain/cache-contents.ts';
import { gocacheDirectory } from './toolchain/gocache-directory.ts';
import { shellPath } from './toolchain/shell-path.ts';
import { goVersionLine } from './toolchain/go-version-line.ts';
import { cgoDefault } from './toolchain/cgo-default.ts';
import { releaseArchive } from './toolchain/release-archive.ts';
import { heldGoTrees } from './toolchain/held-go-trees.ts';
import { channelMetadata } from './toolchain/channel-metadata.ts';
import { homebrewCommands } from './toolchain/homebrew-commands.ts';
import { changedGoTree } from './toolchain/changed-go-tree.ts';
import { replayedUnpacking } from './toolchain/replayed-unpacking.ts';
import { vendoredBuilds } from './modules/vendored-builds.ts';
import { toolchainTranslation } from './toolchain/toolchain-translation.ts';
import { defaultBuilds } from './toolchain/default-builds.ts';
import { codeGeneration } from './toolchain/code-generation.ts';
import { portOrigins } from './toolchain/port-origins.ts';
import { osLogMentions } from './toolchain/os-log-mentions.ts';
import { cArguments } from './toolchain/c-arguments.ts';
import { codeGenerationHistory } from './toolchain/code-generation-history.ts';
import { machineCode } from './binary/machine-code.ts';
import { binaryIdentity } from './binary/binary-identity.ts';
import { product } from './binary/product.ts';
import { stackPointerWrites } from './binary/stack-pointer-writes.ts';
import { instructionPlaces } from './binary/instruction-places.ts';
import { libraryCalls } from './binary/library-calls.ts';
import { printedWords } from './binary/printed-words.ts';
import { foreignMnemonics } from './binary/foreign-mnemonics.ts';
import { mnemonicCounts } from './binary/mnemonic-counts.ts';
import { labelledBinaries } from './binary/labelled-binaries.ts';
import { objdump } from './binary/objdump.ts';
import { versionListing } from './binary/version-listing.ts';
import { toolPaths } from './toolchain/tool-paths.ts';
import { darwinProducts } from './toolchain/darwin-products.ts';
import { metricsCatalogue } from './runtime/metrics-catalogue.ts';
import { allocationCounter } from './runtime/allocation-counter.ts';
import { gcTrace } from './runtime/gc-trace.ts';
import { metricsStream } from './runtime/metrics-stream.ts';
import { metricsSources } from './runtime/metrics-sources.ts';
import { darwinRuntimeSources } from './runtime/darwin-runtime-sources.ts';
import { darwinStart } from './runtime/darwin-start.ts';
import { foreignExecution } from './machine/foreign-execution.ts';
import { translation } from './machine/translation.ts';
import { cpuTopology } from './machine/cpu-topology.ts';
import { installedMemory } from './machine/installed-memory.ts';
import { coherenceDocuments } from './machine/coherence-documents.ts';
import { cpuFeatures } from './machine/cpu-features.ts';
import { pageSize } from './machine/page-size.ts';
import { cpuAllowance } from './machine/cpu-allowance.ts';
import { arm64Libc } from './machine/arm64-libc.ts';
import { goCpuCount } from './runtime/go-cpu-count.ts';
import { executionTrace } from './runtime/execution-trace.ts';
import { translatedStart } from './runtime/translated-start.ts';
import { firstStarts } from './runtime/first-starts.ts';
import { repetitionLevels } from './runtime/repetition-levels.ts';
import { tlsThroughput } from './runtime/tls-throughput.ts';
import { translatedMemory } from './runtime/translated-memory.ts';
import { translatedWorkload } from './runtime/translated-workload.ts';
import { schedulerTimings } from './runtime/scheduler-timings.ts';
import { coreLatency } from './runtime/core-latency.ts';
import { mutexAcrossClusters } from './runtime/mutex-across-clusters.ts';
import { schedulerTimingsElsewhere } from './runtime/scheduler-timings-elsewhere.ts';
import { memoryOrdering } from './runtime/memory-ordering.ts';
import { schedulerSources } from './runtime/scheduler-sources.ts';
import { schedulerProfile } from './runtime/scheduler-profile.ts';
import { printedGosched } from './runtime/printed-gosched.ts';
import { printedBaseline } from './toolchain/printed-baseline.ts';
import { targetBuilds } from './toolchain/target-builds.ts';
import { linkTimes } from './toolchain/link-times.ts';
import { translatedToolchain } from './runtime/translated-toolchain.ts';
import { timingShape } from './runtime/timing-shape.ts';
import { gcMeters } from './runtime/gc-meters.ts';
import { jsonIteratorBenchmarks } from './runtime/json-iterator-benchmarks.ts';
import { runEnvironment } from './runtime/run-environment.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- a kind's headline() takes its own value, so no other bound admits every kind
export const KINDS: readonly Kind<any>[] = [
  // machine
  system,
  commandComparison,
  noiseFloor,
  cpuTopology,
  installedMemory,
  coherenceDocuments,
  cpuFeatures,
  pageSize,
  cpuAllowance,
  arm64Libc,
  translation,
  foreignExecution,
  // toolchain
  linkTimes,
  targetBuilds,
  printedBaseline,
  toolPaths,
  darwinProducts,
  goUnderTest,
  goInstalls,
  observationDay,
  goPorts,
  archCheck,
  exportedCgoEnabled,
  gocacheOff,
  cacheContents,
  gocacheDirectory,
  shellPath,
  goVersionLine,
  cgoDefault,
  releaseArchive,
  heldGoTrees,
  channelMetadata,
  homebrewCommands,
  changedGoTree,
  replayedUnpacking,
  vendoredBuilds,
  meteredBuilds,
  toolchainTranslation,
  defaultBuilds,
  codeGeneration,
  portOrigins,
  osLogMentions,
  cArguments,
  codeGenerationHistory,
  // modules
  configurationTrials,
  egressTrials,
  vendorTrials,
  markedGraphs,
  damagedVendorLists,

  // runtime
  runEnvironment,
  jsonIteratorBenchmarks,
  timingShape,
  gcMeters,
  translatedToolchain,
  printedGosched,
  schedulerProfile,
  schedulerSources,
  memoryOrdering,
  schedulerTimingsElsewhere,
  schedulerTimings,
  coreLatency,
  mutexAcrossClusters,
  translatedWorkload,
  translatedMemory,
  translatedStart,
  firstStarts,
  repetitionLevels,
  tlsThroughput,
  goCpuCount,
  metricsCatalogue,
  allocationCounter,
  gcTrace,
  executionTrace,
  metricsStream,
  metricsSources,
  darwinRuntimeSources,
  darwinStart,
  // binary
  binaryIdentity,
  machineCode,
  product,
  stackPointerWrites,
  instructionPlaces,
  libraryCalls,
  printedWords,
  foreignMnemonics,
  mnemonicCounts,
  labelledBinaries,
  objdump,
  versionListing,
];
