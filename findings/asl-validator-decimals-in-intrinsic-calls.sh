#!/usr/bin/env bash
# asl-validator 4.0.0 (npm) refuses every intrinsic call in which a number has a decimal point or an exponent, and every one
# with such a number in a path's filter. AWS runs them: the developer guide says that States.MathAdd rounds its arguments.
# Met when the checker was held against other validators; whoever checks with it before a deployment is stopped by right code.
#
# Expected before it was run: whole numbers and others are taken alike.
# Seen on 2026-11-29: `States.Array(1)` is valid, `States.Array(1.5)` is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts asl-validator@4.0.0
cat > ask.cjs <<'JS'
const validate = require("asl-validator");
for (const call of ["States.Array(1)", "States.Array(1.5)", "States.MathAdd(1.6, 1)", "States.Array(1e2)", "States.Format('{}', 2.5)"]) {
  const machine = { StartAt: "A", States: { A: { Type: "Pass", Parameters: { "x.$": call }, End: true } } };
  console.log(call, (validate.default ?? validate)(machine).isValid ? "valid" : "refused");
}
JS
node ask.cjs | tee seen
diff seen - <<'SEEN'
States.Array(1) valid
States.Array(1.5) refused
States.MathAdd(1.6, 1) refused
States.Array(1e2) refused
States.Format('{}', 2.5) refused
SEEN
