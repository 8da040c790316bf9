package id.pendopo.config.journeys;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which methods of the house a running desk calls, recorded by the flight recorder (JEP 520). Values are not seen: classes of
 * records and of sealed sets cannot be traced.
 */
final class MethodTrace {

    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0"><event name="jdk.MethodTrace"><setting name="enabled">true</setting>
            <setting name="threshold">0 ms</setting><setting name="stackTrace">false</setting>
            <setting name="filter">%s</setting></event></configuration>
            """;

    private final long pid;
    private final Path folder;

    MethodTrace(DeskProcess desk, Path folder) {
        this.pid = desk.pid();
        this.folder = folder;
    }

    /** An action of somebody outside. */
    interface Action {
        void run() throws IOException, InterruptedException;
    }

    /** A method that was called on a thread. */
    record Call(long thread, String type) {}

    /** What is called meanwhile, in the order in which the calls ended. */
    List<Call> during(Action action) throws IOException, InterruptedException {
        Path settings = Files.writeString(folder.resolve("trace.jfc"), SETTINGS.formatted(traceable()));
        Path recorded = folder.resolve("trace.jfr");
        jcmd("JFR.start", "name=trace", "settings=" + settings, "filename=" + recorded);
        action.run();
        jcmd("JFR.stop", "name=trace");
        List<Call> calls = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(recorded)) {
            RecordedMethod method = event.getValue("method");
            calls.add(new Call(
                    event.getThread().getJavaThreadId(), method.getType().getName()));
        }
        return calls;
    }

    private void jcmd(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jcmd.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("jcmd failed: " + Files.readString(folder.resolve("jcmd.log")));
        }
    }

    private static String traceable() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("id.pendopo").stream()
                        .filter(type -> !type.isInterface() && !type.isRecord() && !type.isEnum())
                        .filter(type -> !type.reflect().isSealed())
                        .map(JavaClass::getName)
                        .filter(name -> !name.endsWith("package-info"))
                        .sorted()
                        .collect(Collectors.joining(";"));
    }

    /** The top-level classes of calls on the threads that served one of these. */
    static Set<String> beside(List<Call> calls, String controller, String receiver) {
        Set<Long> threads = calls.stream()
                .filter(call -> call.type().equals(controller) || call.type().equals(receiver))
                .map(Call::thread)
                .collect(Collectors.toSet());
        return calls.stream()
                .filter(call -> threads.contains(call.thread()))
                .map(call -> call.type().replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());
    }
}
