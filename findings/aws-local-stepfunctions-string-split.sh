#!/usr/bin/env bash
# aws-local-stepfunctions 3.0.0 (npm) takes the second argument of States.StringSplit for one separator. On AWS each of its
# characters separates (developer guide, "Intrinsics for String operations": 'This.is+a,test=string' with '.+,=' gives five
# parts), and runs of them leave no empty parts. A machine that was tried with it takes another way on AWS.
#
# Expected before it was run: five parts, as in the guide.
# Seen on 2026-11-29: one part, the whole text; and an empty part between two separators.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --ignore-scripts aws-local-stepfunctions@3.0.0
cat > ask.mjs <<'JS'
import { StateMachine } from "aws-local-stepfunctions";
for (const call of ["States.StringSplit('This.is+a,test=string', '.+,=')", "States.StringSplit('a,,b', ',')"]) {
  const machine = { StartAt: "A", States: { A: { Type: "Pass", Parameters: { "parts.$": call }, End: true } } };
  console.log(JSON.stringify(await new StateMachine(machine).run({}).result));
}
JS
node ask.mjs | tee seen
diff seen - <<'SEEN'
{"parts":["This.is+a,test=string"]}
{"parts":["a","","b"]}
SEEN
