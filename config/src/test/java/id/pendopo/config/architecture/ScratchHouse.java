package id.pendopo.config.architecture;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A scratch copy of the modules that changes touch, with the changes applied, compiled as the build compiles them. */
final class ScratchHouse {

    private static final Path HOUSE = Path.of("..");
    private static final String MAIN = "/src/main";
    private static final String PROCESSOR = "io.soabase.recordbuilder.processor.RecordBuilderProcessor";

    private final Path root;
    private final Set<String> parts = new TreeSet<>();

    /** @param root an empty folder */
    ScratchHouse(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path classes() {
        return root.resolve("classes");
    }

    /** Copies what a change touches, if it is not there yet, lays its new files over that and patches the rest. */
    void apply(WorkedChange change) throws IOException {
        for (String path : change.touched()) {
            String part = part(path);
            if (parts.add(part)) {
                copy(HOUSE.resolve(part), root.resolve(part));
            }
        }
        for (String path : change.added()) {
            Path place = root.resolve(path);
            Files.createDirectories(place.getParent());
            Files.copy(change.folder().resolve(path), place);
        }
        if (change.patches()) {
            patch(change);
        }
    }

    /** A module's main sources and resources, or a pack. */
    private static String part(String path) {
        String[] folders = path.split("/");
        return folders[1].equals("src") ? folders[0] + MAIN : folders[0] + "/" + folders[1];
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** A hunk may have moved, but what it changes and the lines beside it must be there. */
    private void patch(WorkedChange change) throws IOException {
        for (String file : Files.readString(change.patch()).split("(?m)^(?=diff --git )")) {
            Path place = root.resolve(WorkedChange.changed(file).iterator().next());
            Patch<String> patch = UnifiedDiffUtils.parseUnifiedDiff(file.lines().toList());
            try {
                Files.write(place, patch.applyFuzzy(Files.readAllLines(place), 0));
            } catch (PatchFailedException moved) {
                throw new AssertionError(
                        change.name() + ": the patch of " + place.getFileName()
                                + " does not fit any more; make it again by git diff -U1",
                        moved);
            }
        }
    }

    /** Compiles everything, tests of changes included; returns what the compiler objects to. */
    List<String> compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Files.createDirectories(classes());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<String> options =
                    List.of("-parameters", "-processor", PROCESSOR, "-classpath", classPath(), "-d", "" + classes());
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources()))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Where the classes lie: its own, and those of the modules that no change touches, which may be packed. */
    Set<Location> everyClass() throws IOException {
        Set<Location> places = new LinkedHashSet<>(Set.of(Location.of(classes())));
        for (String entry : classPath().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (path.startsWith(HOUSE.toRealPath()) && !path.endsWith("test-classes") && !copied(path)) {
                places.add(
                        entry.endsWith(".jar")
                                ? Location.of(URI.create("jar:" + path.toUri() + "!/"))
                                : Location.of(path));
            }
        }
        return places;
    }

    private boolean copied(Path path) {
        return parts.stream().anyMatch(part -> path.toString().contains("/" + part.replace(MAIN, "") + "/target/"));
    }

    /** Loads what it holds, and all else as this class is loaded. */
    ClassLoader loader() throws MalformedURLException {
        List<URL> places = new ArrayList<>();
        places.add(classes().toUri().toURL());
        places.add(root.toUri().toURL());
        for (String part : parts) {
            places.add(root.resolve(part).resolve("resources").toUri().toURL());
        }
        return new ScratchLoader(places);
    }
}
