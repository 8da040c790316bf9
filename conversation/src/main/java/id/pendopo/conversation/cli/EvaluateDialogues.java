package id.pendopo.conversation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * {@code evaluate-dialogues FILE_OR_FOLDER}: plays dialogue scripts against the engine and stops at the first difference,
 * with exit code 1.
 */
public final class EvaluateDialogues implements ToolProvider {

    @Override
    public String name() {
        return "evaluate-dialogues";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        if (arguments.length != 1) {
            err.println("usage: evaluate-dialogues FILE_OR_FOLDER");
            return 2;
        }
        try {
            return play(scripts(Path.of(arguments[0])), out);
        } catch (IOException e) {
            err.println("cannot read " + e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int play(List<Path> files, PrintWriter out) throws IOException {
        Company company = new Company();
        for (Path file : files) {
            try {
                Dialogue.play(company, Script.read(file.getFileName().toString(), Files.readAllLines(file)));
                out.println("ok    " + file);
            } catch (Difference difference) {
                out.println("wrong " + file + " " + difference.getMessage());
                return 1;
            }
        }
        out.println(files.size() + " dialogues, all as written");
        return 0;
    }

    private static List<Path> scripts(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no .txt script in " + path);
            }
            return found;
        }
    }
}
