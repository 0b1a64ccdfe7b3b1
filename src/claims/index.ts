/** Everything goassay says, in the order of the paper; checks of our own come first. */

import type { AnyClaim } from '../model/claim.ts';
import { fivePercentResolution } from './machine/five-percent-resolution.ts';
import { commandDifference } from './machine/command-difference.ts';
import { nativeGoCommand } from './toolchain/native-go-command.ts';
import { unshadowedGo } from './toolchain/unshadowed-go.ts';
import { existingGoroot } from './toolchain/existing-goroot.ts';
import { supportedGoRelease } from './toolchain/supported-go-release.ts';
import { knownGoodGoRelease } from './toolchain/known-good-go-release.ts';
import { consistentGoTrees } from './toolchain/consistent-go-trees.ts';
import { singleArchitectureInstalls } from './toolchain/single-architecture-installs.ts';
import { nativeAppleToolchain } from './toolchain/native-apple-toolchain.ts';
import { firstDarwinArm64Release } from './toolchain/first-darwin-arm64-release.ts';
import { thinArm64DefaultBuilds } from './toolchain/thin-arm64-default-builds.ts';
import { homebrewArchitectureMix } from './toolchain/homebrew-architecture-mix.ts';
import { newestPrintedRelease } from './toolchain/newest-printed-release.ts';
import { officialArchiveDownload } from './toolchain/official-archive-download.ts';
import { unattendedChannelChecks } from './toolchain/unattended-channel-checks.ts';
import { loggedGoTrees } from './toolchain/logged-go-trees.ts';
import { oneStandardForChannels } from './toolchain/one-standard-for-channels.ts';
import { digestOfGvmListall } from './toolchain/digest-of-gvm-listall.ts';
import { gvmChecksumFile } from './toolchain/gvm-checksum-file.ts';
import { publishedChannelDigests } from './toolchain/published-channel-digests.ts';
import { signedChannels } from './toolchain/signed-channels.ts';
import { digestInFormula } from './toolchain/digest-in-formula.ts';
import { githubReleaseGpg } from './toolchain/github-release-gpg.ts';
import { digestOfEveryDownload } from './toolchain/digest-of-every-download.ts';
import { archiveSignatureFile } from './toolchain/archive-signature-file.ts';
import { printedBrewTapInfo } from './toolchain/printed-brew-tap-info.ts';
import { printedBrewFetchAndHash } from './toolchain/printed-brew-fetch-and-hash.ts';
import { brewFetchSource } from './toolchain/brew-fetch-source.ts';
import { pollutedBrewCache } from './toolchain/polluted-brew-cache.ts';
import { brewAuditOfDownload } from './toolchain/brew-audit-of-download.ts';
import { moduleSignaturesOfGoCommand } from './toolchain/module-signatures-of-go-command.ts';
import { commonFinalCheck } from './toolchain/common-final-check.ts';
import { completeUnpackedTree } from './toolchain/complete-unpacked-tree.ts';
import { countedCacheHits } from './modules/counted-cache-hits.ts';
import { namedVendorChanges } from './modules/named-vendor-changes.ts';
import { sumdbOffVerification } from './modules/sumdb-off-verification.ts';
import { resolutionLogOfGoList } from './modules/resolution-log-of-go-list.ts';
import { wholeCompilationInBuildOutput } from './modules/whole-compilation-in-build-output.ts';
import { vendorWordAsProof } from './modules/vendor-word-as-proof.ts';
import { downloadPathAsReuse } from './modules/download-path-as-reuse.ts';
import { zshrcPathInNewShells } from './toolchain/zshrc-path-in-new-shells.ts';
import { printedGoVersionLine } from './toolchain/printed-go-version-line.ts';
import { goVersionArchitectureSuffix } from './toolchain/go-version-architecture-suffix.ts';
import { predictedEgress } from './modules/predicted-egress.ts';
import { gopathOnlyBin } from './modules/gopath-only-bin.ts';
import { gopathFreeSelection } from './modules/gopath-free-selection.ts';
import { proxyAndDatabaseRoles } from './modules/proxy-and-database-roles.ts';
import { goproxyOrder } from './modules/goproxy-order.ts';
import { defaultSumdb } from './modules/default-sumdb.ts';
import { namedSumdbUrl } from './modules/named-sumdb-url.ts';
import { tableGosumdb } from './modules/table-gosumdb.ts';
import { printedGoproxy } from './modules/printed-goproxy.ts';
import { printedGosumdb } from './modules/printed-gosumdb.ts';
import { separateGopaths } from './modules/separate-gopaths.ts';
import { internalProxyFirst } from './modules/internal-proxy-first.ts';
import { directLast } from './modules/direct-last.ts';
import { lookupEndpoint } from './modules/lookup-endpoint.ts';
import { writableGopath } from './modules/writable-gopath.ts';
import { unverifiedDirect } from './modules/unverified-direct.ts';
import { cachedWhenVerified } from './modules/cached-when-verified.ts';
import { vendorShareByTarget } from './modules/vendor-share-by-target.ts';
import { stricterModulesTxt } from './modules/stricter-modules-txt.ts';
import { moduleCacheByTarget } from './modules/module-cache-by-target.ts';
import { slowChecksFewerHits } from './modules/slow-checks-fewer-hits.ts';
import { markedInconsistentNodes } from './modules/marked-inconsistent-nodes.ts';
import { vendorListChecksums } from './modules/vendor-list-checksums.ts';
import { archCheckGoos } from './toolchain/arch-check-goos.ts';
import { goarchAsNativeProof } from './toolchain/goarch-as-native-proof.ts';
import { runtimeCgoEnabled } from './toolchain/runtime-cgo-enabled.ts';
import { defaultCgo } from './toolchain/default-cgo.ts';
import { compilingArchCheck } from './toolchain/compiling-arch-check.ts';
import { gocacheAsModuleCache } from './toolchain/gocache-as-module-cache.ts';
import { validGocacheOff } from './toolchain/valid-gocache-off.ts';
import { separateBuildCache } from './toolchain/separate-build-cache.ts';
import { firstNativeAppleRelease } from './toolchain/first-native-apple-release.ts';
import { enabledDarwinTarget } from './toolchain/enabled-darwin-target.ts';
import { firstArm64CodeGeneration } from './toolchain/first-arm64-code-generation.ts';
import { milestoneDiagram } from './toolchain/milestone-diagram.ts';
import { cArgumentRegisters } from './toolchain/c-argument-registers.ts';
import { osLogStub } from './toolchain/os-log-stub.ts';
import { appleCallingConvention } from './toolchain/apple-calling-convention.ts';
import { automaticVectorisation } from './toolchain/automatic-vectorisation.ts';
import { vectorComparisonLoop } from './toolchain/vector-comparison-loop.ts';
import { neonComparisonAtAnyLevel } from './toolchain/neon-comparison-at-any-level.ts';
import { sixteenBytesPerCycle } from './toolchain/sixteen-bytes-per-cycle.ts';
import { darwinMetricsImplementation } from './runtime/darwin-metrics-implementation.ts';
import { hostCpuCoresMetric } from './runtime/host-cpu-cores-metric.ts';
import { ncpuSysctl } from './runtime/ncpu-sysctl.ts';
import { gcPauseMetric } from './runtime/gc-pause-metric.ts';
import { machClock } from './runtime/mach-clock.ts';
import { gctraceLines } from './runtime/gctrace-lines.ts';
import { reconciledGcMeters } from './runtime/reconciled-gc-meters.ts';
import { metricsSnapshot } from './runtime/metrics-snapshot.ts';
import { allocationCounter } from './runtime/allocation-counter.ts';
import { liveObjectGauge } from './runtime/live-object-gauge.ts';
import { jsonMetricsStream } from './runtime/json-metrics-stream.ts';
import { alignedStackPointer } from './binary/aligned-stack-pointer.ts';
import { aesEcbInstruction } from './binary/aes-ecb-instruction.ts';
import { vectorisedComparisonLibrary } from './binary/vectorised-comparison-library.ts';
import { scalableVectorFallback } from './binary/scalable-vector-fallback.ts';
import { mac2Deployment } from './binary/mac2-deployment.ts';
import { compatibilityRisk } from './binary/compatibility-risk.ts';
import { crossBuiltMetricsProgram } from './binary/cross-built-metrics-program.ts';
import { boundSystemSymbols } from './binary/bound-system-symbols.ts';
import { macos14Start } from './binary/macos-14-start.ts';
import { printedArm64Hello } from './binary/printed-arm64-hello.ts';
import { transparentTranslation } from './binary/transparent-translation.ts';
import { printedAmd64Hello } from './binary/printed-amd64-hello.ts';
import { strippedHello } from './binary/stripped-hello.ts';
import { goarchProduct } from './binary/goarch-product.ts';
import { separateToolPaths } from './binary/separate-tool-paths.ts';
import { buildTimeAsProof } from './binary/build-time-as-proof.ts';
import { versionMMetadata } from './binary/version-m-metadata.ts';
import { objdumpArchOption } from './binary/objdump-arch-option.ts';
import { printedBuildLines } from './binary/printed-build-lines.ts';
import { printedEmptySettings } from './binary/printed-empty-settings.ts';
import { goarchSettingSpelling } from './binary/goarch-setting-spelling.ts';
import { lyingMetadata } from './binary/lying-metadata.ts';
import { objdumpFormatLine } from './binary/objdump-format-line.ts';
import { rt0EntryPoint } from './binary/rt0-entry-point.ts';
import { movqCallqMnemonics } from './binary/movq-callq-mnemonics.ts';
import { goarchPassCondition } from './binary/goarch-pass-condition.ts';
import { printedWordDecoding } from './binary/printed-word-decoding.ts';
import { arm64OnlyMnemonics } from './binary/arm64-only-mnemonics.ts';
import { mnemonicPassCondition } from './binary/mnemonic-pass-condition.ts';
import { metadataAndCodeNativeness } from './binary/metadata-and-code-nativeness.ts';
import { answeredBinaries } from './binary/answered-binaries.ts';
import { translationWitnessAgreement } from './machine/translation-witness-agreement.ts';
import { untranslatedProcess } from './machine/untranslated-process.ts';
import { arm64Execution } from './machine/arm64-execution.ts';
import { enforcedCpuCount } from './machine/enforced-cpu-count.ts';
import { pageSizeSupport } from './machine/page-size-support.ts';
import { preservedArgv0 } from './machine/preserved-argv0.ts';
import { nativeToolsForBothTargets } from './machine/native-tools-for-both-targets.ts';
import { knownCoreStructure } from './machine/known-core-structure.ts';
import { singleInstructionAtomics } from './machine/single-instruction-atomics.ts';
import { readableExecutionTrace } from './runtime/readable-execution-trace.ts';
import { agreeingBinaryWitnesses } from './binary/agreeing-binary-witnesses.ts';
import { missingMemcpyVersion } from './linking/missing-memcpy-version.ts';
import { crossLibcPath } from './linking/cross-libc-path.ts';
import { cgoGlibcFloor } from './linking/cgo-glibc-floor.ts';
import { crossLibpthread } from './linking/cross-libpthread.ts';
import { threadGlibcVersion } from './linking/thread-glibc-version.ts';
import { acquireReleaseScheduler } from './runtime/acquire-release-scheduler.ts';
import { appleSpecificScheduler } from './runtime/apple-specific-scheduler.ts';
import { channelLatency } from './runtime/channel-latency.ts';
import { compareAndSwapLatency } from './runtime/compare-and-swap-latency.ts';
import { evenCoreLatency } from './runtime/even-core-latency.ts';
import { appleSchedulingLatency } from './runtime/apple-scheduling-latency.ts';
import { appleStatusUpdates } from './runtime/apple-status-updates.ts';
import { mutexTailSpread } from './runtime/mutex-tail-spread.ts';
import { crossClusterMutexTail } from './runtime/cross-cluster-mutex-tail.ts';
import { mesiWithDirectory } from './runtime/mesi-with-directory.ts';
import { coresWithoutMultithreading } from './runtime/cores-without-multithreading.ts';
import { goschedLatency } from './runtime/gosched-latency.ts';
import { lowercaseGosched } from './runtime/lowercase-gosched.ts';
import { nativePeakMemory } from './runtime/native-peak-memory.ts';
import { nativeStartLatency } from './runtime/native-start-latency.ts';
import { slowerFirstStart } from './runtime/slower-first-start.ts';
import { levelsFromPilot } from './runtime/levels-from-pilot.ts';
import { quickerTlsIn118 } from './runtime/quicker-tls-in-1-18.ts';
import { justInTimeRosetta } from './runtime/just-in-time-rosetta.ts';
import { nativeWorkloadSpeed } from './runtime/native-workload-speed.ts';
import { orderedAtomics } from './runtime/ordered-atomics.ts';
import { printedGoschedBenchmark } from './runtime/printed-gosched-benchmark.ts';
import { procresizeBottleneck } from './runtime/procresize-bottleneck.ts';
import { rebindingGosched } from './runtime/rebinding-gosched.ts';
import { singleMemoryNode } from './runtime/single-memory-node.ts';
import { totalStoreOrderVariant } from './runtime/total-store-order-variant.ts';
import { weakMemoryOrder } from './runtime/weak-memory-order.ts';
import { equalStrippedLinks } from './toolchain/equal-stripped-links.ts';
import { improvementColumn } from './toolchain/improvement-column.ts';
import { slowerAmd64Builds } from './toolchain/slower-amd64-builds.ts';
import { nativeAndTranslatedBuildChain } from './runtime/native-and-translated-build-chain.ts';
import { nativeToolchainMemory } from './runtime/native-toolchain-memory.ts';
import { nativeToolchainSpeed } from './runtime/native-toolchain-speed.ts';
import { translationByTiming } from './runtime/translation-by-timing.ts';
import { nativeJsonIterator } from './runtime/native-json-iterator.ts';
import { cleanRunEnvironment } from './runtime/clean-run-environment.ts';
import { statedConditions } from './runtime/stated-conditions.ts';
import { recomputableFigures } from './runtime/recomputable-figures.ts';

