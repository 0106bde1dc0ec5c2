// transformers.js on a folder of weights; prints one line of JSON. node embed.mjs MODEL_FOLDER fp32|q8 UNITS.tsv ROWS
// UNITS.tsv: as `semascope export` writes it, the text in its second column. The best of some batch sizes, texts sorted by length, is what counts.
import { pipeline, env } from '@huggingface/transformers';
import fs from 'node:fs';
import path from 'node:path';

const [folder, type, table, rows] = process.argv.slice(2);
env.allowRemoteModels = false;
env.localModelPath = path.dirname(path.resolve(folder)) + '/';
const texts = fs.readFileSync(table, 'utf8').split('\n').slice(1).filter(Boolean).slice(0, +rows).map(line => line.split('\t')[1]);
const embed = await pipeline('feature-extraction', path.basename(folder), {
  dtype: type, device: 'cpu', session_options: { intraOpNumThreads: 2, interOpNumThreads: 1, graphOptimizationLevel: 'all' } });

async function run(some, batch) {
  const order = some.map((_, i) => i).sort((a, b) => some[b].length - some[a].length);
  const start = performance.now();
  for (let from = 0; from < order.length; from += batch) {
    const out = await embed(order.slice(from, from + batch).map(i => some[i]), { pooling: 'mean', normalize: true });
    out.dispose?.();
  }
  return some.length / ((performance.now() - start) / 1000);
}

await run(texts.slice(0, 200), 8);
const trial = texts.slice(0, Math.min(600, texts.length));
let best = [0, 1];
for (const batch of [1, 8, 16, 32]) {
  const rate = await run(trial, batch);
  if (rate > best[0]) best = [rate, batch];
}
const rate = await run(texts, best[1]);
const memory = /VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1] / 1024 | 0;
console.log(JSON.stringify({ textsPerSecond: rate, batch: best[1], peakMemoryMebibytes: memory, peer: `transformers.js ${env.version}, batches of ${best[1]}` }));
process.exit(0);
