package id.pendopo.config.commands;

import id.pendopo.config.content.ContentTransfer;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.ContentFiles.Import;
import id.pendopo.ui.ContentFiles.Taken;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;

/** {@code content export|import FOLDER}: the office's own content as files, and back. */
final class ContentCommand {

    private static final String BY = "./pendopo content import";
    private static final String USAGE =
            "usage: pendopo content export FOLDER | pendopo content import FOLDER [--dry-run] [--remove]";

    /** Characters of a value that are printed; the files have it whole. */
    private static final int WIDTH = 70;

    private ContentCommand() {}

    static int run(Class<?> application, String[] args, PrintStream out, PrintStream err) {
        Options options;
        String verb = args.length == 0 ? "" : args[0];
        try {
            List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
            options = switch (verb) {
                case "export" -> Options.read(rest, Set.of(), Set.of());
                case "import" -> Options.read(rest, Set.of(), Set.of("--dry-run", "--remove"));
                default -> throw new Options.Mistyped("say export or import");
            };
        } catch (Options.Mistyped mistyped) {
            err.println(mistyped.getMessage());
            err.println(USAGE);
            return 2;
        }
        try (ConfigurableApplicationContext context = Offline.context(application)) {
            ContentTransfer transfer = context.getBean(ContentTransfer.class);
            return verb.equals("export")
                    ? export(transfer, folder(options), out, err)
                    : take(transfer, options, context, out, err);
        } catch (IOException e) {
            err.println("the folder cannot be read or written: " + e.getMessage());
            return 1;
        }
    }

    /** As it was typed: the launcher changes its own folder and says from where it was called. */
    private static Path folder(Options options) {
        return Path.of(System.getenv().getOrDefault("PENDOPO_CALLED_FROM", "")).resolve(options.name());
    }

    private static int export(ContentTransfer transfer, Path folder, PrintStream out, PrintStream err)
            throws IOException {
        ContentTransfer.Exported exported = transfer.export(folder);
        exported.faults().forEach(err::println);
        if (!exported.faults().isEmpty()) {
            err.println("Nothing was written.");
            return 1;
        }
        out.println(exported.files() + " files in " + folder);
        return 0;
    }

    private static int take(
            ContentTransfer transfer, Options options, MessageSource messages, PrintStream out, PrintStream err)
            throws IOException {
        boolean dryRun = options.has("--dry-run");
        Taken taken = transfer.take(folder(options), new Import(BY, options.has("--remove")), dryRun);
        if (!taken.faults().isEmpty()) {
            taken.faults().forEach(err::println);
            err.println(counted(taken.faults().size(), "mistake") + "; nothing was changed.");
            return 1;
        }
        taken.changes().forEach(change -> print(change, messages, out));
        taken.notes().forEach(note -> out.println("! " + note));
        out.println(counted(taken.changes().size(), "change") + (dryRun ? ", not made: a dry run" : ""));
        return 0;
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static void print(Change change, MessageSource messages, PrintStream out) {
        String sign = change.before().isEmpty() ? "+" : change.after().isEmpty() ? "-" : "~";
        out.println(sign + " " + words(change.kind(), messages) + " " + change.subject());
        Set<String> fields = new TreeSet<>(change.before().keySet());
        fields.addAll(change.after().keySet());
        for (String field : fields) {
            String before = change.before().getOrDefault(field, "");
            String after = change.after().getOrDefault(field, "");
            if (!before.equals(after)) {
                out.println("    " + words(field, messages) + ": " + told(before, after, messages));
            }
        }
    }

    /** What is new or gone alone, or both; of long texts what begins to differ. */
    private static String told(String before, String after, MessageSource messages) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty() ? cut(words(after, messages)) : cut(words(before, messages)) + " → -";
        }
        int same = same(before, after);
        String mark = same > 0 ? "…" : "";
        return mark + cut(before.substring(same)) + " → " + mark + cut(after.substring(same));
    }

    /** Characters before the first word that differs, where they would push it out of sight. */
    private static int same(String before, String after) {
        int differs = Math.max(0, Arrays.mismatch(before.toCharArray(), after.toCharArray()));
        return differs < WIDTH / 2 ? 0 : before.lastIndexOf(' ', differs - 1) + 1;
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    private static String words(String key, MessageSource messages) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, Locale.ENGLISH), key);
    }
}
