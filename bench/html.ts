/** The HTML of 300 findings: the figure is below 200 ms. */

import { sampleReport } from '../test/sample-report.ts';
import { OUTCOMES } from '../src/model/outcome.ts';
import { html } from '../src/reports/html/index.ts';
import { told } from './interleaved.ts';

const report = sampleReport({
  outcomes: Array.from({ length: 300 }, (_, index) => OUTCOMES[index % 4] ?? 'refuted'),
});
const times: number[] = [];
let size = 0;
for (let round = 0; round < 20; round += 1) {
  const started = performance.now();
  size = new TextEncoder().encode(html(report, { language: 'en', columns: 80, colour: false })).length;
  times.push(performance.now() - started);
}
console.log(`html of 300 findings   ${told(times)}, first ${times[0]?.toFixed(1)} ms, ${size} bytes`);
