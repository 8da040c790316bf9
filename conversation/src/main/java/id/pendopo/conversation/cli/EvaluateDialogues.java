package id.pendopo.conversation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * {@code evaluate-dialogues FILE_OR_FOLDER…}: plays dialogue scripts against the engine and stops at the first difference,
 * or script that is none, with exit code 1. Of a folder every file is a script.
 */
public final class EvaluateDialogues implements ToolProvider {

    @Override
    public String name() {
        return "evaluate-dialogues";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        if (arguments.length == 0) {
            err.println("usage: evaluate-dialogues FILE_OR_FOLDER…");
            return 2;
        }
        try {
            return play(scripts(Arrays.stream(arguments).map(Path::of).toList()), out, err);
        } catch (IOException e) {
            err.println("cannot read " + e.getMessage());
            return 2;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int play(List<Path> files, PrintWriter out, PrintWriter err) throws IOException {
        Company company = new Company();
        for (Path file : files) {
            try {
                Dialogue.play(company, Script.read(file.getFileName().toString(), Files.readAllLines(file)));
                out.println("ok    " + file);
            } catch (Difference difference) {
                out.println("wrong " + file + " " + difference.getMessage());
                return 1;
            } catch (Script.Malformed malformed) {
                err.println(file + " " + malformed.getMessage());
                return 1;
            } catch (CharacterCodingException e) {
                err.println(file + " is not a script: it is not UTF-8 text");
                return 1;
            }
        }
        out.println(files.size() + " dialogues, all as written");
        return 0;
    }

    private static List<Path> scripts(List<Path> paths) throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            try (Stream<Path> files = Files.walk(path)) {
                scripts.addAll(files.filter(Files::isRegularFile).sorted().toList());
            }
        }
        if (scripts.isEmpty()) {
            throw new IOException("a script: the folder is empty");
        }
        return scripts;
    }
}
