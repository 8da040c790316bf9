package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tour of README.md, run as it is printed, on the demonstration's port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ReadmeTests {

    private static final Path README = Path.of("..", "README.md");

    @TempDir
    static Path data;

    private DeskProcess desk;

    @BeforeAll
    void open() {
        for (String program : List.of("bash", "curl", "openssl", "base64")) {
            if (!installed(program)) {
                System.out.println("SKIPPED: README.md's tour is not tested: " + program + " is not installed");
                assertThat(System.getenv("CI")).as(program + " is missing").isNotEqualTo("true");
                Assumptions.abort(program + " is not installed");
            }
        }
        desk = DeskProcess.demo(data, Map.of());
    }

    @AfterAll
    void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void theTourReportsBySms() throws Exception {
        List<String> answers =
                run(block("sms() {")).lines().filter(line -> !line.isBlank()).toList();

        assertThat(answers).filteredOn(line -> line.contains("<Message")).hasSize(2);
        String heard = String.join("\n", answers);
        String summary = heard.substring(0, heard.indexOf("</Response>"));
        assertThat(summary).contains("jalan rusak dpn sd 3", "Balas YA");
        assertThat(heard.substring(summary.length())).containsPattern("\\b\\d{3} ?\\d{3} ?\\d{4}\\b");
    }

    /** The agent's answer gets out, or the citizen's next message would have to wait behind it. */
    @Test
    void theTourGoesOnBySmsAfterTheAgentHasAnswered() throws Exception {
        String tour = block("sms() {");
        Matcher code = Pattern.compile("Tiket (\\d{3} \\d{3} \\d{4})").matcher(run(tour));
        assertThat(code.find()).isTrue();
        String ticket = code.group(1).replace(" ", "");
        new DeskProgram(desk).reply(ticket, "Kami tambal hari Jumat.");

        String again = tour.substring(0, tour.indexOf("sms 'mau")) + "sms 'STATUS " + code.group(1) + "'";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(run(again)).contains("<Message").contains(code.group(1)));
    }

    @Test
    void theTourAsksByChat() throws Exception {
        String heard = run(block("curl -s -X POST http://127.0.0.1:8080/api/chat "));

        JsonNode reply = JsonMapper.shared()
                .readTree(heard.substring(heard.indexOf("{\"turn\"")))
                .at("/replies/0");
        assertThat(reply.at("/text").asString()).contains("Rp75.000");
        assertThat(reply.at("/citation/source").asString()).isNotBlank();
    }

    /** The indented block of README.md that holds these words, as it is printed. */
    private static String block(String words) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : Files.readAllLines(README)) {
            if (line.startsWith("    ")) {
                block.append(line.substring(4)).append('\n');
            } else {
                blocks.add(block.toString());
                block.setLength(0);
            }
        }
        return blocks.stream()
                .filter(text -> text.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("README.md does not print: " + words));
    }

    private String run(String script) throws IOException, InterruptedException {
        String here = script.replace(":8080", ":" + desk.uri("/").getPort())
                .replace("/tmp/chat.json", data.resolve("chat.json").toString());
        Path output = Files.createTempFile(data, "tour", ".txt");
        Process process = new ProcessBuilder("bash", "-c", here)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isZero();
        return Files.readString(output);
    }

    private static boolean installed(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
