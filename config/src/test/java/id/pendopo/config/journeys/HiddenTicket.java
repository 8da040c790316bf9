package id.pendopo.config.journeys;

import static java.util.Map.entry;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A ticket that some people must not find, looked for at every address of the house.
 *
 * @param code 10 digits
 * @param said what was written about it and stands nowhere else
 */
record HiddenTicket(DeskProcess desk, String code, String subject, List<String> said) {

    /** Addresses that are not asked for, each with the reason why nothing is lost by it. */
    static final Map<String, String> NOT_ASKED = Map.ofEntries(
            entry("/desk/events", "never ends; what it says has a test of its own here"),
            entry("/track", "the citizen's own door: a code that somebody has opens its state alone, to everybody"),
            entry("/track/{code}", "as above; words only after a proof of the number"),
            entry("/track/{code}/files/{id}", "as above, after the proof"),
            entry("/api/chat/{conversation}/events", "never ends; opens to the token of the chat itself"));

    static final Map<String, List<String>> QUERIES = Map.of(
            "/desk",
            List.of("?view=new", "?view=mine", "?view=all", "?view=waiting", "?view=late", "?q=CODE", "?q=SUBJECT"),
            "/desk/tickets/{code}",
            List.of("", "?view=all", "?again=1"),
            "/api/v1/tickets",
            List.of("", "?status=OPEN", "?status=NEW"));

    /** The addresses that show it to somebody. */
    List<String> shownTo(HttpClient somebody, Map<String, String> headers) throws Exception {
        List<String> shown = new ArrayList<>();
        for (String route : Routes.got()) {
            for (String query : QUERIES.getOrDefault(route, List.of(""))) {
                if (!NOT_ASKED.containsKey(route) && shows(somebody, headers, route, query)) {
                    shown.add(route + query);
                }
            }
        }
        return shown;
    }

    private boolean shows(HttpClient somebody, Map<String, String> headers, String route, String query)
            throws Exception {
        String asked = query.replace("CODE", code).replace("SUBJECT", encoded(subject));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(desk.uri(filled(route) + asked)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = somebody.send(request.build(), BodyHandlers.ofByteArray());
        // What somebody asks for stands in the answer again: the address, and the words in the search box.
        String body = new String(answer.body(), StandardCharsets.UTF_8).replace(filled(route), "")
                + answer.headers().map();
        String page = query.contains("SUBJECT") ? withoutEcho(body, subject) : body;
        String others = query.contains("CODE") ? withoutEcho(page, code) : page;
        return words().anyMatch(others::contains);
    }

    private static String withoutEcho(String page, String typed) {
        return page.replaceAll("value=\"" + typed + "\"", "")
                .replaceAll("q=" + encoded(typed).replace("+", "(?:\\+|%20)"), "")
                .replaceAll("“" + typed + "”", "");
    }

    private Stream<String> words() {
        String grouped = code.substring(0, 3) + " " + code.substring(3, 6) + " " + code.substring(6);
        return Stream.concat(Stream.of(code, grouped, subject), said.stream());
    }

    private String filled(String route) {
        return route.replace("{code}", code)
                .replace("{slug}", "kk-hilang")
                .replace("{language}", "id")
                .replaceAll("\\{\\*?[^}]+}", "1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
