/**
 * The style sheet: a refereed paper. Colours are held to WCAG 2.2 AA in both schemes by the test
 * of the page in Chromium; font stacks are per language, so that Latin text never takes the
 * Chinese font.
 *
 * @module
 */

export const STYLES = `
@font-face{font-family:zh-marks;src:local("PingFang SC"),local("Noto Sans CJK SC"),local("Microsoft YaHei");unicode-range:U+2014,U+2018-2019,U+201C-201D,U+2026}
@font-face{font-family:zh-serif-marks;src:local("Songti SC"),local("Noto Serif CJK SC"),local("SimSun");unicode-range:U+2014,U+2018-2019,U+201C-201D,U+2026}
:root{color-scheme:light dark;--paper:#fbfaf6;--card:#fff;--ink:#1c1e22;--soft:#565b63;--rule:#dedbd2;--link:#0b5a78;
--yes:#17693f;--no:#a8231b;--may:#755200;--na:#565c66;
--sans:ui-sans-serif,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--serif:"Iowan Old Style",Charter,"Palatino Linotype",Georgia,serif;
--sans-zh:zh-marks,ui-sans-serif,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
--serif-zh:zh-serif-marks,Charter,Georgia,"Times New Roman","Songti SC","Noto Serif CJK SC","Noto Sans CJK SC",SimSun,serif;
--mono:ui-monospace,"SF Mono","Cascadia Mono","DejaVu Sans Mono",Menlo,monospace}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--card:#1c1f23;--ink:#e7e5df;--soft:#abb0b8;--rule:#3a3f46;--link:#7cc4de;
--yes:#6fcf97;--no:#ff9a91;--may:#e8c15a;--na:#b2b8c1}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:16px/1.6 var(--sans);text-autospace:normal;scroll-padding-top:6.5rem;-webkit-text-size-adjust:100%}
body{margin:0}
.zh,q[lang],legend+label[lang=zh-CN]{font-family:var(--sans-zh)}.zh{line-height:1.75}table .zh,.bar .zh{line-height:inherit}
a{color:var(--link);text-underline-offset:.15em}
code,pre,kbd{font-family:var(--mono);font-size:.86em}
html:has(#lang-en:checked) .zh,html:has(#lang-zh:checked) .en,html:has([name=lang]:checked) .parting{display:none}
html:has(#show-refuted:not(:checked)) .is-refuted,html:has(#show-confirmed:not(:checked)) .is-confirmed,
html:has(#show-inconclusive:not(:checked)) .is-inconclusive,html:has(#show-not-applicable:not(:checked)) .is-not-applicable,
html:has(#show-open:not(:checked)) .is-open,html:has(#only-mine:checked) .finding:not(.is-mine),html:has(#only-mine:checked) .is-open{display:none}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;z-index:3;background:var(--card);padding:.4rem .8rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.bar{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--rule);display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center;padding:.45rem max(1rem,calc(50vw - 32rem))}
.bar strong{letter-spacing:.02em}
.bar fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem .4rem;align-items:center}
.bar legend{float:left;padding:0 .2rem 0 0;color:var(--soft);font-size:.84rem}
.bar label{display:inline-flex;align-items:center;gap:.3rem;min-height:26px;padding:.05rem .5rem;border:1px solid var(--rule);border-radius:1rem;font-size:.84rem;cursor:pointer}
.bar label:has(:checked){border-color:var(--ink)}
.bar input{margin:0;accent-color:var(--link);width:.9rem;height:.9rem}
main,.foot{max-width:66rem;margin:auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font:600 clamp(1.8rem,4.5vw,2.8rem)/1.15 var(--serif);margin:2.4rem 0 .5rem;text-wrap:balance}
h1 .zh,h2 .zh,.lede .zh{font-family:var(--serif-zh)}
h2{font:600 1.55rem/1.3 var(--serif);margin:3.2rem 0 .2rem;padding-top:1rem;border-top:1px solid var(--rule)}
h3{font-size:1.08rem;line-height:1.45;margin:.3rem 0}
.meta,.about{color:var(--soft);margin:.2rem 0 .3rem}
.meta{overflow-wrap:anywhere}.about+.about{font-size:.93rem;margin-bottom:1rem}
.provenance{margin:0 0 1.2rem;font-size:.9rem}.provenance summary{color:var(--soft)}.provenance summary code{color:var(--ink)}
.gaps ul{list-style:none;padding:0;margin:.4rem 0}.gaps li{padding:.6rem 0;border-top:1px solid var(--rule)}.gaps p{margin:.15rem 0;max-width:52rem}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1px;background:var(--card);border:1px solid var(--rule);border-radius:.6rem;overflow:hidden;margin:1.4rem 0;padding:0;list-style:none}
.counts li{box-shadow:0 0 0 1px var(--rule);padding:.9rem 1rem}
.counts b{display:block;font:600 2.1rem/1.1 var(--serif);font-variant-numeric:tabular-nums}
.counts span{font-size:.92rem}
.refuted{color:var(--no)}.confirmed{color:var(--yes)}.inconclusive{color:var(--may)}.not-applicable,.unanswered,.not-asked{color:var(--na)}
.lede{font:1.12rem/1.65 var(--serif);max-width:46rem;margin:1.3rem 0}
.notice{border:2px solid var(--may);border-radius:.5rem;padding:.7rem 1rem;background:var(--card)}
.mend{border-left:4px solid var(--no);background:var(--card);padding:.8rem 1.2rem;margin:1.6rem 0;border-radius:0 .5rem .5rem 0}
.mend h2,.toc h2{font:600 1.1rem/1.4 var(--sans);border:0;margin:0;padding:0}
.mend ol{margin:.4rem 0 0;padding-left:1.3rem}.mend li{margin:.5rem 0}
pre{margin:.3rem 0;padding:.5rem .7rem;background:color-mix(in srgb,var(--ink) 6%,transparent);border-radius:.35rem;white-space:pre-wrap;overflow-wrap:anywhere}
.toc ul{columns:2;column-gap:2rem;list-style:none;padding:0;margin:.6rem 0}.toc li{padding:.2rem 0;break-inside:avoid}
.toc small{display:block;color:var(--soft)}
.finding{display:grid;grid-template-columns:10.5rem minmax(0,1fr);gap:.2rem 1.6rem;padding:1.5rem 0;border-top:1px solid var(--rule)}
.finding>*{min-width:0}
.stamp{font-weight:650;font-size:.84rem;letter-spacing:.03em;margin:0}
.stamp .sign{display:inline-grid;place-items:center;width:1.65rem;height:1.65rem;border:2px solid currentColor;border-radius:50%;margin-right:.25rem;font-size:.95rem;font-style:normal}
.stamp .en{text-transform:uppercase}
.stamp small{display:block;margin-top:.45rem;font-weight:400;letter-spacing:0}
.stamp small{font-size:.82rem}.stamp small a{color:var(--soft);margin-right:.6rem;display:inline-block;min-height:24px}
blockquote{margin:0 0 .3rem;padding:0 0 0 .8rem;border-left:3px solid var(--rule);font:1.04rem/1.7 var(--serif-zh);color:var(--soft);overflow-wrap:anywhere}
.why{margin:.2rem 0 .5rem;max-width:48rem;overflow-wrap:anywhere}
.doubt{margin:.2rem 0;font-size:.93rem;max-width:48rem;color:var(--soft)}
figure{margin:.7rem 0}figcaption{font-size:.9rem;color:var(--soft);margin-bottom:.2rem}
figure svg{display:block;width:100%;max-width:25rem;height:auto}
.sources{list-style:none;margin:.2rem 0;padding:0}.sources li{margin:.25rem 0}.sources small{color:var(--soft)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.9rem;margin:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.25rem .9rem .25rem 0;border-bottom:1px solid var(--rule);font-variant-numeric:tabular-nums;overflow-wrap:break-word;min-width:4.5rem;max-width:26rem}
th{font-weight:600}
details{font-size:.93rem;margin:.35rem 0}
summary{cursor:pointer;color:var(--link);min-height:26px;width:fit-content}
dl{margin:.4rem 0;padding:.8rem 1rem;background:var(--card);border:1px solid var(--rule);border-radius:.5rem}
dt{color:var(--soft);font-size:.88rem;margin-top:.6rem}dt:first-child{margin-top:0}dd{margin:0;overflow-wrap:anywhere}
.open{list-style:none;padding:0;margin:.4rem 0}.open li{padding:.35rem 0;border-top:1px dotted var(--rule);overflow-wrap:anywhere}
.open q{color:var(--soft);font-family:var(--serif-zh)}
.open .id{font-variant-numeric:tabular-nums;margin-right:.6rem;display:inline-block;min-height:24px}
.foot{color:var(--soft);font-size:.9rem;padding:2rem 1rem 4rem;border-top:1px solid var(--rule);margin-top:3rem}
.digest{overflow-wrap:anywhere}
:target{--mark:color-mix(in srgb,var(--may) 14%,var(--paper));background:var(--mark);box-shadow:0 0 0 .5rem var(--mark)}main:target{background:none;box-shadow:none}blockquote:target,li:target{box-shadow:none}main:focus{outline:0}
@media (max-width:46rem){.counts{grid-template-columns:1fr 1fr}.counts li:last-child:nth-child(odd){grid-column:1/-1}html{scroll-padding-top:.6rem}.finding{grid-template-columns:minmax(0,1fr)}.stamp small{display:inline;margin-left:.4rem}.toc ul{columns:1}.bar{position:static}}
@media (forced-colors:active){.bar label:has(:checked){outline:2px solid}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@page{margin:18mm 15mm 16mm;@top-left{content:"goassay";font:9pt sans-serif;color:#555}@top-right{content:"Go on ARM64";font:9pt sans-serif;color:#555}@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#555}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#1c1e22;--soft:#565b63;--rule:#dedbd2;--link:#0b5a78;--yes:#17693f;--no:#a8231b;--may:#755200;--na:#565c66}
.bar,.skip{display:none}html{font-size:10.5pt;scroll-behavior:auto}main,.foot{max-width:none;padding:0}h1{margin-top:0}.stamp,h3,figure,blockquote,.counts,.mend li{break-inside:avoid}h2,h3,blockquote,.stamp{break-after:avoid}h2{margin-top:1.6rem}.finding{padding:.9rem 0}:target{background:none;box-shadow:none}details:not([open]):not(.gaps)>summary{display:none}.foot{margin-top:1rem}}
`;
