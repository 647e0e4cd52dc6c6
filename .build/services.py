"""Turns the models of the AWS API that botocore brings into the table that Pasos has of them (`make services`).

    python3 .build/services.py botocore-*.whl src/services/models.bin

The wheel is read as it is; nothing of it is run. The same wheel gives the same bytes. `src/services/archive.rs` and
`src/services/model.rs` describe the format that is written here.
"""
import gzip
import io
import json
import re
import sys
import zipfile
import zlib

COPY = dict.fromkeys(["SourceBucket", "SourceKey", "SourceVersionId", "DestinationBucket", "DestinationKey"], "string")
REGION = {"SourceRegion": "string"}

# What the AWS SDK for Java 2, whose parameters Step Functions takes, has beyond the models: by service and action, names
# and types (aws-sdk-java-v2, `shapeModifiers.inject` in `services/*/src/main/resources/codegen-resources/
# customization.config`; of `emitPropertyName` there what leaves the older name in use).
INJECTED = {
    "docdb": {"CopyDBClusterSnapshot": REGION, "CreateDBCluster": REGION},
    "glacier": {"UploadArchive": {"ContentLength": "long"}},
    "neptune": {"CopyDBClusterSnapshot": REGION, "CreateDBCluster": REGION},
    "rds": {
        "CopyDBClusterSnapshot": REGION,
        "CopyDBSnapshot": REGION,
        "CreateDBCluster": REGION,
        "CreateDBInstanceReadReplica": REGION,
        "StartDBInstanceAutomatedBackupsReplication": REGION,
    },
    "s3": {"CopyObject": COPY, "UploadPart": {"SdkPartType": "string"}, "UploadPartCopy": COPY},
}

# Names that the same SDK has for a member of a shape (`shapeModifiers.modify.emitPropertyName` there).
EMITTED = {
    "dynamodb": {"AttributeValue": {"NULL": "NUL"}},
    "dynamodbstreams": {"AttributeValue": {"NULL": "NUL"}},
}

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number):
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if number == 0:
            return text


def service_name(service_id):
    """The package of a service in the AWS SDK for Java 2, which Step Functions takes for its name: the service id without
    `Amazon`, `AWS` and `Service` around it."""
    name = re.sub(r"^(Amazon|AWS)\s*", "", service_id)
    name = re.sub(r"(?<=\w)\s*Service$", "", name)
    return re.sub(r"[^a-z0-9]", "", name.lower())


def error_prefix(service_id):
    """What stands before the dot in the errors of a service: `DynamoDb`, `CloudWatchLogs`."""
    name = re.sub(r"^(Amazon|AWS)\s*", "", service_id)
    name = re.sub(r"(?<=\w)\s*Service$", "", name)
    words = re.sub(r"[^A-Za-z0-9]+", " ", name).split()
    return "".join(upper_first(camel(word)) for word in words)


def camel(name):
    """A name as the AWS SDK for Java 2 writes it: `DBInstanceIdentifier` becomes `dbInstanceIdentifier`."""
    end = 1
    while end < len(name) and name[end].isupper() and not (end + 1 < len(name) and name[end + 1].islower()):
        end += 1
    return name[:end].lower() + name[end:]


def field_names(name, emitted):
    """The name of a parameter, and behind a slash the other one by which it goes: `DBName` is `DbName` through the SDK, and
    as it is in optimized integrations, which are older. A name of capitals alone stays as it is: `ARN`, `BOOL`."""
    own, model = upper_first(camel(emitted)), upper_first(name)
    if own == model:
        return own
    return f"{model}/{own}" if model.isupper() else f"{own}/{model}"


def upper_first(name):
    return name[:1].upper() + name[1:]


