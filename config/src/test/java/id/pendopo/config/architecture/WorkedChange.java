package id.pendopo.config.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A worked change of the architecture's page: new files as they lie in the repository, and {@code changes.patch} for those
 * that exist, in a folder of the test's resources.
 *
 * @param name the folder's
 */
record WorkedChange(String name) {

    private static final Path FOLDERS = Path.of("src/test/resources/changes");
    private static final String PATCH = "changes.patch";
    private static final String OF_TESTS = "/src/test/";
    private static final Pattern CHANGED = Pattern.compile("(?m)^\\+\\+\\+ b/(.+)$");

    static List<WorkedChange> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.map(folder -> new WorkedChange("" + folder.getFileName()))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
    }

    Path folder() {
        return FOLDERS.resolve(name).toAbsolutePath();
    }

    Path patch() {
        return folder().resolve(PATCH);
    }

    boolean patches() {
        return Files.exists(patch());
    }

    /** Paths within the repository of what it adds, its own tests among them. */
    Set<String> added() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> Files.isRegularFile(file) && !file.equals(patch()))
                    .map(file -> folder().relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Paths within the repository of what it changes. */
    Set<String> changed() throws IOException {
        return patches() ? changed(Files.readString(patch())) : Set.of();
    }

    /** The paths that a patch changes. */
    static Set<String> changed(String patch) {
        return CHANGED.matcher(patch)
                .results()
                .map(file -> file.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that it touches. */
    Set<String> touched() throws IOException {
        Set<String> touched = new TreeSet<>(added());
        touched.addAll(changed());
        return touched;
    }

    /** The names of files without their folders, but for those of tests. */
    static Set<String> names(Set<String> paths) {
        return paths.stream()
                .filter(path -> !path.contains(OF_TESTS))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The classes of its own tests. */
    List<String> tests() throws IOException {
        return added().stream()
                .filter(path -> path.contains(OF_TESTS) && path.endsWith("Tests.java"))
                .map(path -> path.replaceFirst(".*" + OF_TESTS + "java/", "")
                        .replace(".java", "")
                        .replace('/', '.'))
                .toList();
    }
}
