/**
 * What a test needs of the machine it runs on. Without it the test is skipped and says what it
 * lacks; under GOASSAY_REQUIRE=all, which CI sets, the lack is a failure.
 *
 * @module
 */

/** To be spread into the options of `test()`: `test('…', capability('a C compiler', found), …)`. */
export function capability(name: string, available: boolean): { readonly skip: string | false } {
  if (!available && process.env['GOASSAY_REQUIRE'] === 'all') {
    throw new Error(`This machine lacks ${name}, and GOASSAY_REQUIRE=all forbids to skip`);
  }
  return { skip: available ? false : `this machine lacks ${name}` };
}
