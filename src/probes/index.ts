/** Every way goassay has of knowing something, by subject. */

import { binaryIdentityProbes } from './binary/binary-identity.ts';
import { forgedProbe } from './binary/forged.ts';
import { objdumpProbe } from './binary/objdump.ts';
import { productProbes } from './binary/product.ts';
import { stackPointerWritesProbe } from './binary/stack-pointer-writes.ts';
import { instructionPlacesProbes } from './binary/instruction-places.ts';
import { libraryCallsProbe } from './binary/library-calls.ts';
import { printedWordsProbe } from './binary/printed-words.ts';
import { foreignMnemonicsProbe } from './binary/foreign-mnemonics.ts';
import { mnemonicCountsProbe } from './binary/mnemonic-counts.ts';
import { labelledBinariesProbe } from './binary/labelled-binaries.ts';
import { versionListingProbe } from './binary/version-listing.ts';
import { systemProbe } from './machine/system.ts';
import { goUnderTestProbe } from './toolchain/go-under-test.ts';
import { goInstallsProbe } from './toolchain/go-installs.ts';
import { observationDayProbe } from './toolchain/observation-day.ts';
import type { AnyProbe } from './probe.ts';
import { allocationCounterProbe } from './runtime/allocation-counter.ts';
import { darwinRuntimeSourcesProbe } from './runtime/darwin-runtime-sources.ts';
import { darwinStartProbe } from './runtime/darwin-start.ts';
import { metricsCatalogueProbe } from './runtime/metrics-catalogue.ts';
import { metricsSourcesProbe } from './runtime/metrics-sources.ts';
import { metricsStreamProbe } from './runtime/metrics-stream.ts';
import { darwinProductsProbe } from './toolchain/darwin-products.ts';
import { toolPathsProbe } from './toolchain/tool-paths.ts';
import { configurationTrialsProbe } from './modules/configuration-trials.ts';
import { egressTrialsProbe } from './modules/egress-trials.ts';
import { markedGraphsProbe } from './modules/marked-graphs.ts';
import { meteredBuildsProbe } from './modules/metered-builds.ts';
import { vendorTrialsProbe } from './modules/vendor-trials.ts';
import { damagedVendorListsProbe } from './modules/damaged-vendor-lists.ts';
import { goPortsProbe } from './toolchain/go-ports.ts';
import { archCheckProbe } from './toolchain/arch-check.ts';
import { exportedCgoEnabledProbe } from './toolchain/exported-cgo-enabled.ts';
import { gocacheOffProbe } from './toolchain/gocache-off.ts';
import { cacheContentsProbe } from './toolchain/cache-contents.ts';
import { gocacheDirectoryProbe } from './toolchain/gocache-directory.ts';
import { shellPathProbe } from './toolchain/shell-path.ts';
import { goVersionLineProbe } from './toolchain/go-version-line.ts';
import { cgoDefaultProbe } from './toolchain/cgo-default.ts';
import { releaseArchiveProbe } from './toolchain/release-archive.ts';
import { heldGoTreesProbe } from './toolchain/held-go-trees.ts';
import { channelMetadataProbe } from './toolchain/channel-metadata.ts';
import { homebrewCommandsProbe } from './toolchain/homebrew-commands.ts';
import { changedGoTreeProbe } from './toolchain/changed-go-tree.ts';
import { replayedUnpackingProbe } from './toolchain/replayed-unpacking.ts';
import { vendoredBuildsProbe } from './modules/vendored-builds.ts';
import { toolchainTranslationProbe } from './toolchain/toolchain-translation.ts';
import { defaultBuildsProbe } from './toolchain/default-builds.ts';
import { codeGenerationProbe } from './toolchain/code-generation.ts';
import { portOriginsProbe } from './toolchain/port-origins.ts';
import { osLogMentionsProbe } from './toolchain/os-log-mentions.ts';
import { cArgumentsProbe } from './toolchain/c-arguments.ts';
import { codeGenerationHistoryProbe } from './toolchain/code-generation-history.ts';
import { foreignExecutionProbe } from './machine/foreign-execution.ts';
import { translationProbe } from './machine/translation.ts';
import { cpuTopologyProbe } from './machine/cpu-topology.ts';
import { installedMemoryProbe } from './machine/installed-memory.ts';
import { coherenceDocumentsProbe } from './machine/coherence-documents.ts';
import { cpuFeaturesProbe } from './machine/cpu-features.ts';
import { pageSizeProbe } from './machine/page-size.ts';
import { cpuAllowanceProbe } from './machine/cpu-allowance.ts';
import { arm64LibcProbe } from './machine/arm64-libc.ts';
import { noiseFloorProbe } from './machine/noise-floor.ts';
import { goCpuCountProbe } from './runtime/go-cpu-count.ts';
import { gcTraceProbe } from './runtime/gc-trace.ts';
import { executionTraceProbe } from './runtime/execution-trace.ts';
import { translatedStartProbe } from './runtime/translated-start.ts';
import { firstStartsProbe } from './runtime/first-starts.ts';
import { repetitionLevelsProbe } from './runtime/repetition-levels.ts';
import { tlsThroughputProbe } from './runtime/tls-throughput.ts';
import { translatedMemoryProbe } from './runtime/translated-memory.ts';
import { translatedWorkloadProbe } from './runtime/translated-workload.ts';
import { schedulerTimingsProbe } from './runtime/scheduler-timings.ts';
import { coreLatencyProbe } from './runtime/core-latency.ts';
import { mutexAcrossClustersProbe } from './runtime/mutex-across-clusters.ts';
import { schedulerTimingsElsewhereProbe } from './runtime/scheduler-timings-elsewhere.ts';
import { memoryOrderingProbe } from './runtime/memory-ordering.ts';
import { schedulerSourcesProbe } from './runtime/scheduler-sources.ts';
import { schedulerProfileProbe } from './runtime/scheduler-profile.ts';
import { printedGoschedProbe } from './runtime/printed-gosched.ts';
import { printedBaselineProbe } from './toolchain/printed-baseline.ts';
import { targetBuildsProbe } from './toolchain/target-builds.ts';
import { linkTimesProbe } from './toolchain/link-times.ts';
import { translatedToolchainProbe } from './runtime/translated-toolchain.ts';
import { timingShapeProbe } from './runtime/timing-shape.ts';
import { gcMetersProbe } from './runtime/gc-meters.ts';
import { jsonIteratorBenchmarksProbe } from './runtime/json-iterator-benchmarks.ts';
import { runEnvironmentProbe } from './runtime/run-environment.ts';

