package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through how many hands one text message goes, and whether the papers name them. */
class OneSmsTests {

    private static final int MOST = 28;
    private static final Path PAPER = Path.of("../docs/architecture.md");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @TempDir
    Path data;

    @Test
    void passesThroughFewHandsWhichThePapersName() throws Exception {
        try (DeskProcess desk = DeskProcess.demo(data, SmsCitizen.line(URI.create("http://127.0.0.1:9")))) {
            SmsCitizen citizen = new SmsCitizen(desk, "+6281200000001");
            citizen.hears("syarat bikin ktp");

            List<MethodTrace.Call> calls =
                    new MethodTrace(desk, data).during(() -> citizen.hears("jam buka disdukcapil"));

            Set<String> hands = MethodTrace.beside(
                            calls,
                            "id.pendopo.channels.gateway.webhooks.WebhookController",
                            "id.pendopo.conversation.turn.Conversations")
                    .stream()
                    .filter(OneSmsTests::carries)
                    .map(name -> name.replaceAll(".*\\.", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(hands).hasSizeBetween(MOST / 2, MOST);
            assertThat(named()).containsAll(hands);
        }
    }

    /** Objects that carry the message on, up to where facts are asked for: finding the answer is a way of its own. */
    private static boolean carries(String name) {
        boolean way = name.startsWith("id.pendopo.channels.") && !name.contains(".limits.Stored")
                || name.matches("id\\.pendopo\\.conversation\\.(turn|store|wording)\\..*")
                || name.equals("id.pendopo.conversation.engine.Engine")
                || name.equals("id.pendopo.conversation.facts.FactFinder")
                || name.equals("id.pendopo.conversation.facts.PlainLanguage");
        return way && !isValueOrFunctions(name);
    }

    private static boolean isValueOrFunctions(String name) {
        try {
            Class<?> type = Class.forName(name);
            return type.isRecord()
                    || Arrays.stream(type.getDeclaredFields())
                            .allMatch(field -> Modifier.isStatic(field.getModifiers()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> named() throws IOException {
        String paragraph = Arrays.stream(Files.readString(PAPER).split("\n\n"))
                .filter(text -> text.startsWith("**One text message.**"))
                .findFirst()
                .orElseThrow();
        return NAME.matcher(paragraph).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }
}
