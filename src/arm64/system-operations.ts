/**
 * The names of the operations that `sys` encodes (Arm ARM C5.3 to C5.6: caches, translation, prediction,
 * tracing, guarded control stack, interrupts), each behind its op1:CRn:CRm:op2 in hexadecimal. Found by
 * asking llvm-mc 22, with all features on, for each of the 2^14 numbers. Behind the number, `:` says
 * that the operation takes a register, `+` that `sysp` gives it two as well, `?` that register 31 means
 * none, `!` that it is named with register 31 only.
 *
 * @module
 */

const OPERATIONS = `
0388!ic.ialluis 03a8!ic.iallu 03b1:dc.ivac 03b2:dc.isw 03b3:dc.igvac 03b4:dc.igsw 03b5:dc.igdvac
03b6:dc.igdsw 03bc!gcspushx 03bd!gcspopcx 03be!gcspopx 03c0:at.s1e1r 03c1:at.s1e1w 03c2:at.s1e0r
03c3:at.s1e0w 03c8:at.s1e1rp 03c9:at.s1e1wp 03ca:at.s1e1a 03d2:dc.csw 03d4:dc.cgsw 03d6:dc.cgdsw
03f2:dc.cisw 03f4:dc.cigsw 03f6:dc.cigdsw 03f9:dc.civaps 03fd:dc.cigdvaps 0408?tlbi.vmalle1os
0409+tlbi.vae1os 040a:tlbi.aside1os 040b+tlbi.vaae1os 040d+tlbi.vale1os 040f+tlbi.vaale1os 0411+tlbi.rvae1is
0413+tlbi.rvaae1is 0415+tlbi.rvale1is 0417+tlbi.rvaale1is 0418?tlbi.vmalle1is 0419+tlbi.vae1is
041a:tlbi.aside1is 041b+tlbi.vaae1is 041d+tlbi.vale1is 041f+tlbi.vaale1is 0429+tlbi.rvae1os
042b+tlbi.rvaae1os 042d+tlbi.rvale1os 042f+tlbi.rvaale1os 0431+tlbi.rvae1 0433+tlbi.rvaae1 0435+tlbi.rvale1
0437+tlbi.rvaale1 0438!tlbi.vmalle1 0439+tlbi.vae1 043a:tlbi.aside1 043b+tlbi.vaae1 043d+tlbi.vale1
043f+tlbi.vaale1 0488?tlbi.vmalle1osnxs 0489:tlbi.vae1osnxs 048a:tlbi.aside1osnxs 048b:tlbi.vaae1osnxs
048d:tlbi.vale1osnxs 048f:tlbi.vaale1osnxs 0491:tlbi.rvae1isnxs 0493:tlbi.rvaae1isnxs 0495:tlbi.rvale1isnxs
0497:tlbi.rvaale1isnxs 0498?tlbi.vmalle1isnxs 0499:tlbi.vae1isnxs 049a:tlbi.aside1isnxs 049b:tlbi.vaae1isnxs
049d:tlbi.vale1isnxs 049f:tlbi.vaale1isnxs 04a9:tlbi.rvae1osnxs 04ab:tlbi.rvaae1osnxs 04ad:tlbi.rvale1osnxs
04af:tlbi.rvaale1osnxs 04b1:tlbi.rvae1nxs 04b3:tlbi.rvaae1nxs 04b5:tlbi.rvale1nxs 04b7:tlbi.rvaale1nxs
04b8!tlbi.vmalle1nxs 04b9:tlbi.vae1nxs 04ba:tlbi.aside1nxs 04bb:tlbi.vaae1nxs 04bd:tlbi.vale1nxs
04bf:tlbi.vaale1nxs 0508?plbi.vmalle1os 0509:plbi.perme1os 050a:plbi.aside1os 050b:plbi.permae1os
0518?plbi.vmalle1is 0519:plbi.perme1is 051a:plbi.aside1is 051b:plbi.permae1is 0538!plbi.vmalle1
0539:plbi.perme1 053a:plbi.aside1 053b:plbi.permae1 0548?plbi.vmalle1osnxs 0549:plbi.perme1osnxs
054a:plbi.aside1osnxs 054b:plbi.permae1osnxs 0558?plbi.vmalle1isnxs 0559:plbi.perme1isnxs
055a:plbi.aside1isnxs 055b:plbi.permae1isnxs 0578!plbi.vmalle1nxs 0579:plbi.perme1nxs 057a:plbi.aside1nxs
057b:plbi.permae1nxs 0600!gsb.sys 0601!gsb.ack 0608:gic.cddis 0609:gic.cden 060a:gic.cdpri 060b:gic.cdaff
060c:gic.cdpend 060d:gic.cdrcfg 060f!gic.cdeoi 0610:gic.cddi 0611:gic.cdhm 0b94!brb.iall 0b95!brb.inj
1b97:trcit 1b9c:cfp.rctx 1b9d:dvp.rctx 1b9e:cosp.rctx 1b9f:cpp.rctx 1ba1:dc.zva 1ba3:dc.gva 1ba4:dc.gzva
1ba5:dc.zgbva 1ba7:dc.gbva 1ba9:ic.ivau 1bb8:gcspushm 1bba:gcsss1 1bd1:dc.cvac 1bd3:dc.cgvac 1bd5:dc.cgdvac
1bd8:dc.cvaoc 1bd9:dc.cvau 1bdf:dc.cgdvaoc 1be1:dc.cvap 1be3:dc.cgvap 1be5:dc.cgdvap 1be9:dc.cvadp
1beb:dc.cgvadp 1bed:dc.cgdvadp 1bf1:dc.civac 1bf3:dc.cigvac 1bf5:dc.cigdvac 1bf8:dc.civaoc 1bff:dc.cigdvaoc
2384!mlbi.alle1 2385!mlbi.vmalle1 2386:mlbi.vpide1 2387:mlbi.vpmge1 23c0:at.s1e2r 23c1:at.s1e2w
23c4:at.s12e1r 23c5:at.s12e1w 23c6:at.s12e0r 23c7:at.s12e0w 23ca:at.s1e2a 23f0:dc.cipae 23f7:dc.cigdpae
2401+tlbi.ipas2e1is 2402+tlbi.ripas2e1is 2405+tlbi.ipas2le1is 2406+tlbi.ripas2le1is 2408?tlbi.alle2os
2409+tlbi.vae2os 240c?tlbi.alle1os 240d+tlbi.vale2os 240e?tlbi.vmalls12e1os 2411+tlbi.rvae2is
2412?tlbi.vmallws2e1is 2415+tlbi.rvale2is 2418?tlbi.alle2is 2419+tlbi.vae2is 241c?tlbi.alle1is
241d+tlbi.vale2is 241e?tlbi.vmalls12e1is 2420+tlbi.ipas2e1os 2421+tlbi.ipas2e1 2422+tlbi.ripas2e1
2423+tlbi.ripas2e1os 2424+tlbi.ipas2le1os 2425+tlbi.ipas2le1 2426+tlbi.ripas2le1 2427+tlbi.ripas2le1os
2429+tlbi.rvae2os 242a?tlbi.vmallws2e1os 242d+tlbi.rvale2os 2431+tlbi.rvae2 2432!tlbi.vmallws2e1
2435+tlbi.rvale2 2438!tlbi.alle2 2439+tlbi.vae2 243c!tlbi.alle1 243d+tlbi.vale2 243e!tlbi.vmalls12e1
2481:tlbi.ipas2e1isnxs 2482:tlbi.ripas2e1isnxs 2485:tlbi.ipas2le1isnxs 2486:tlbi.ripas2le1isnxs
2488?tlbi.alle2osnxs 2489:tlbi.vae2osnxs 248c?tlbi.alle1osnxs 248d:tlbi.vale2osnxs 248e?tlbi.vmalls12e1osnxs
2491:tlbi.rvae2isnxs 2492?tlbi.vmallws2e1isnxs 2495:tlbi.rvale2isnxs 2498?tlbi.alle2isnxs
2499:tlbi.vae2isnxs 249c?tlbi.alle1isnxs 249d:tlbi.vale2isnxs 249e?tlbi.vmalls12e1isnxs
24a0:tlbi.ipas2e1osnxs 24a1:tlbi.ipas2e1nxs 24a2:tlbi.ripas2e1nxs 24a3:tlbi.ripas2e1osnxs
24a4:tlbi.ipas2le1osnxs 24a5:tlbi.ipas2le1nxs 24a6:tlbi.ripas2le1nxs 24a7:tlbi.ripas2le1osnxs
24a9:tlbi.rvae2osnxs 24aa?tlbi.vmallws2e1osnxs 24ad:tlbi.rvale2osnxs 24b1:tlbi.rvae2nxs
24b2!tlbi.vmallws2e1nxs 24b5:tlbi.rvale2nxs 24b8!tlbi.alle2nxs 24b9:tlbi.vae2nxs 24bc!tlbi.alle1nxs
24bd:tlbi.vale2nxs 24be!tlbi.vmalls12e1nxs 2508?plbi.alle2os 2509:plbi.perme2os 250c?plbi.alle1os
2518?plbi.alle2is 2519:plbi.perme2is 251c?plbi.alle1is 2538!plbi.alle2 2539:plbi.perme2 253c!plbi.alle1
2548?plbi.alle2osnxs 2549:plbi.perme2osnxs 254c?plbi.alle1osnxs 2558?plbi.alle2isnxs 2559:plbi.perme2isnxs
255c?plbi.alle1isnxs 2578!plbi.alle2nxs 2579:plbi.perme2nxs 257c!plbi.alle1nxs 2608:gic.vddis 2609:gic.vden
260a:gic.vdpri 260b:gic.vdaff 260c:gic.vdpend 260d:gic.vdrcfg 2610:gic.vddi 2611:gic.vdhm 3380:apas
33c0:at.s1e3r 33c1:at.s1e3w 33ca:at.s1e3a 33f1:dc.cipapa 33f5:dc.cigdpapa 3408?tlbi.alle3os 3409+tlbi.vae3os
340c!tlbi.paallos 340d+tlbi.vale3os 3411+tlbi.rvae3is 3415+tlbi.rvale3is 3418?tlbi.alle3is 3419+tlbi.vae3is
341d+tlbi.vale3is 3423:tlbi.rpaos 3427:tlbi.rpalos 3429+tlbi.rvae3os 342d+tlbi.rvale3os 3431+tlbi.rvae3
3435+tlbi.rvale3 3438!tlbi.alle3 3439+tlbi.vae3 343c!tlbi.paall 343d+tlbi.vale3 3488?tlbi.alle3osnxs
3489:tlbi.vae3osnxs 348c!tlbi.paallosnxs 348d:tlbi.vale3osnxs 3491:tlbi.rvae3isnxs 3495:tlbi.rvale3isnxs
3498?tlbi.alle3isnxs 3499:tlbi.vae3isnxs 349d:tlbi.vale3isnxs 34a3:tlbi.rpaosnxs 34a7:tlbi.rpalosnxs
34a9:tlbi.rvae3osnxs 34ad:tlbi.rvale3osnxs 34b1:tlbi.rvae3nxs 34b5:tlbi.rvale3nxs 34b8!tlbi.alle3nxs
34b9:tlbi.vae3nxs 34bc!tlbi.paallnxs 34bd:tlbi.vale3nxs 3508!plbi.alle3os 3509:plbi.perme3os
3518!plbi.alle3is 3519:plbi.perme3is 3538!plbi.alle3 3539:plbi.perme3 3548!plbi.alle3osnxs
3549:plbi.perme3osnxs 3558!plbi.alle3isnxs 3559:plbi.perme3isnxs 3578!plbi.alle3nxs 3579:plbi.perme3nxs
3608:gic.lddis 3609:gic.lden 360a:gic.ldpri 360b:gic.ldaff 360c:gic.ldpend 360d:gic.ldrcfg 3610:gic.lddi
3611:gic.ldhm
`;

export interface SystemOperation {
  readonly name: string;
  readonly register: 'always' | 'optional' | 'never';
  /** `sysp` names it too. */
  readonly paired: boolean;
}

const REGISTER = { '?': 'optional', '!': 'never' } as const;

const NAMES = new Map(
  OPERATIONS.trim()
    .split(/\s+/)
    .map((item): readonly [number, SystemOperation] => {
      const mark = item[4];
      const register = mark === '?' || mark === '!' ? REGISTER[mark] : 'always';
      const name = item.slice(5).replace('.', ' ');
      return [Number.parseInt(item.slice(0, 4), 16), { name, register, paired: mark === '+' }];
    }),
);

/** The operation with the given op1:CRn:CRm:op2 (14 bits), such as `dc zva`. */
export const systemOperation = (key: number): SystemOperation | undefined => NAMES.get(key);
