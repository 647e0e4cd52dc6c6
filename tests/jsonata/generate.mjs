// Expressions of JSONata from a seed, one {"expression", "input"} a line: what people write, and its odd neighbours.
//
//     node tests/jsonata/generate.mjs --seed 1 --count 20000 > questions.jsonl

import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "20000" } },
});

/** Mulberry32: the same numbers for the same seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(Number(options.seed));
const one = (list) => list[Math.floor(next() * list.length)];
const some = (most, make) => Array.from({ length: Math.floor(next() * (most + 1)) }, make);
const maybe = (share) => next() < share;

const INPUT = {
  name: "Kiosk",
  open: true,
  closed: null,
  count: 3,
  ratio: 2.5,
  nested: [[1, 2], [3, [4]]],
  empty: [],
  nothing: {},
  numbers: [3, 1, 2, 1],
  words: ["b", "a", "c", "a"],
  text: "The quick brown fox, 12.5 or 7; a/b",
  items: [
    { sku: "t1", kind: "tea", price: 4.5, stock: 10, tags: ["hot", "green"] },
    { sku: "c1", kind: "coffee", price: 3, stock: 0, tags: ["hot"] },
    { sku: "t2", kind: "tea", price: 6, stock: 2, tags: [] },
  ],
  owner: { first: "Ana", last: "Ruiz", address: { town: "Lima", zip: "15001" } },
};

const NUMBERS = ["0", "1", "2", "3", "-1", "2.5", "0.1", "-2.5", "1e3", "1e21", "123456789012", "0.000001", "12345.678"];
const TEXTS = ["''", "'a'", "'abc'", "'a,b,c'", "'  x  y '", "'12'", "'1.5'", "'0x1f'", "'ñé'", "'😀b'", "'a/b'", "'2018-03-27'"];
const PATTERNS = ["/a/", "/[a-z]+/", "/(a)(b)?/", "/\\d+/", "/\\w+/i", "/B/i", "/[/]/", "/\\//", "/(?=b)b/", "/(?<=a)b/", "/(\\w)\\1/", "/^/", "/x*/", "/\\s/", "/[^a-z]/", "/a|b/", "/.{2}/", "/(?:a|b)+?/m", "/\\bq/"];
const PICTURES = ["'#,##0.00'", "'0'", "'00.0'", "'#.###'", "'0%'", "'#,##0;(#)'", "'0.0e0'", "'###0'", "'x0'"];
const INTEGERS = ["'0'", "'000'", "'#,##0'", "'I'", "'i'", "'A'", "'a'", "'w'", "'W'", "'Ww'", "'w;o'", "'1;o'", "'#'"];
const TIMES = ["'[Y]-[M]-[D]'", "'[Y0001]-[M01]-[D01]T[H01]:[m01]'", "'[D1o] [MNn] [Y]'", "'[FNn], [h]:[m] [P]'", "'[W] [w] [X] [x]'", "'[d] [f001]'", "'[Z]'", "'[z0]'", "'[MNn,3-3] [Y,2-2]'", "'[q]'", "'[[x]]'", "'[Yw]'", "'[YI]'"];

function number(depth) {
  if (depth <= 0 || maybe(0.3)) return one([...NUMBERS, "count", "ratio", "items[0].price"]);
  return one([
    () => `${number(depth - 1)} ${one(["+", "-", "*", "/", "%"])} ${any(depth - 1, 0.9)}`,
    () => `-(${number(depth - 1)})`,
    () => `$${one(["abs", "floor", "ceil", "sqrt", "round"])}(${number(depth - 1)})`,
    () => `$round(${number(depth - 1)}, ${one(["0", "1", "2", "-1", "10"])})`,
    () => `$power(${number(depth - 1)}, ${one(["2", "0.5", "-1"])})`,
    () => `$${one(["sum", "max", "min", "average", "count"])}(${list(depth - 1)})`,
    () => `$length(${text(depth - 1)})`,
    () => `$number(${any(depth - 1)})`,
    () => `$parseInteger(${one(["'12'", "'XIV'", "'twelve'", "'1,234'", "'ab'"])}, ${one(INTEGERS)})`,
    () => `$reduce(${list(depth - 1)}, function($x, $y) { $x + $y }${maybe(0.3) ? ", 1" : ""})`,
    () => `$toMillis(${one(["'2018-03-27'", "'2018-03-27T10:11:12Z'", "'2018-03-27T10:11:12.5+01:00'", "'x'", "'2018'"])})`,
  ])();
}

