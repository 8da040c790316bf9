package id.pendopo.config.pages;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layout's contract, kept by every page, every layout and every stylesheet of the house. */
class LayoutTests {

    private static final Path HOUSE = Path.of("..");
    private static final Pattern ASKED = Pattern.compile("~\\{layout :: (\\w+)\\(");
    private static final Pattern FRAME = Pattern.compile("th:fragment=\"(\\w+)\\(");
    private static final Pattern OWN_TOKEN = Pattern.compile("(?<![\\w(-])--[a-z-]+\\s*:");

    @Test
    void everyPageAsksForAFrameThatLayoutsHave() {
        Map<Path, Set<String>> asked = new TreeMap<>();
        files("src/main/resources/templates", ".html").forEach((file, text) -> asked.put(file, found(ASKED, text)));
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy((file, frames) ->
                        assertThat(Layout.FRAMES).as(file.toString()).containsAll(frames));
    }

    @Test
    void everyLayoutHasTheFrames() {
        Map<Path, String> layouts = files("src/test/resources/templates", "layout.html");
        layouts.putAll(files("src/main/resources/templates", "layout.html"));
        assertThat(layouts)
                .hasSize(4)
                .allSatisfy((file, text) ->
                        assertThat(found(FRAME, text)).as(file.toString()).isEqualTo(Layout.FRAMES));
    }

    @Test
    void theLayoutStandsOnTheTokensAndComponents() {
        String layout = files("src/main/resources/templates", "layout.html")
                .values()
                .iterator()
                .next();
        assertThat(layout).containsSubsequence(Layout.STYLES);
    }

    @Test
    void aTokenIsDefinedOnce() {
        List<Path> elsewhere = files("src/main/resources/static", ".css").entrySet().stream()
                .filter(css -> !css.getKey().endsWith("tokens.css")
                        && OWN_TOKEN.matcher(css.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(elsewhere).isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Path, String> files(String folder, String ending) {
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> modules = Files.list(HOUSE)) {
            for (Path module : modules.map(path -> path.resolve(folder))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(module)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(ending))
                            .toList()) {
                        found.put(file, Files.readString(file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
