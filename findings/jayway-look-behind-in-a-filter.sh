#!/usr/bin/env bash
# Jayway JsonPath 2.0.0 (Debian libjsonpath-java 2.0.0-5), the release whose answers AWS's agree with, hands patterns in filters
# to java.util.regex, which has look-ahead and look-behind. A look-ahead works; a pattern with a look-behind is refused with
# "Space not allowed in path": the < in it is read as a comparison. Who copies a pattern into a path gets that message, though
# there is no space.
#
# Expected before it was run: both work, as both are Java's.
# Seen on 2026-11-29: ["rose"] for the look-ahead, InvalidPathException for the look-behind.
# Needs apt-get, dpkg and a JDK; installs nothing outside of its folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libjsonpath-java=2.0.0-5 libjackson2-databind-java libjackson2-core-java libjackson2-annotations-java libjson-smart-java libasm-java libslf4j-java 2> /dev/null
for package in *.deb; do dpkg -x "$package" tree; done
jars=$(find tree/usr/share/java -name '*.jar' | tr '\n' ':')
cat > Ask.java <<'JAVA'
import com.jayway.jsonpath.*;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;

class Ask {
    public static void main(String[] arguments) {
        Configuration configuration = Configuration.builder().jsonProvider(new JacksonJsonNodeJsonProvider()).build();
        for (String pattern : new String[] { "(?=r).*", ".*(?<=s)" }) {
            try {
                System.out.println(JsonPath.using(configuration).parse("[{\"n\": \"rose\"}, {\"n\": \"moss\"}]").read("$[?(@.n =~ /" + pattern + "/)].n").toString());
            } catch (InvalidPathException refused) {
                System.out.println(refused.getMessage().replaceAll("^.*: ", ""));
            }
        }
    }
}
JAVA
javac -nowarn -cp "$jars" Ask.java
java -cp ".:$jars" Ask 2> /dev/null | tee seen
diff seen - <<'SEEN'
["rose"]
Space not allowed in path
SEEN
