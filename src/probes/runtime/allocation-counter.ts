import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { allocationCounter } from '../../evidence/runtime/allocation-counter.ts';
import { known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { askSpecimen } from './metrics-specimen.ts';

export const allocationCounterProbe = probe({
  gathers: allocationCounter,
  needs: { program: of(product, PRODUCTS.metricsHere) },
  cost: { time: 'instant' },
  async gather(host, { program }) {
    const [document] = await askSpecimen(host, program, ['-allocate']);
    return known(allocationCounter.schema.parse(document));
  },
});
