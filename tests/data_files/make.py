"""Makes the Parquet and ZSTD files that tests/data_files.rs reads, with the writers that people use, and beside them what
was put in, as JSON.

    python3 tests/data_files/make.py FOLDER

Needs pyarrow and duckdb from PyPI (`make data-files` installs them in a folder of its own). `NAME.VARIANT.parquet` holds the
rows of `NAME.json`; where AWS has published no form for a type, the form is the one that src/sim/DIFFERENCES.md names.
"""
import base64
import json
import sys
import uuid
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

FOLDER = Path(sys.argv[1])
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

MOMENT = datetime(2026, 3, 1, 8, 30, 15, 123456)
EARLY = datetime(1969, 12, 31, 23, 59, 59, 999000)
ID = uuid.UUID("12345678-9abc-def0-1234-56789abcdef0")


def milliseconds(moment):
    return (moment.replace(tzinfo=timezone.utc) - EPOCH) // timedelta(milliseconds=1)


def base64_text(content):
    return base64.b64encode(content).decode()


def write_json(name, rows):
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (FOLDER / f"{name}.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


def rows_of(columns, count):
    return [{name: expected[row] for name, expected in columns.items()} for row in range(count)]


def pyarrow_types():
    """Every type that pyarrow writes, with an absent value each: name, type, values, what they are as JSON."""
    structure = pa.struct([("at", pa.timestamp("ns")), ("tags", pa.list_(pa.string()))])
    return [
        ("bool", pa.bool_(), [True, False, None], None),
        ("int8", pa.int8(), [-128, 127, None], None),
        ("int16", pa.int16(), [-32768, 32767, None], None),
        ("int32", pa.int32(), [-(2**31), 2**31 - 1, None], None),
        ("int64", pa.int64(), [-(2**63), 2**63 - 1, None], None),
        ("uint8", pa.uint8(), [0, 255, None], None),
        ("uint16", pa.uint16(), [0, 65535, None], None),
        ("uint32", pa.uint32(), [0, 2**32 - 1, None], None),
        ("uint64", pa.uint64(), [0, 2**64 - 1, None], None),
        ("float32", pa.float32(), [0.1, -1.5e10, None], [0.1, -15000000000.0, None]),
        ("float64", pa.float64(), [0.1, -1.7976931348623157e308, None], None),
        ("string", pa.string(), ["", "ñandú 🐦 \"x\"\n", None], None),
        ("large_string", pa.large_string(), ["a", "b", None], None),
        ("category", pa.dictionary(pa.int8(), pa.string()), ["red", "red", None], None),
        ("binary", pa.binary(), [b"\x00\xff", b"", None], ["AP8=", "", None]),
        ("fixed_binary", pa.binary(4), [b"abcd", b"\x00\x01\x02\x03", None], ["YWJjZA==", "AAECAw==", None]),
        ("date32", pa.date32(), [date(2024, 2, 29), date(1969, 12, 31), None], ["2024-02-29", "1969-12-31", None]),
        ("date64", pa.date64(), [date(2024, 2, 29), date(1, 1, 1), None], ["2024-02-29", "0001-01-01", None]),
        ("time32", pa.time32("ms"), [time(23, 59, 59, 999000), time(0), None], ["23:59:59.999", "00:00:00", None]),
        ("time64_us", pa.time64("us"), [time(8, 5, 0, 120), time(12), None], ["08:05:00.00012", "12:00:00", None]),
        ("time64_ns", pa.time64("ns"), [1, 86_399_999_999_999, None], ["00:00:00.000000001", "23:59:59.999999999", None]),
        ("timestamp_s", pa.timestamp("s"), [1_772_353_815, -1, None], [1_772_353_815_000, -1000, None]),
        ("timestamp_ms", pa.timestamp("ms"), [MOMENT, EARLY, None], [milliseconds(MOMENT), -1, None]),
        ("timestamp_us", pa.timestamp("us"), [MOMENT, EARLY, None], [milliseconds(MOMENT), -1, None]),
        ("timestamp_ns", pa.timestamp("ns"), [MOMENT, -1, None], [milliseconds(MOMENT), -1, None]),
        ("timestamp_utc", pa.timestamp("us", "UTC"), [MOMENT, EARLY, None], [milliseconds(MOMENT), -1, None]),
        ("timestamp_zone", pa.timestamp("ms", "America/Bogota"), [0, -1, None], [0, -1, None]),
        ("duration", pa.duration("us"), [timedelta(seconds=1), timedelta(0), None], [1_000_000, 0, None]),
        ("decimal_9_2", pa.decimal128(9, 2), [Decimal("1234567.89"), Decimal("-0.05"), None], ["1234567.89", "-0.05", None]),
        ("decimal_38_10", pa.decimal128(38, 10), [Decimal("1234567890123456789012345678.0123456789"), Decimal(0), None],
         ["1234567890123456789012345678.0123456789", "0.0000000000", None]),
        ("decimal_76_3", pa.decimal256(76, 3), [Decimal("-" + "9" * 73 + ".125"), Decimal(1), None],
         ["-" + "9" * 73 + ".125", "1.000", None]),
        ("uuid", pa.uuid(), [ID.bytes, b"\0" * 16, None], [str(ID), "00000000-0000-0000-0000-000000000000", None]),
        ("json", pa.json_(), ['{"a": 1}', "[]", None], ['{"a": 1}', "[]", None]),
        ("nothing", pa.null(), [None, None, None], None),
        ("list", pa.list_(pa.int32()), [[1, None, 3], [], None], None),
        ("list_of_lists", pa.list_(pa.list_(pa.string())), [[["a"], [], None], [[]], None], None),
        ("large_list", pa.large_list(pa.date32()), [[date(1970, 1, 1)], [None], None], [["1970-01-01"], [None], None]),
        ("fixed_list", pa.list_(pa.float64(), 2), [[0.5, 1.5], [2.5, None], None], None),
        ("structure", structure,
         [{"at": MOMENT, "tags": ["x", None]}, {"at": None, "tags": []}, None],
         [{"at": milliseconds(MOMENT), "tags": ["x", None]}, {"at": None, "tags": []}, None]),
        ("structures", pa.list_(structure),
         [[{"at": MOMENT, "tags": None}, None], [], None],
         [[{"at": milliseconds(MOMENT), "tags": None}, None], [], None]),
        ("map", pa.map_(pa.string(), pa.int32()), [[("b", 1), ("a", None)], [], None], [{"b": 1, "a": None}, {}, None]),
        ("map_by_number", pa.map_(pa.int32(), pa.time64("ns")), [[(7, 1000)], [(-1, None)], None],
         [{"7": "00:00:00.000001"}, {"-1": None}, None]),
        ("map_of_lists", pa.map_(pa.string(), pa.list_(pa.decimal128(5, 1))),
         [[("a", [Decimal("0.1")])], [("b", None)], None], [{"a": ["0.1"]}, {"b": None}, None]),
    ]


def write_pyarrow():
    types = pyarrow_types()
    table = pa.table([pa.array(values, kind) for _, kind, values, _ in types], names=[name for name, *_ in types])
    write_json("pyarrow-types", rows_of({name: told or values for name, _, values, told in types}, 3))

    def write(table, name, **options):
        pq.write_table(table, FOLDER / f"{name}.parquet", **options)

    write(table, "pyarrow-types.v1", version="2.6", compression="snappy")
    write(table, "pyarrow-types.v2", version="2.6", compression="zstd", data_page_version="2.0", store_decimal_as_integer=True)
    write(table, "pyarrow-types.groups", compression="none", row_group_size=1, store_schema=False)

    moments = {"at": [MOMENT, EARLY, None]}
    write_json("pyarrow-int96", rows_of({"at": [milliseconds(MOMENT), -1, None]}, 3))
    write(pa.table(moments), "pyarrow-int96.old", use_deprecated_int96_timestamps=True)

    count = 300
    columns = {
        "id": list(range(count)),
        "word": [["alpha", "beta", "gamma", None][n % 4] for n in range(count)],
        "text": [f"row {n * 7919 % 9973}" for n in range(count)],
        "price": [n / 8 for n in range(count)],
        "days": [[date(2020, 1, 1).isoformat()] * (n % 3) for n in range(count)],
    }
    write_json("pyarrow-rows", rows_of(columns, count))
    table = pa.table(columns)
    # One of each compression and version; pages and groups are small, so that there are several.
    for compression in ["none", "snappy", "gzip", "brotli", "zstd", "lz4"]:
        for version in ["1.0", "2.0"]:
            name = f"pyarrow-rows.{compression}-{version[0]}"
            write(table, name, compression=compression, data_page_version=version, data_page_size=512, row_group_size=200)
    encodings = {"id": "DELTA_BINARY_PACKED", "word": "DELTA_LENGTH_BYTE_ARRAY", "text": "DELTA_BYTE_ARRAY",
                 "price": "BYTE_STREAM_SPLIT", "days.list.element": "PLAIN"}
    write(table, "pyarrow-rows.encodings", compression="zstd", use_dictionary=False, column_encoding=encodings)

    # Files that are compressed as a whole.
    lines = "".join(json.dumps(row) + "\n" for row in rows_of(columns, 100)).encode()
    write_json("pyarrow-lines", rows_of(columns, 100))
    with pa.CompressedOutputStream(FOLDER / "pyarrow-lines.jsonl.zst", "zstd") as stream:
        stream.write(lines)
    parquet = (FOLDER / "pyarrow-int96.old.parquet").read_bytes()
    for compression, end in [("zstd", "zst"), ("gzip", "gz")]:
        with pa.CompressedOutputStream(FOLDER / f"pyarrow-int96.whole.parquet.{end}", compression) as stream:
            stream.write(parquet)


def duckdb_types():
    """Every type that DuckDB writes: name, SQL of two values, what they are as JSON."""
    nine = "9" * 28
    return [
        ("bool", "true", "false", [True, False]),
        ("tinyint", "(-128)::TINYINT", "127::TINYINT", [-128, 127]),
        ("smallint", "(-32768)::SMALLINT", "32767::SMALLINT", [-32768, 32767]),
        ("integer", "(-1000000000)::INTEGER", "1000000000::INTEGER", [-1_000_000_000, 1_000_000_000]),
        ("bigint", "(-9223372036854775808)::BIGINT", "9223372036854775807::BIGINT", [-(2**63), 2**63 - 1]),
        ("utinyint", "0::UTINYINT", "255::UTINYINT", [0, 255]),
        ("usmallint", "0::USMALLINT", "65535::USMALLINT", [0, 65535]),
        ("uinteger", "0::UINTEGER", "2147483647::UINTEGER", [0, 2**31 - 1]),
        ("ubigint", "0::UBIGINT", "18446744073709551615::UBIGINT", [0, 2**64 - 1]),
        ("hugeint", "0::HUGEINT", "1000000::HUGEINT", [0.0, 1000000.0]),
        ("uhugeint", "5::UHUGEINT", "0::UHUGEINT", [5.0, 0.0]),
        ("bignum", "12345678901234567890123::BIGNUM", "0::BIGNUM", ["12345678901234567890123", "0"]),
        ("bit", "'0101'::BIT", "'1'::BIT", ["0101", "1"]),
        ("float", "0.1::FLOAT", "(-2.5)::FLOAT", [0.1, -2.5]),
        ("double", "0.1::DOUBLE", "1e300::DOUBLE", [0.1, 1e300]),
        ("decimal_4_1", "12.5::DECIMAL(4,1)", "(-0.1)::DECIMAL(4,1)", ["12.5", "-0.1"]),
        ("decimal_18_4", "123456789012.0001::DECIMAL(18,4)", "0::DECIMAL(18,4)", ["123456789012.0001", "0.0000"]),
        ("decimal_38_10", f"{nine}.0000000001::DECIMAL(38,10)", "(-1)::DECIMAL(38,10)", [f"{nine}.0000000001", "-1.0000000000"]),
        ("varchar", "'ñandú 🐦'", "''", ["ñandú 🐦", ""]),
        ("blob", "'\\x00\\xFF'::BLOB", "''::BLOB", ["AP8=", ""]),
        ("date", "'2024-02-29'::DATE", "'1969-12-31'::DATE", ["2024-02-29", "1969-12-31"]),
        ("time", "'23:59:59.999999'::TIME", "'00:00'::TIME", ["23:59:59.999999", "00:00:00"]),
        ("time_ns", "'00:00:00.000000001'::TIME_NS", "'12:00'::TIME_NS", ["00:00:00.000000001", "12:00:00"]),
        ("timetz", "'12:00:00+02'::TIMETZ", "'12:00:00+00'::TIMETZ", ["10:00:00", "12:00:00"]),
        ("timestamp", f"'{MOMENT}'::TIMESTAMP", f"'{EARLY}'::TIMESTAMP", [milliseconds(MOMENT), -1]),
        ("timestamp_s", f"'{MOMENT}'::TIMESTAMP_S", "'1970-01-01'::TIMESTAMP_S", [1_772_353_815_000, 0]),
        ("timestamp_ms", f"'{MOMENT}'::TIMESTAMP_MS", f"'{EARLY}'::TIMESTAMP_MS", [milliseconds(MOMENT), -1]),
        ("timestamp_ns", f"'{MOMENT}789'::TIMESTAMP_NS", f"'{EARLY}'::TIMESTAMP_NS", [milliseconds(MOMENT), -1]),
        ("timestamptz", f"'{MOMENT}+00'::TIMESTAMPTZ", "'1970-01-01 00:00:00+05'::TIMESTAMPTZ",
         [milliseconds(MOMENT), -18_000_000]),
        ("uuid", f"'{ID}'::UUID", "'00000000-0000-0000-0000-000000000000'::UUID",
         [str(ID), "00000000-0000-0000-0000-000000000000"]),
        ("json", "'[1, 2]'::JSON", "'{}'::JSON", ["[1, 2]", "{}"]),
        ("enum", "'red'::ENUM('red', 'blue')", "'blue'::ENUM('red', 'blue')", ["red", "blue"]),
        ("list", "[1, NULL, 3]", "[]::INTEGER[]", [[1, None, 3], []]),
        ("list_of_lists", "[['a'], [], NULL]::VARCHAR[][]", "[[]]::VARCHAR[][]", [[["a"], [], None], [[]]]),
        ("array", "[1.5, 2.5]::DOUBLE[2]", "[0, 1]::DOUBLE[2]", [[1.5, 2.5], [0.0, 1.0]]),
        ("struct", "{'n': 1, 'at': '2024-02-29'::DATE}", "{'n': NULL, 'at': NULL}::STRUCT(n INTEGER, \"at\" DATE)",
         [{"n": 1, "at": "2024-02-29"}, {"n": None, "at": None}]),
        ("structs", "[{'at': '1970-01-01 00:00:01'::TIMESTAMP_NS}]", "[]::STRUCT(\"at\" TIMESTAMP_NS)[]", [[{"at": 1000}], []]),
        ("map", "MAP {'b': 1, 'a': 2}", "MAP {}::MAP(VARCHAR, INTEGER)", [{"b": 1, "a": 2}, {}]),
        ("map_by_number", "MAP {7: 'x'}", "MAP {-1: NULL}::MAP(INTEGER, VARCHAR)", [{"7": "x"}, {"-1": None}]),
    ]


def write_duckdb():
    database = duckdb.connect()
    database.execute("SET TimeZone = 'UTC'")
    types = duckdb_types()
    write_json("duckdb-types", rows_of({name: [*told, None] for name, _, _, told in types}, 3))
    row = lambda index: "SELECT " + ", ".join(f'{of[index]} AS "{of[0]}"' for of in types)
    nothing = "SELECT " + ", ".join("NULL" for _ in types)
    database.execute(f"CREATE TABLE types AS {row(1)}")
    database.execute(f"INSERT INTO types {row(2)}")
    database.execute(f"INSERT INTO types {nothing}")

    def write(query, name, options):
        database.execute(f"COPY ({query}) TO '{FOLDER / name}' (FORMAT parquet, {options})")

    write("FROM types", "duckdb-types.v1.parquet", "COMPRESSION snappy")
    write("FROM types", "duckdb-types.v2.parquet", "COMPRESSION zstd, PARQUET_VERSION v2")

    # Version 1 only: in version 2 DuckDB writes distances and beginnings of 33 bits, which the crate `parquet` refuses.
    write_json("duckdb-ends", [{"integer": -(2**31), "uinteger": 2**32 - 1}, {"integer": 2**31 - 1, "uinteger": 0}])
    ends = """VALUES ((-2147483648)::INTEGER, 4294967295::UINTEGER), (2147483647, 0)"""
    write(f"FROM ({ends}) AS ends(integer, uinteger)", "duckdb-ends.v1.parquet", "COMPRESSION snappy")

    rows = [{"id": n, "word": ["alpha", "beta", "gamma", None][n % 4], "text": f"row {n * 7919 % 9973}", "price": n / 8}
            for n in range(300)]
    write_json("duckdb-rows", rows)
    query = """SELECT n::INTEGER AS id, ['alpha', 'beta', 'gamma', NULL][n % 4 + 1] AS word,
        'row ' || (n * 7919 % 9973) AS text, n / 8 AS price FROM range(300) AS all_rows(n) ORDER BY n"""
    for compression in ["uncompressed", "snappy", "gzip", "brotli", "zstd", "lz4_raw"]:
        for version in ["v1", "v2"]:
            name = f"duckdb-rows.{compression}-{version[1]}.parquet"
            write(query, name, f"COMPRESSION {compression}, PARQUET_VERSION {version}")
    database.execute(f"""COPY (SELECT n::VARCHAR AS id, 'row ' || n AS text FROM range(100) AS all_rows(n) ORDER BY n)
        TO '{FOLDER / "duckdb-lines.csv.zst"}' (FORMAT csv, COMPRESSION zstd)""")
    write_json("duckdb-lines", [{"id": str(n), "text": f"row {n}"} for n in range(100)])
    # What AWS makes of it nobody knows: it is refused, with the name of the column.
    write("SELECT 1 AS id, INTERVAL 3 MONTH AS pause", "duckdb-interval.refused.parquet", "COMPRESSION snappy")
    write("SELECT 1 AS id, 2::VARIANT AS anything", "duckdb-variant.refused.parquet", "COMPRESSION snappy")
    write("SELECT 1 AS id, 'NaN'::DOUBLE AS ratio", "duckdb-nan.refused.parquet", "COMPRESSION snappy")


FOLDER.mkdir(parents=True, exist_ok=True)
write_pyarrow()
write_duckdb()
