// The machines that are run, by size: definition and input as text, and what S3 holds. `size` is the number of states, turns
// or items; at 1,000 they are the machines of the table.
import { row } from "./definitions.js";

/** As many events as AWS lets a Standard execution have. What comes to more runs as Express. */
const MAX_EVENTS = 25_000;

const simulation = (definition, input, n_events, files = {}) => ({
  text: JSON.stringify(definition),
  input: JSON.stringify(input),
  type: n_events < MAX_EVENTS ? "Standard" : "Express",
  files,
});

const orders = Array.from({ length: 100 }, (_, index) => ({
  id: `o-${index}`,
  customer: { name: `Customer ${index}`, tier: index % 3 ? "basic" : "gold", address: { city: `City ${index % 10}`, zip: String(10000 + index) } },
  total: index * 3.5,
  lines: ["A", "B", "C"].map((letter, line) => ({ sku: `${letter}${index}`, price: index + line / 2, quantity: line + 1 })),
}));
const shop = { orders, tags: ["a", "b", "c"], tag: "b" };

const sixteenPaths = {
  "id.$": "$.orders[0].id",
  "lastId.$": "$.orders[99].id",
  "city.$": "$.orders[10].customer.address.city",
  "skus.$": "$.orders[*].lines[*].sku",
  "ids.$": "$.orders[*].id",
  "names.$": "$.orders[*].customer.name",
  "big.$": "$.orders[?(@.total > 300)].id",
  "gold.$": "$.orders[?(@.customer.tier == 'gold')].id",
  "slice.$": "$.orders[0:5].id",
  "zips.$": "$..zip",
  "started.$": "$$.Execution.StartTime",
  "text.$": "States.Format('order {} of {}', $.orders[0].id, $.orders[0].customer.name)",
  "sum.$": "States.MathAdd($.orders[2].total, 2)",
  "count.$": "States.ArrayLength($.orders)",
  "has.$": "States.ArrayContains($.tags, $.tag)",
  "json.$": "States.JsonToString($.orders[0])",
};

const sixteenExpressions = Object.fromEntries(
  Object.entries({
    id: "$states.input.orders[0].id",
    lastId: "$states.input.orders[99].id",
    city: "$states.input.orders[10].customer.address.city",
    skus: "$states.input.orders.lines.sku",
    total: "$sum($states.input.orders.total)",
    value: "$sum($states.input.orders.lines.(price * quantity))",
    big: "$states.input.orders[total > 300].id",
    gold: "$states.input.orders[customer.tier = 'gold'].id",
    sorted: "$sort($states.input.orders.total, function($a, $b) { $a < $b })[0]",
    upper: "$map($states.input.orders.customer.name, $uppercase)",
    byCity: "$states.input.orders{customer.address.city: $count(id)}",
    reduced: "$reduce($states.input.orders.total, function($sum, $n) { $sum + $n })",
    text: "'order ' & $states.input.orders[0].id & ' of ' & $states.input.orders[0].customer.name",
    count: "$count($states.input.orders)",
    has: "$states.input.tag in $states.input.tags",
    json: "$string($states.input.orders[0])",
  }).map(([name, expression]) => [name, `{% ${expression} %}`]),
);

const eachItem = (config, fields) => ({
  StartAt: "Each",
  States: {
    Each: { Type: "Map", ...fields, ItemProcessor: { ProcessorConfig: config, StartAt: "One", States: { One: { Type: "Pass", End: true } } }, End: true },
  },
});

const rowsOfCsv = (n) => `id,name,price\n${Array.from({ length: n }, (_, at) => `${at},Article ${at},${at / 4}\n`).join("")}`;

/** By name: the machine of a size. */
export const simulations = {
  /** Pass states in a row. */
  "Pass states": (size) => simulation(row(size, "S"), { a: 1 }, 2 * size),
  /** A Choice that leads back until it has counted to `size`. */
  "Choice loop": (size) =>
    simulation(
      {
        StartAt: "Enough",
        States: {
          Enough: { Type: "Choice", Choices: [{ Variable: "$.n", NumericLessThan: size, Next: "Add" }], Default: "Done" },
          Add: { Type: "Pass", Parameters: { "n.$": "States.MathAdd($.n, 1)" }, Next: "Enough" },
          Done: { Type: "Succeed" },
        },
      },
      { n: 0 },
      4 * size,
    ),
  /** An inline Map with one state for each item. */
  Map: (size) => simulation(eachItem({ Mode: "INLINE" }, { ItemsPath: "$.items" }), { items: Array.from({ length: size }, (_, id) => ({ id })) }, 4 * size),
  /** Ten branches of Pass states. */
  Parallel: (size) => {
    const branches = Array.from({ length: 10 }, (_, branch) => row(size / 10, `B${branch}S`));
    return simulation({ StartAt: "All", States: { All: { Type: "Parallel", Branches: branches, End: true } } }, { a: 1 }, 2 * size);
  },
  /** Of each 50 a Pass state with 16 paths and intrinsic calls over 30 KB of orders. */
  JSONPath: (size) => simulation(row(Math.ceil(size / 50), "P", { Parameters: sixteenPaths, ResultPath: "$.out" }), shop, size / 25),
  /** The same with 16 JSONata expressions. */
  JSONata: (size) => simulation({ QueryLanguage: "JSONata", ...row(Math.ceil(size / 50), "P", { Assign: { out: sixteenExpressions } }) }, shop, size / 25),
  /** A distributed Map with one state for each row of a file. */
  "CSV rows": (size) =>
    simulation(
      eachItem(
        { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
        {
          Label: "Each",
          ItemReader: {
            Resource: "arn:aws:states:::s3:getObject",
            ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
            Parameters: { Bucket: "articles", Key: "all.csv" },
          },
        },
      ),
      {},
      10,
      { articles: { "all.csv": rowsOfCsv(size) } },
    ),
};

/** A Standard run of 24,966 events, close to as many as AWS lets it have. */
export const longRun = () => simulations["Choice loop"](6_240);
