package id.pendopo.config.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The main sources and migrations of every module, read by the compiler's own parser. */
final class Sources {

    private static final Path HOUSE = Path.of("..");
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\bcreate (?:unlogged )?table (?:if not exists )?([a-z_]+)");

    private static Map<String, List<String>> literals;

    private Sources() {}

    /** The tables that migrations make. */
    static Set<String> tables() {
        return tables(HOUSE);
    }

    /** The same of a copy of modules. */
    static Set<String> tables(Path house) {
        Set<String> tables = new TreeSet<>();
        for (Path migration : files(house, "src/main/resources/db/migration", ".sql")) {
            Matcher made = TABLE.matcher(read(migration));
            while (made.find()) {
                tables.add(made.group(1));
            }
        }
        return tables;
    }

    /** String literals by package; text blocks are literals too. */
    static synchronized Map<String, List<String>> literalsByPackage() {
        if (literals == null) {
            literals = literalsByPackage(HOUSE);
        }
        return literals;
    }

    /** The same of a copy of modules. */
    static Map<String, List<String>> literalsByPackage(Path house) {
        return literals(files(house, "src/main/java", ".java"));
    }

    /** The text of every package's description, empty where there is none. */
    static Map<String, String> packages() {
        return packages(HOUSE);
    }

    /** The same of a copy of modules. */
    static Map<String, String> packages(Path house) {
        Map<String, String> descriptions = new TreeMap<>();
        for (Path file : files(house, "src/main/java", ".java")) {
            String name = file.getParent().toString().replaceFirst(".*src/main/java/", "");
            boolean description = file.endsWith("package-info.java");
            descriptions.merge(name, description ? read(file) : "", String::concat);
        }
        return descriptions;
    }

    private static Map<String, List<String>> literals(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            Map<String, List<String>> found = new HashMap<>();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Literals(), found.computeIfAbsent("" + unit.getPackageName(), _ -> new ArrayList<>()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path house, String folder, String ending) {
        try (Stream<Path> modules = Files.list(house)) {
            List<Path> found = new ArrayList<>();
            for (Path module : modules.map(path -> path.resolve(folder))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.walk(module)) {
                    found.addAll(files.filter(file -> file.toString().endsWith(ending))
                            .collect(Collectors.toList()));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Literals extends TreeScanner<Void, List<String>> {

        @Override
        public Void visitLiteral(LiteralTree literal, List<String> found) {
            if (literal.getValue() instanceof String text) {
                found.add(text);
            }
            return super.visitLiteral(literal, found);
        }
    }
}
