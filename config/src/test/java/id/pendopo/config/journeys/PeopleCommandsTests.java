package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.OnSecondThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an office adds its people and keys before its desk has ever run. */
@OnSecondThread
class PeopleCommandsTests {

    @TempDir
    static Path data;

    private record Ran(int code, String output) {}

    @Test
    void peopleAndKeysAreMadeChangedAndEnded() throws Exception {
        Ran made = run("person", "ani", "--role", "agent,editor", "--unit", "dinas-pupr", "--display", "Bu Ani");
        assertThat(made.code()).isZero();
        assertThat(made.output())
                .containsPattern("(?m)^login ani [a-z2-9]{16}$")
                .contains("within 72 hours")
                .contains("roles=agent,editor unit=dinas-pupr scope=unit");

        Ran gone = run("person", "ani", "--disable");
        assertThat(gone.output()).contains("disabled").doesNotContain("login ani");

        Ran lost = run("person", "ani", "--reset-factor");
        assertThat(lost.code()).isZero();
        assertThat(lost.output()).contains("The second factor is off").doesNotContain("login ani");

        Ran key = run("key", "loket", "--role", "agent", "--unit", "dinas-pupr");
        assertThat(key.output()).containsPattern("(?m)^apikey loket pdp_").contains("scope=unit");
        assertThat(run("key", "loket", "--revoke").output()).contains("revoked loket");
    }

    @Test
    void aMistakeIsOneLineThatSaysWhatThereIs() throws Exception {
        assertThat(run("person", "ani", "--role", "raja"))
                .isEqualTo(new Ran(1, "Name at least one role that exists. (agent, supervisor, editor, admin)\n"));
        assertThat(run("person", "ani", "--role", "agent", "--unit", "dinas-sihir")
                        .output())
                .startsWith("There is no such unit. (")
                .contains("dinas-pupr");
        assertThat(run("person", "ani", "--rol", "agent").output()).startsWith("unknown option --rol\nusage:");
    }

    private static Ran run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(DeskProcess.java(List.of(arguments))).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("PENDOPO_DATA", data.toString(), "PENDOPO_PORT", "" + DeskProcess.freePort()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), output);
    }
}