function text(depth) {
  if (depth <= 0 || maybe(0.3)) return one([...TEXTS, "name", "text", "owner.last", "words[1]"]);
  return one([
    () => `${any(depth - 1)} & ${any(depth - 1)}`,
    () => `$string(${any(depth - 1)})`,
    () => `$${one(["uppercase", "lowercase", "trim", "base64encode", "encodeUrl", "encodeUrlComponent", "decodeUrl"])}(${text(depth - 1)})`,
    () => `$substring(${text(depth - 1)}, ${one(NUMBERS)}${maybe(0.5) ? `, ${one(NUMBERS)}` : ""})`,
    () => `$${one(["substringBefore", "substringAfter"])}(${text(depth - 1)}, ${one(TEXTS)})`,
    () => `$pad(${text(depth - 1)}, ${one(["5", "-5", "0", "2.5"])}${maybe(0.5) ? ", '#.'" : ""})`,
    () => `$join(${list(depth - 1)}${maybe(0.5) ? ", '-'" : ""})`,
    () => `$replace(${text(depth - 1)}, ${one([...PATTERNS, "'a'"])}, ${one(["'x'", "'$1'", "'<$0>'", "'$$'", "function($m) { $m.match & '!' }"])}${maybe(0.3) ? ", 1" : ""})`,
    () => `$formatNumber(${number(depth - 1)}, ${one(PICTURES.filter((picture) => picture !== "'0.0e0'"))})`,
    () => `$formatNumber(${one(["1234.5", "0.012", "123456789"])}, '0.0e0')`,
    () => `$formatBase(${number(depth - 1)}${maybe(0.7) ? `, ${one(["2", "16", "36", "2.5", "1"])}` : ""})`,
    () => `$formatInteger(${one(["0", "1", "7", "12", "123", "1999", "1234567", "-5"])}, ${one(INTEGERS)})`,
    () => `$fromMillis(${one(["0", "1522145472123", "1.7", "-1", "1700000000000"])}, ${one(TIMES)}${maybe(0.3) ? ", '-0530'" : ""})`,
    () => `$type(${any(depth - 1)})`,
  ])();
}

function list(depth) {
  if (depth <= 0 || maybe(0.3)) return one(["numbers", "words", "items", "nested", "empty", "[]", "[1]", "[1..3]", "items.price", "items.tags", "nested[0]", "missing"]);
  return one([
    () => `[${some(3, () => any(depth - 1)).join(", ")}]`,
    () => `$append(${any(depth - 1)}, ${any(depth - 1)})`,
    () => `$${one(["reverse", "distinct", "sort", "spread", "keys"])}(${any(depth - 1)})`,
    () => `$map(${list(depth - 1)}, ${one(["function($v) { $v }", "function($v, $i) { $i }", "$string", "function($v) { $v * 2 }", "$uppercase"])})`,
    () => `$filter(${list(depth - 1)}, function($v, $i) { ${one(["$v > 1", "$i < 2", "$v", "$exists($v)"])} })`,
    () => `$zip(${list(depth - 1)}, ${list(depth - 1)})`,
    () => `$split(${text(depth - 1)}, ${one([...PATTERNS, "','", "''"])}${maybe(0.3) ? ", 2" : ""})`,
    () => `$match(${text(depth - 1)}, ${one(PATTERNS)}${maybe(0.3) ? ", 1" : ""})${one(["", ".match", ".index", ".groups", "[0]"])}`,
    () => `items^(${one(["", "<", ">"])}${one(["price", "kind", "stock", "sku", "tags"])}${maybe(0.4) ? ", >price" : ""})${one(["", ".sku", "[0]"])}`,
    () => `items[${truth(depth - 1)}]${one(["", ".sku", ".price", "[]", "[0]"])}`,
    () => `items.(${any(depth - 1)})`,
    () => `items#$i[${one(["$i < 2", "price > 3", "0"])}].{ 'i': $i, 'sku': sku }`,
    () => `items@$x.${one(["owner.($x.sku & first)", "words[$ = $x.kind]", "numbers.{ 'n': $, 's': $x.sku }"])}`,
    () => `items.tags.{ 't': $, 'sku': %.sku }`,
    () => `${one(["owner.*", "**", "**.town", "*", "nested.*", "items.*"])}`,
    () => `$each(${object(depth - 1)}, function($v, $k) { ${one(["$k", "$v", "$k & $v"])} })`,
    () => `[${number(0)}..${number(0)}]`,
  ])();
}

