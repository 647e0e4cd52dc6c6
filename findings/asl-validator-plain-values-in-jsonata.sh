#!/usr/bin/env bash
# asl-validator 4.0.0 (npm) refuses plain values in states in the JSONata language: an Output that is no object,
# and an empty text anywhere in Output, Assign or Arguments. AWS takes any JSON there (developer guide, "Transforming data with
# JSONata in Step Functions": Output "accepts any JSON value").
# Met when 6,489 definitions were checked with it and others side by side; whoever resets a variable to "" is stopped.
#
# Expected before it was run: a plain value is as good as one inside of an object, and an empty text as good as any.
# Seen on 2026-11-30: as below.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts asl-validator@4.0.0
cat > ask.cjs <<'JS'
const validate = require("asl-validator");
for (const fields of [
  { Output: { a: "done" } }, { Output: ["done"] }, { Output: "done" }, { Output: 5 }, { Output: true },
  { Output: { a: "" } }, { Assign: { a: "done" } }, { Assign: { a: "" } },
]) {
  const machine = { QueryLanguage: "JSONata", StartAt: "A", States: { A: { Type: "Pass", ...fields, End: true } } };
  console.log(JSON.stringify(fields), (validate.default ?? validate)(machine).isValid ? "valid" : "refused");
}
JS
node ask.cjs | tee seen
diff seen - <<'SEEN'
{"Output":{"a":"done"}} valid
{"Output":["done"]} refused
{"Output":"done"} refused
{"Output":5} refused
{"Output":true} refused
{"Output":{"a":""}} refused
{"Assign":{"a":"done"}} valid
{"Assign":{"a":""}} refused
SEEN
