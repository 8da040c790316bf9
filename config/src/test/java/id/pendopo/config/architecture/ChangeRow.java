package id.pendopo.config.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A change's row in the table of the architecture's page: the names of files that stand in it between backticks.
 *
 * @param added of the column of new files
 * @param changed of the column of changed files
 */
record ChangeRow(Set<String> added, Set<String> changed) {

    private static final Path PAGE = Path.of("../docs/architecture.md");

    /** The first cell links to the change's folder. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[[^\\]]+]\\([^)]*/changes/([a-z-]+)\\)[^|]*\\| ([^|]*) \\| ([^|]*) \\|");

    private static final Pattern FILE = Pattern.compile("`([^`]+\\.(?:java|json|properties|sql|tsv|yaml))`");

    /** By the change's name. */
    static Map<String, ChangeRow> all() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> new ChangeRow(files(row.group(2)), files(row.group(3)))));
    }

    private static Set<String> files(String cell) {
        Set<String> files = new TreeSet<>();
        Matcher file = FILE.matcher(cell);
        while (file.find()) {
            files.add(file.group(1));
        }
        return files;
    }
}