function object(depth) {
  if (depth <= 0 || maybe(0.3)) return one(["owner", "items[0]", "nothing", "{}", "{ 'a': 1, 'b': [2] }", "$"]);
  return one([
    () => `{ ${some(3, () => `${one(["'a'", "'b'", "name", "'c'"])}: ${any(depth - 1)}`).join(", ")} }`,
    () => `items{ ${one(["kind", "sku", "$string(stock)", "price"])}: ${one(["$sum(price)", "sku", "$", "$count(tags)", any(depth - 1)])} }`,
    () => `$merge([${object(depth - 1)}, ${object(depth - 1)}])`,
    () => `$sift(${object(depth - 1)}, function($v, $k) { ${one(["$v > 1", "$k = 'a'", "$v"])} })`,
    () => `${object(depth - 1)} ~> | ${one(["$", "address", "items", "**"])} | ${one(["{ 'new': 1 }", "{ 'first': $uppercase(first) }", "1", "missing"])}${maybe(0.4) ? ", 'last'" : ""} |`,
    () => `$clone(${any(depth - 1)})`,
    () => `$lookup(${any(depth - 1)}, ${one(["'first'", "'sku'", "'a'"])})`,
    () => `$single(${list(depth - 1)}, function($v) { ${one(["$v = 2", "$v.stock = 0", "true"])} })`,
  ])();
}

function truth(depth) {
  if (depth <= 0 || maybe(0.2)) return one(["true", "false", "open", "closed", "missing", "price > 3", "stock"]);
  return one([
    () => `${any(depth - 1)} ${one(["=", "!=", "<", "<=", ">", ">=", "in"])} ${any(depth - 1)}`,
    () => `${truth(depth - 1)} ${one(["and", "or"])} ${truth(depth - 1)}`,
    () => `$${one(["boolean", "not", "exists"])}(${any(depth - 1)})`,
    () => `$contains(${text(depth - 1)}, ${one([...PATTERNS, ...TEXTS])})`,
  ])();
}

/** Any value; mostly of a kind that fits, where that matters. */
function any(depth, fitting = 0) {
  if (fitting && maybe(fitting)) return number(depth);
  if (depth > 0 && maybe(0.15)) {
    return one([
      () => `(${any(depth - 1)})`,
      () => `(${truth(depth - 1)} ? ${any(depth - 1)} : ${any(depth - 1)})`,
      () => `(${truth(depth - 1)} ? ${any(depth - 1)})`,
      () => `($a := ${any(depth - 1)}; $b := ${any(depth - 1)}; ${one(["$a", "[$a, $b]", "$a & $b", "$a = $b", "$append($a, $b)"])})`,
      () => `(function($x) { ${one(["$x", "$x * 2", "$string($x)", "[$x]", "$x.first"])} })(${any(depth - 1)})`,
      () => `${any(depth - 1)} ~> ${one(["$string", "$count", "$uppercase()", "$sum", "$exists()", "$type"])}`,
      () => `$eval(${one(["'1+2'", "'name'", "'1 +'", "'$sum(numbers)'"])})`,
    ])();
  }
  return one([number, text, list, object, truth])(depth);
}

/** Now and then a mistake in writing. */
function spoilt(expression) {
  if (!maybe(0.08)) return expression;
  const at = Math.floor(next() * expression.length);
  const sign = one(["", "(", ")", "[", "]", "{", "}", "?", ":", "??", "?:", "/", "'", "`", "~>", "^", "@", "#", "%", "g", "!", ".."]);
  return expression.slice(0, at) + sign + expression.slice(at + (maybe(0.5) ? 1 : 0));
}

for (let index = 0; index < Number(options.count); index += 1) {
  const expression = spoilt(any(1 + Math.floor(next() * 3)));
  process.stdout.write(`${JSON.stringify({ expression, input: INPUT })}\n`);
}
