import { claimTable } from '../../../test/claim-table.ts';
import { sampleTimings } from '../../../test/sample-timings.ts';
import { channelLatency } from './channel-latency.ts';

claimTable(channelLatency, [
  {
    when: 'when the report of the arm64 machine is quicker',
    outcome: 'confirmed',
    evidence: {
      here: sampleTimings('amd64', 'ChannelHandOff sec/op', 307),
      elsewhere: sampleTimings('arm64', 'ChannelHandOff sec/op', 214),
    },
    saying: 'on arm64 (Neoverse-N1)',
  },
  {
    when: 'when it is slower',
    outcome: 'refuted',
    evidence: {
      here: sampleTimings('arm64', 'ChannelHandOff sec/op', 307),
      elsewhere: sampleTimings('amd64', 'ChannelHandOff sec/op', 214),
    },
  },
  {
    when: 'with one report only',
    outcome: 'inconclusive',
    evidence: { here: sampleTimings('arm64', 'ChannelHandOff sec/op', 214), elsewhere: undefined },
    saying: 'one report says nothing',
  },
  {
    when: 'with two reports of one architecture',
    outcome: 'inconclusive',
    evidence: {
      here: sampleTimings('arm64', 'ChannelHandOff sec/op', 214),
      elsewhere: sampleTimings('arm64', 'ChannelHandOff sec/op', 307),
    },
  },
]);
