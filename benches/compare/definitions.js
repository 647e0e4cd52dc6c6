// Definitions of any size, as text. The same number gives the same text everywhere.

const pass = (fields) => ({ Type: "Pass", ...fields });
const lambda = (fields) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Parameters: {
    FunctionName: "arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST",
    Payload: { "id.$": "$.order.id", "skus.$": "$.order.lines[*].sku", "label.$": "States.Format('order-{}', $.order.id)" },
  },
  ResultSelector: { "payload.$": "$.Payload", "status.$": "$.StatusCode" },
  ResultPath: "$.task",
  ...fields,
});
const retry = [{ ErrorEquals: ["Lambda.ServiceException", "Lambda.SdkClientException"], IntervalSeconds: 2, MaxAttempts: 4, BackoffRate: 2 }];
const caught = (next) => [{ ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: next }];
const isStatus = (status, next) => ({ Variable: "$.task.status", NumericEquals: status, Next: next });
const failed = { Type: "Fail", Error: "OrderFailed", Cause: "A step of this stage failed; see the error field" };

/** Ten states: a call with a handler, a Choice of three ways that join, services, a Parallel state. */
function callsAndBranches(number, exit) {
  const name = (words) => `${words} ${number}`;
  const branch = (words, state) => ({ StartAt: name(words), States: { [name(words)]: { ...state, End: true } } });
  return {
    [name("Validate order")]: lambda({ Retry: retry, Catch: caught(name("Give up")), Next: name("Which way") }),
    [name("Which way")]: {
      Type: "Choice",
      Choices: [
        { And: [{ Variable: "$.order.total", NumericGreaterThan: 100 }, { Not: { Variable: "$.order.type", StringEquals: "GIFT" } }], Next: name("Mark") },
        isStatus(202, name("Pause")),
      ],
      Default: name("Store order"),
    },
    [name("Mark")]: pass({ Parameters: { "count.$": "States.MathAdd($.count, 1)", stage: number }, ResultPath: "$.state", Next: name("Store order") }),
    [name("Pause")]: { Type: "Wait", Seconds: 30, Next: name("Store order") },
    [name("Store order")]: {
      Type: "Task",
      Resource: "arn:aws:states:::dynamodb:putItem",
      Parameters: { TableName: "orders", Item: { pk: { "S.$": "States.Format('ORDER#{}', $.order.id)" }, sk: { "S.$": "$$.Execution.Name" } } },
      ResultPath: null,
      Next: name("Inform both"),
    },
    [name("Inform both")]: {
      Type: "Parallel",
      Branches: [
        branch("Inform customer", {
          Type: "Task",
          Resource: "arn:aws:states:::sns:publish",
          Parameters: { TopicArn: "arn:aws:sns:us-east-1:123456789012:orders", "Message.$": "States.JsonToString($.order)" },
        }),
        branch("Inform store", pass({ Result: { informed: true } })),
      ],
      ResultPath: "$.informed",
      Catch: caught(name("Give up")),
      Next: name("Close stage"),
    },
    [name("Close stage")]: lambda({ Retry: retry, ...exit }),
    [name("Give up")]: failed,
  };
}

/** Ten states: a loop that waits for a job, and a Map. */
function loopAndMap(number, exit) {
  const name = (words) => `${words} ${number}`;
  return {
    [name("Wait for job")]: { Type: "Wait", SecondsPath: "$.delay", Next: name("Ask for job") },
    [name("Ask for job")]: lambda({ Retry: retry, Next: name("Is it done") }),
    [name("Is it done")]: {
      Type: "Choice",
      Choices: [isStatus(200, name("Each line")), isStatus(500, name("Job failed"))],
      Default: name("Wait for job"),
    },
    [name("Each line")]: {
      Type: "Map",
      ItemsPath: "$.order.lines",
      ItemSelector: { "line.$": "$$.Map.Item.Value", "index.$": "$$.Map.Item.Index", "order.$": "$.order" },
      MaxConcurrency: 10,
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        StartAt: name("Reserve line"),
        States: {
          [name("Reserve line")]: lambda({ Retry: retry, Next: name("Name line") }),
          [name("Name line")]: pass({ Parameters: { "sku.$": "$.line.sku", "index.$": "$.index" }, End: true }),
        },
      },
      ResultPath: "$.lines",
      Next: name("Queue job"),
    },
    [name("Queue job")]: {
      Type: "Task",
      Resource: "arn:aws:states:::sqs:sendMessage",
      InputPath: "$.order",
      Parameters: {
        QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs",
        MessageBody: { "id.$": "$.id", "cheap.$": "$.lines[?(@.price < 10)]" },
      },
      ResultPath: "$.queued",
      Next: name("Keep count"),
    },
    [name("Keep count")]: pass({ Parameters: { "lines.$": "States.ArrayLength($.order.lines)" }, ResultPath: "$.counted", Next: name("Note end") }),
    [name("Note end")]: pass({ Result: { noted: true }, ResultPath: "$.noted", ...exit }),
    [name("Job failed")]: failed,
  };
}

/** A definition of `n` states, nested ones counted, of all types as people mix them; `n` is a multiple of ten. */
export function mixed(n) {
  const blocks = n / 10;
  const first = (number) => `${number % 2 === 0 ? "Validate order" : "Wait for job"} ${number}`;
  const states = {};
  for (let number = 0; number < blocks; number += 1) {
    const exit = number + 1 < blocks ? { Next: first(number + 1) } : { End: true };
    Object.assign(states, (number % 2 === 0 ? callsAndBranches : loopAndMap)(number, exit));
  }
  return JSON.stringify({ Comment: `${n} states`, StartAt: first(0), States: states, TimeoutSeconds: 86400 }, null, 2);
}

/** The states of a row of `n` Pass states, each with `fields`, whose names begin with `prefix`. */
export function row(n, prefix, fields = {}) {
  const states = {};
  for (let at = 0; at < n; at += 1) states[`${prefix}${at}`] = pass({ ...fields, ...(at + 1 < n ? { Next: `${prefix}${at + 1}` } : { End: true }) });
  return { StartAt: `${prefix}0`, States: states };
}
