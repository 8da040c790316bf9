package id.pendopo.config.journeys;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The desk before the last change of what runs: as it was last committed, if the work tree differs from that, otherwise as
 * its parent had it. Its own build makes it, once for each commit, out of what Maven has already got: nothing is downloaded.
 */
final class CommitBefore {

    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Path BUILDS = Path.of("target/before").toAbsolutePath();

    /** As git's pathspecs; models are trained on the knowledge base's lines and words. */
    private static final List<String> WHAT_RUNS = List.of(
            "pom.xml",
            "*/pom.xml",
            "packs",
            "*/src/main/*",
            "knowledge-base/corpus",
            "knowledge-base/words",
            ":(exclude)*/src/test/*",
            ":(exclude)benchmarks");

    /** Half the work for compilers that live for seconds. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /**
     * Maven leaves alone what it got from a mirror that only the other build has been told of, unless the notes on where from
     * are missing (<a href="https://maven.apache.org/resolver/configuration.html">configuration</a>).
     */
    private static final String FROM_WHEREVER = "-Daether.enhancedLocalRepository.trackingFilename=unread";

    private static final int MOST_MINUTES = 10;
    private static final int TOLD_OF_A_FAILURE = 6_000;

    private CommitBefore() {}

    /**
     * The class path of the older desk. A test that calls this is skipped where there is no history, or where Maven has
     * not got the older desk's libraries.
     *
     * @throws IllegalStateException it does not compile; the end of its build's log says why
     */
    static String classPath() throws IOException, InterruptedException {
        String commit = commit();
        Path sources = BUILDS.resolve(commit);
        Path libraries = sources.resolve("config/target/class-path.txt");
        if (!Files.exists(libraries)) {
            FileSystemUtils.deleteRecursively(BUILDS);
            Files.createDirectories(sources);
            unpack(commit, sources);
            build(commit, sources);
        }
        return sources.resolve("config/target/classes") + File.pathSeparator + Files.readString(libraries);
    }

    private static String commit() throws IOException, InterruptedException {
        if (!git(List.of("rev-parse", "--show-prefix")).equals(Optional.of(""))) {
            return abort("no older desk to test with: this is no clone of the project, or there is no git");
        }
        String before =
                ofWhatRuns("status", "--porcelain").isEmpty() ? ofWhatRuns("rev-list", "-1", "HEAD") + "^" : "HEAD";
        return git(List.of("rev-parse", "--verify", "--quiet", before + "^{commit}"))
                .orElseGet(() -> abort("no older desk to test with: the clone is too shallow"));
    }

    private static String ofWhatRuns(String... asked) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(asked));
        arguments.add("--");
        arguments.addAll(WHAT_RUNS);
        return git(arguments).orElseThrow(() -> new IllegalStateException("git " + asked[0] + " failed"));
    }

    /** What git says, of the project's root; empty if it fails or there is none. */
    private static Optional<String> git(List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = git();
        builder.command().addAll(arguments);
        Process git;
        try {
            git = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException none) {
            return Optional.empty();
        }
        String said = new String(git.getInputStream().readAllBytes()).strip();
        return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    }

    private static ProcessBuilder git() {
        return new ProcessBuilder(new ArrayList<>(List.of("git", "-C", HOUSE.toString())));
    }

    private static void unpack(String commit, Path folder) throws IOException, InterruptedException {
        ProcessBuilder archive = git();
        archive.command().addAll(List.of("archive", commit));
        ProcessBuilder tar = new ProcessBuilder("tar", "-x", "-C", folder.toString());
        for (Process end : ProcessBuilder.startPipeline(List.of(archive, tar))) {
            if (end.waitFor() != 0) {
                throw new IllegalStateException("git archive " + commit + " | tar -x failed");
            }
        }
    }

    private static void build(String commit, Path sources) throws IOException, InterruptedException {
        Path log = sources.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(maven())
                .directory(sources.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("JAVA_TOOL_OPTIONS", SHORT_LIVED, (more, ours) -> more + " " + ours);
        if (succeeds(builder.start())) {
            return;
        }
        String said = Files.readString(log);
        if (said.contains("in offline mode")) {
            abort("no older desk to test with: Maven has not got all of its libraries; once, with the network, in "
                    + sources + ": ./mvnw -DskipTests package");
        }
        throw new IllegalStateException(
                commit + " cannot be built:\n" + said.substring(Math.max(0, said.length() - TOLD_OF_A_FAILURE)));
    }

    /** As far as the classes, with what the build that runs this test has used before: surefire tells its repository. */
    private static List<String> maven() {
        List<String> command = new ArrayList<>(List.of("sh", "mvnw", "-B", "-o", "-ntp", FROM_WHEREVER));
        Optional.ofNullable(System.getProperty("localRepository"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        command.addAll(List.of("-Dspotless.check.skip=true", "-pl", "config", "-am", "process-classes"));
        command.addAll(List.of(
                "dependency:build-classpath", "-DincludeScope=runtime", "-Dmdep.outputFile=target/class-path.txt"));
        return command;
    }

    private static boolean succeeds(Process build) throws InterruptedException {
        try {
            return build.waitFor(MOST_MINUTES, TimeUnit.MINUTES) && build.exitValue() == 0;
        } finally {
            build.descendants().forEach(ProcessHandle::destroyForcibly);
            build.destroyForcibly();
        }
    }
}
