import { PRODUCTS, product } from '../../evidence/binary/product.ts';
import { metricsCatalogue } from '../../evidence/runtime/metrics-catalogue.ts';
import { known } from '../../model/fact.ts';
import { of } from '../../model/kind.ts';
import { probe } from '../probe.ts';
import { askSpecimen } from './metrics-specimen.ts';

export const metricsCatalogueProbe = probe({
  gathers: metricsCatalogue,
  needs: { program: of(product, PRODUCTS.metricsHere) },
  cost: { time: 'instant' },
  async gather(host, { program }) {
    const [document] = await askSpecimen(host, program, ['-catalogue']);
    return known(metricsCatalogue.schema.parse(document));
  },
});