export const CLAIMS: readonly AnyClaim[] = [
  // machine
  translationWitnessAgreement,
  untranslatedProcess,
  knownCoreStructure,
  singleInstructionAtomics,
  arm64Execution,
  enforcedCpuCount,
  pageSizeSupport,
  preservedArgv0,
  fivePercentResolution,
  nativeToolsForBothTargets,
  // toolchain
  slowerAmd64Builds,
  improvementColumn,
  equalStrippedLinks,
  nativeGoCommand,
  unshadowedGo,
  existingGoroot,
  supportedGoRelease,
  knownGoodGoRelease,
  consistentGoTrees,
  singleArchitectureInstalls,
  nativeAppleToolchain,
  firstDarwinArm64Release,
  thinArm64DefaultBuilds,
  homebrewArchitectureMix,
  newestPrintedRelease,
  officialArchiveDownload,
  loggedGoTrees,
  unattendedChannelChecks,
  oneStandardForChannels,
  digestOfGvmListall,
  gvmChecksumFile,
  publishedChannelDigests,
  signedChannels,
  digestInFormula,
  githubReleaseGpg,
  digestOfEveryDownload,
  archiveSignatureFile,
  printedBrewTapInfo,
  printedBrewFetchAndHash,
  brewFetchSource,
  pollutedBrewCache,
  brewAuditOfDownload,
  moduleSignaturesOfGoCommand,
  commonFinalCheck,
  completeUnpackedTree,
  // modules
  namedVendorChanges,
  countedCacheHits,
  sumdbOffVerification,
  resolutionLogOfGoList,
  wholeCompilationInBuildOutput,
  vendorWordAsProof,
  downloadPathAsReuse,
  // toolchain, continued
  zshrcPathInNewShells,
  printedGoVersionLine,
  goVersionArchitectureSuffix,
  archCheckGoos,
  goarchAsNativeProof,
  runtimeCgoEnabled,
  defaultCgo,
  compilingArchCheck,
  gocacheAsModuleCache,
  validGocacheOff,
  separateBuildCache,
  firstNativeAppleRelease,
  cArgumentRegisters,
  osLogStub,
  enabledDarwinTarget,
  firstArm64CodeGeneration,
  milestoneDiagram,
  appleCallingConvention,
  automaticVectorisation,
  vectorComparisonLoop,
  neonComparisonAtAnyLevel,
  sixteenBytesPerCycle,
  // modules
  predictedEgress,
  gopathOnlyBin,
  gopathFreeSelection,
  proxyAndDatabaseRoles,
  goproxyOrder,
  defaultSumdb,
  namedSumdbUrl,
  tableGosumdb,
  printedGoproxy,
  printedGosumdb,
  separateGopaths,
  internalProxyFirst,
  directLast,
  lookupEndpoint,
  writableGopath,
  unverifiedDirect,
  cachedWhenVerified,
  vendorShareByTarget,
  stricterModulesTxt,
  moduleCacheByTarget,
  slowChecksFewerHits,
  vendorListChecksums,
  markedInconsistentNodes,

  // runtime
  cleanRunEnvironment,
  statedConditions,
  recomputableFigures,
  nativeJsonIterator,
  translationByTiming,
  reconciledGcMeters,
  nativeToolchainSpeed,
  nativeToolchainMemory,
  nativeAndTranslatedBuildChain,
  weakMemoryOrder,
  totalStoreOrderVariant,
  singleMemoryNode,
  rebindingGosched,
  procresizeBottleneck,
  printedGoschedBenchmark,
  orderedAtomics,
  nativeWorkloadSpeed,
  nativeStartLatency,
  slowerFirstStart,
  levelsFromPilot,
  quickerTlsIn118,
  justInTimeRosetta,
  nativePeakMemory,
  lowercaseGosched,
  goschedLatency,
  coresWithoutMultithreading,
  compareAndSwapLatency,
  evenCoreLatency,
  appleSchedulingLatency,
  appleStatusUpdates,
  mutexTailSpread,
  crossClusterMutexTail,
  mesiWithDirectory,
  channelLatency,
  appleSpecificScheduler,
  acquireReleaseScheduler,
  darwinMetricsImplementation,
  hostCpuCoresMetric,
  ncpuSysctl,
  gcPauseMetric,
  machClock,
  gctraceLines,
  readableExecutionTrace,
  metricsSnapshot,
  allocationCounter,
  liveObjectGauge,
  jsonMetricsStream,
  // binary
  agreeingBinaryWitnesses,
  alignedStackPointer,
  aesEcbInstruction,
  vectorisedComparisonLibrary,
  scalableVectorFallback,
  mac2Deployment,
  compatibilityRisk,
  crossBuiltMetricsProgram,
  boundSystemSymbols,
  macos14Start,
  printedArm64Hello,
  transparentTranslation,
  printedAmd64Hello,
  strippedHello,
  goarchProduct,
  separateToolPaths,
  buildTimeAsProof,
  versionMMetadata,
  objdumpArchOption,
  printedBuildLines,
  printedEmptySettings,
  goarchSettingSpelling,
  lyingMetadata,
  objdumpFormatLine,
  rt0EntryPoint,
  movqCallqMnemonics,
  goarchPassCondition,
  printedWordDecoding,
  arm64OnlyMnemonics,
  mnemonicPassCondition,
  metadataAndCodeNativeness,
  answeredBinaries,
  // linking
  missingMemcpyVersion,
  crossLibcPath,
  cgoGlibcFloor,
  crossLibpthread,
  threadGlibcVersion,
];

/** What is said about commands of the user’s, which the paper does not speak of. */
export const COMPARISON_CLAIMS: readonly AnyClaim[] = [commandDifference];