export const PROBES: readonly AnyProbe[] = [
  // machine
  systemProbe,
  foreignExecutionProbe,
  translationProbe,
  cpuTopologyProbe,
  installedMemoryProbe,
  coherenceDocumentsProbe,
  cpuFeaturesProbe,
  pageSizeProbe,
  cpuAllowanceProbe,
  arm64LibcProbe,
  noiseFloorProbe,
  // toolchain
  linkTimesProbe,
  targetBuildsProbe,
  printedBaselineProbe,
  goUnderTestProbe,
  goInstallsProbe,
  observationDayProbe,
  darwinProductsProbe,
  toolPathsProbe,
  goPortsProbe,
  archCheckProbe,
  exportedCgoEnabledProbe,
  gocacheOffProbe,
  cacheContentsProbe,
  gocacheDirectoryProbe,
  shellPathProbe,
  goVersionLineProbe,
  cgoDefaultProbe,
  releaseArchiveProbe,
  heldGoTreesProbe,
  channelMetadataProbe,
  homebrewCommandsProbe,
  changedGoTreeProbe,
  replayedUnpackingProbe,
  vendoredBuildsProbe,
  meteredBuildsProbe,
  toolchainTranslationProbe,
  defaultBuildsProbe,
  codeGenerationProbe,
  portOriginsProbe,
  osLogMentionsProbe,
  cArgumentsProbe,
  codeGenerationHistoryProbe,
  // modules
  configurationTrialsProbe,
  egressTrialsProbe,
  vendorTrialsProbe,
  markedGraphsProbe,
  damagedVendorListsProbe,

  // runtime
  runEnvironmentProbe,
  jsonIteratorBenchmarksProbe,
  timingShapeProbe,
  gcMetersProbe,
  translatedToolchainProbe,
  printedGoschedProbe,
  schedulerProfileProbe,
  schedulerSourcesProbe,
  memoryOrderingProbe,
  schedulerTimingsElsewhereProbe,
  schedulerTimingsProbe,
  coreLatencyProbe,
  mutexAcrossClustersProbe,
  translatedWorkloadProbe,
  translatedMemoryProbe,
  translatedStartProbe,
  firstStartsProbe,
  repetitionLevelsProbe,
  tlsThroughputProbe,
  goCpuCountProbe,
  gcTraceProbe,
  executionTraceProbe,
  metricsCatalogueProbe,
  allocationCounterProbe,
  metricsStreamProbe,
  metricsSourcesProbe,
  darwinRuntimeSourcesProbe,
  darwinStartProbe,
  // binary
  ...productProbes,
  stackPointerWritesProbe,
  ...instructionPlacesProbes,
  libraryCallsProbe,
  printedWordsProbe,
  foreignMnemonicsProbe,
  mnemonicCountsProbe,
  labelledBinariesProbe,
  forgedProbe,
  ...binaryIdentityProbes,
  versionListingProbe,
  objdumpProbe,
];
