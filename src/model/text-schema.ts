/**
 * Text as it is saved. Apart from the type, so that what only speaks loads no schemas: they take a
 * sixth of a second of every start.
 *
 * @module
 */

import * as z from 'zod';

export const textSchema = z.object({ en: z.string(), zh: z.string() });
