#!/usr/bin/env bash
# DuckDB 2.0.1 (PyPI), COPY … TO … (FORMAT parquet, PARQUET_VERSION v2), read with pyarrow 26.0.1.
#
# Expected before it was run: a column of UINTEGER or INTEGER comes back as it was written, whatever its values are: the encoding
# DELTA_BINARY_PACKED subtracts in the width of the column, with wrap-around (parquet-format, Encodings.md).
# Seen on 2026-11-30: a UINTEGER above 2147483647, and INTEGERs further apart than that, are written with 33 bits; pyarrow
# refuses both columns ("Unexpected end of stream"), as the crate parquet 60.1.0 does ("first value too large", "'min_delta' too
# large"). Version 1 of the format, which is DuckDB's default, is read by both.
# Touches: whoever writes Parquet with PARQUET_VERSION v2 for readers other than DuckDB.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check pyarrow==26.0.1 duckdb==2.0.1

python/bin/python - >answer <<'PYTHON'
import duckdb
import pyarrow.parquet as pq

database = duckdb.connect()
for values in ["(4294967295::UINTEGER), (4000000000)", "((-2147483648)::INTEGER), (2147483647)"]:
    for version in ["v1", "v2"]:
        database.execute(f"COPY (FROM (VALUES {values}) AS t(x)) TO 'x.parquet' (FORMAT parquet, PARQUET_VERSION {version})")
        try:
            print(version, pq.read_table("x.parquet")["x"].to_pylist())
        except OSError as error:
            print(version, str(error).split(":")[0])
PYTHON

cat >expected <<'TEXT'
v1 [4294967295, 4000000000]
v2 Unexpected end of stream
v1 [-2147483648, 2147483647]
v2 Unexpected end of stream
TEXT
diff expected answer && echo 'As written down.'
