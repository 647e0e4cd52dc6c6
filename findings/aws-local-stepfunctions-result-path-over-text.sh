#!/usr/bin/env bash
# aws-local-stepfunctions 3.0.0 (npm) writes a result through a text: with the input {"a": "text"}, ResultPath $.a.b replaces
# the text by an object and the run succeeds. On AWS the state fails with States.ResultPathMatchFailure (specification,
# "ResultPath": a reference path that cannot be applied), so the local run hides the mistake and loses the text.
#
# Expected before it was run: the error that AWS gives.
# Seen on 2026-11-29: {"a":{"b":1}}.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts aws-local-stepfunctions@3.0.0
cat > ask.mjs <<'JS'
import { StateMachine } from "aws-local-stepfunctions";
const machine = { StartAt: "A", States: { A: { Type: "Pass", Result: 1, ResultPath: "$.a.b", End: true } } };
console.log(JSON.stringify(await new StateMachine(machine).run({ a: "text" }).result));
JS
node ask.mjs | tee seen
diff seen - <<'SEEN'
{"a":{"b":1}}
SEEN