class Service:
    """One service: its actions, and each shape that they reach, once."""

    def __init__(self, model):
        self.shapes = model["shapes"]
        self.numbers = {}
        self.by_line = {}
        self.lines = []
        self.operations = sorted(model["operations"].items())

    def text(self, name, model):
        actions = []
        for operation, described in self.operations:
            flags = "d" if described.get("deprecated") else ""
            ends = []
            for end in ("input", "output"):
                shape = described.get(end, {}).get("shape")
                if shape and self.has_events(shape):
                    flags += "e"
                ends.append("-" if shape is None else base36(self.number(shape)))
            actions.append(" ".join([camel(operation), *ends, flags]).rstrip())
        head = " ".join([name, error_prefix(model["metadata"]["serviceId"]), model["metadata"]["apiVersion"]])
        return "\n".join([head, *actions, "", *self.lines]) + "\n"

    def has_events(self, shape):
        members = self.shapes[shape].get("members", {}).values()
        return any(self.shapes[member["shape"]].get("eventstream") for member in members)

    def number(self, name):
        """The number of a shape's line. Shapes that say the same share one; what contains itself has its own."""
        if name in self.numbers:
            return self.numbers[name]
        shape = self.shapes[name]
        kind = shape["type"]
        if kind in ("structure", "list", "map"):
            number = self.numbers[name] = len(self.lines)
            self.lines.append(None)
            self.lines[number] = getattr(self, kind)(shape)
            return number
        line = self.scalar(shape)
        number = self.by_line.get(line)
        if number is None:
            number = self.by_line[line] = len(self.lines)
            self.lines.append(line)
        self.numbers[name] = number
        return number

    def structure(self, shape):
        if shape.get("document"):
            return "d"
        required = shape.get("required", [])
        members = []
        for name, member in shape.get("members", {}).items():
            target = self.shapes[member["shape"]]
            # The SDK invents the token where it is left out.
            must = name in required and not member.get("idempotencyToken")
            streams = target.get("type") == "blob" and (member.get("streaming") or target.get("streaming"))
            number = self.stream() if streams else self.number(member["shape"])
            members.append(f"{field_names(name, member.get('emitted', name))}{'!' if must else ':'}{base36(number)}")
        return ("u" if shape.get("union") else "o") + " ".join(members)

    def stream(self):
        return self.number_of_line("z")

    def number_of_line(self, line):
        number = self.by_line.get(line)
        if number is None:
            number = self.by_line[line] = len(self.lines)
            self.lines.append(line)
        return number

    def list(self, shape):
        return "[" + base36(self.number(shape["member"]["shape"]))

    def map(self, shape):
        return "{" + base36(self.number(shape["value"]["shape"]))

    def scalar(self, shape):
        kind = shape["type"]
        if kind in ("string", "character"):
            if "enum" in shape:
                return "e" + "\t".join(shape["enum"])
            return "s" + limits(shape, 0)
        if kind in ("integer", "long"):
            return "i" + limits(shape, None)
        if kind == "blob":
            return "x" + limits(shape, 0)
        return {"float": "n", "double": "n", "boolean": "b", "timestamp": "t"}[kind]


def customize(name, model):
    """Makes of a model that of the SDK."""
    for action, members in INJECTED.get(name, {}).items():
        takes = model["shapes"][model["operations"][action]["input"]["shape"]]["members"]
        for member, kind in members.items():
            model["shapes"][f"Injected {kind}"] = {"type": kind}
            takes[member] = {"shape": f"Injected {kind}"}
    for shape, members in EMITTED.get(name, {}).items():
        for member, emitted in members.items():
            model["shapes"][shape]["members"][member]["emitted"] = emitted


def limits(shape, least):
    low, high = shape.get("min", least), shape.get("max")
    if high is not None and abs(high) > 2**62:
        high = None
    low = "" if low is None or (least == 0 and low == 0) else str(int(low))
    high = "" if high is None else str(int(high))
    return f"{low},{high}" if low or high else ""


def deflate(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return packer.compress(data) + packer.flush()


def main():
    wheel, output = sys.argv[1:]
    version = re.search(r"botocore-([0-9.]+)-", wheel).group(1)
    archive = zipfile.ZipFile(wheel)
    newest = {}
    for name in archive.namelist():
        found = re.fullmatch(r"botocore/data/([^/]+)/([^/]+)/service-2\.json\.gz", name)
        if found:
            newest[found[1]] = max(newest.get(found[1], ""), found[2])
    # The day on which the release was made: that of its files.
    date = max("{:04}-{:02}-{:02}".format(*entry.date_time[:3]) for entry in archive.infolist())
    models = {}
    for folder, api in sorted(newest.items()):
        packed = archive.read(f"botocore/data/{folder}/{api}/service-2.json.gz")
        model = json.load(gzip.GzipFile(fileobj=io.BytesIO(packed)))
        name = service_name(model["metadata"]["serviceId"])
        # botocore keeps an older copy of one service under another name: that with more actions is the newer one.
        if name not in models or len(models[name]["operations"]) < len(model["operations"]):
            models[name] = model
    for name, model in models.items():
        customize(name, model)
    parts = {name: deflate(Service(model).text(name, model).encode()) for name, model in models.items()}
    index = f"botocore {version} {date}\n" + "".join(f"{name} {len(part)}\n" for name, part in sorted(parts.items()))
    head = deflate(index.encode())
    with open(output, "wb") as out:
        out.write(len(head).to_bytes(4, "little") + head + b"".join(part for _, part in sorted(parts.items())))
    print(f"{len(parts)} services, {4 + len(head) + sum(map(len, parts.values()))} bytes, botocore {version} of {date}")


if __name__ == "__main__":
    main()
